package dev.docket.model.text;

import java.util.ArrayList;
import java.util.List;

/// Cuts long texts into overlapping windows that the encoder reads one by one.
///
/// @param size content tokens in a window
/// @param overlap tokens that a window shares with the one before, so that no phrase is cut in every window
/// @param most windows read of one text; a longer text is read at its head, its tail and evenly in between
public record Windows(int size, int overlap, int most) {
    public Windows {
        if (overlap < 0 || size <= overlap || most < 2) {
            throw new IllegalArgumentException("A window must be larger than its overlap, and two are needed");
        }
    }

    /// At least one window, in text order; the first starts with the text and the last ends with it.
    public List<Tokens> cut(Tokens text) {
        if (text.size() <= size) {
            return List.of(text);
        }
        int needed = 1 + Math.ceilDiv(text.size() - size, size - overlap);
        int count = Math.min(needed, most);
        long room = text.size() - size;
        var windows = new ArrayList<Tokens>(count);
        for (int i = 0; i < count; i++) {
            int from = (int) (room * i / (count - 1));
            windows.add(text.slice(from, from + size));
        }
        return windows;
    }
}
