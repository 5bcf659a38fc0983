package dev.docket.model.text;

import dev.docket.model.tokenizer.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Cuts long texts into overlapping windows that the encoder reads one by one, and picks which when there are too many.
///
/// @param size tokens in a window
/// @param overlap tokens that a window shares with the one before, so that no phrase is cut in every window
/// @param most windows of one text that are read
public record Windows(int size, int overlap, int most) {
    public Windows {
        if (overlap < 0 || size <= overlap || most < 2) {
            throw new IllegalArgumentException("A window must be larger than its overlap, and two are needed");
        }
    }

    /// At least one window, in text order, covering every token.
    public List<Window> cut(String text, Tokens tokens) {
        if (tokens.size() <= size) {
            return List.of(new Window(tokens, 0, text.length()));
        }
        int count = 1 + Math.ceilDiv(tokens.size() - size, size - overlap);
        var windows = new ArrayList<Window>(count);
        for (int i = 0; i < count; i++) {
            int from = Math.min(i * (size - overlap), tokens.size() - size);
            var slice = tokens.slice(from, from + size);
            int start = i == 0 ? 0 : slice.starts()[0];
            int end = i == count - 1 ? text.length() : slice.ends()[size - 1];
            windows.add(new Window(slice, start, end));
        }
        return windows;
    }

    /// Bounds the work that one text can cause, without making it easy to bury something in the middle of it.
    ///
    /// Of more than [#most] windows these stay: the first, the last, half of the rest by `suspicion`, and the other
    /// half spread evenly over the text.
    public List<Window> pick(List<Window> windows, ToDoubleFunction<? super Window> suspicion) {
        if (windows.size() <= most) {
            return windows;
        }
        var picked = new TreeSet<Integer>();
        for (int i = 0; i < most / 2; i++) {
            picked.add((int) ((long) (windows.size() - 1) * i / (most / 2 - 1)));
        }
        double[] suspicions = windows.stream().mapToDouble(suspicion).toArray();
        IntStream.range(0, windows.size())
                .boxed()
                .filter(i -> !picked.contains(i))
                .sorted(Comparator.comparingDouble(i -> -suspicions[i]))
                .limit(most - picked.size())
                .toList()
                .forEach(picked::add);
        return picked.stream().map(windows::get).toList();
    }

    /// Such as `126-32x32`: scores of long texts depend on it.
    @Override
    public String toString() {
        return size + "-" + overlap + "x" + most;
    }
}
