package dev.docket.model.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// Groups texts into the batches that cost least, when a batch costs its tokens with padding and a little for itself.
///
/// Texts are taken in order of length, so that only neighbours share a batch, and the cheapest cuts between them are
/// found by dynamic programming: batches end where the lengths jump. Filling them up instead made a third of a call
/// of 32 texts padding, for the longest of a batch of short texts may be twice as long as the others. On a CPU the
/// budget keeps a batch within the cache; first-come batches padded to the longest were measured 2.7 times slower than
/// no batching at all.
///
/// @param tokenBudget tokens in a batch with padding; one text alone may pass it
/// @param batchCost what a batch costs by itself, in tokens
public record LengthBuckets(int tokenBudget, int batchCost) {
    /// Measured on one core: a run of 32 tokens takes 3.70 ms, one of 8 times 32 takes 22.1 ms.
    public static final int CPU_BATCH_COST = 12;

    /// What is not worth cutting further for a worker that is free, in tokens with padding.
    private static final int LEAST = 128;

    /// On a CPU.
    public LengthBuckets(int tokenBudget) {
        this(tokenBudget, CPU_BATCH_COST);
    }

    /// Indices of `texts`, batch by batch, the largest batch first; every index occurs once.
    public <T> List<List<Integer>> group(List<T> texts, ToIntFunction<? super T> length) {
        return group(texts, length, 1);
    }

    /// The same for workers that run batches beside one another, each taking the next when it is free: the smallest
    /// batches that take them no more rounds, so that none idles while another runs the last of a call.
    ///
    /// @param workers at least 1
    public <T> List<List<Integer>> group(List<T> texts, ToIntFunction<? super T> length, int workers) {
        var cuts = new Cuts(texts.stream().mapToInt(length).toArray(), batchCost);
        int rounds = Math.ceilDiv(cuts.within(tokenBudget).size(), workers);
        int enough = tokenBudget;
        int tooSmall = workers == 1 ? tokenBudget - 1 : Math.min(LEAST, tokenBudget) - 1;
        while (enough - tooSmall > 1) {
            int tried = (enough + tooSmall) / 2;
            if (cuts.within(tried).size() <= rounds * workers) {
                enough = tried;
            } else {
                tooSmall = tried;
            }
        }
        return cuts.within(enough);
    }

    /// The ways of cutting texts that stand in order of length.
    private static final class Cuts {
        private final int[] lengths;
        private final int[] order;
        private final int batchCost;

        Cuts(int[] lengths, int batchCost) {
            this.lengths = lengths;
            this.batchCost = batchCost;
            this.order = IntStream.range(0, lengths.length)
                    .boxed()
                    .sorted(Comparator.comparingInt(index -> lengths[index]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        /// The cheapest batches that do not pass `most` tokens with padding.
        List<List<Integer>> within(int most) {
            int[] begins = begins(most);
            var batches = new ArrayList<List<Integer>>();
            for (int end = order.length; end > 0; end = begins[end]) {
                batches.add(IntStream.range(begins[end], end)
                        .mapToObj(i -> order[i])
                        .toList());
            }
            batches.sort(Comparator.comparingInt(this::padded).reversed());
            return batches;
        }

        /// Where the last batch begins when only the texts before an end are there. All before that batch is cut as is
        /// best for itself, so each end needs only those before it.
        private int[] begins(int most) {
            var begins = new int[order.length + 1];
            var costs = new long[order.length + 1];
            for (int end = 1; end <= order.length; end++) {
                int longest = lengths[order[end - 1]];
                costs[end] = Long.MAX_VALUE;
                for (int from = end - 1; from >= 0; from--) {
                    int padded = (end - from) * longest;
                    if (padded > most && from < end - 1) {
                        break;
                    }
                    long cost = costs[from] + padded + batchCost;
                    if (cost < costs[end]) {
                        costs[end] = cost;
                        begins[end] = from;
                    }
                }
            }
            return begins;
        }

        private int padded(List<Integer> batch) {
            return batch.size() * lengths[batch.getLast()];
        }
    }
}
