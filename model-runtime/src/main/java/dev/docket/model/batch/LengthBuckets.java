package dev.docket.model.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// Groups texts so that little of a batch is padding and no batch is large.
///
/// Texts are taken in order of length; a batch closes when one more would carry its padded size past the budget.
/// On a CPU the budget keeps a batch within the cache; first-come batches padded to the longest were measured 2.7
/// times slower than no batching at all.
///
/// @param tokenBudget padded tokens in a batch; one text alone may pass it
public record LengthBuckets(int tokenBudget) {
    /// Indices of `texts`, batch by batch; every index occurs once.
    public <T> List<List<Integer>> group(List<T> texts, ToIntFunction<? super T> length) {
        var byLength = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> length.applyAsInt(texts.get(i))))
                .toList();
        var batches = new ArrayList<List<Integer>>();
        var open = new ArrayList<Integer>();
        for (int index : byLength) {
            if (!open.isEmpty() && (open.size() + 1) * length.applyAsInt(texts.get(index)) > tokenBudget) {
                batches.add(List.copyOf(open));
                open.clear();
            }
            open.add(index);
        }
        if (!open.isEmpty()) {
            batches.add(List.copyOf(open));
        }
        return batches;
    }
}
