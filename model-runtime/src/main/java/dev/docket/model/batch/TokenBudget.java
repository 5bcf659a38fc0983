package dev.docket.model.batch;

import dev.docket.model.ModelFault;
import dev.docket.model.onnx.OutOfMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How many padded tokens a batch may have, which memory may turn out to be too little for.
///
/// A batch that does not fit is run in two halves, and batches made later are that much smaller, until the next
/// start: what did not fit once would fail again and again.
public final class TokenBudget {
    private static final Logger LOG = LoggerFactory.getLogger(TokenBudget.class);
    private static final int LEAST = 64;

    private final AtomicInteger tokens;
    private final int batchCost;

    /// @param batchCost what a batch costs by itself, in tokens
    public TokenBudget(int tokens, int batchCost) {
        this.tokens = new AtomicInteger(tokens);
        this.batchCost = batchCost;
    }

    public int tokens() {
        return tokens.get();
    }

    /// Groups texts into batches of at most the present size, in the order in which workers should take them.
    ///
    /// @param workers that run them beside one another
    public <T> List<List<T>> batches(List<T> texts, ToIntFunction<? super T> length, int workers) {
        return new LengthBuckets(tokens(), batchCost)
                .group(texts, length, workers).stream()
                        .map(batch -> batch.stream().map(texts::get).toList())
                        .toList();
    }

    /// What is done with a batch, or with a half of it.
    @FunctionalInterface
    public interface Work<T, R> {
        List<R> of(List<T> batch) throws ModelFault;
    }

    /// @throws OutOfMemory when not even one text fits
    public <T, R> List<R> run(List<T> batch, ToIntFunction<? super T> length, Work<T, R> work) throws ModelFault {
        try {
            return work.of(batch);
        } catch (OutOfMemory tooMuch) {
            if (batch.size() == 1) {
                throw tooMuch;
            }
            shrinkBelow(batch.size() * batch.stream().mapToInt(length).max().orElse(0));
        }
        var results = new ArrayList<>(run(batch.subList(0, batch.size() / 2), length, work));
        results.addAll(run(batch.subList(batch.size() / 2, batch.size()), length, work));
        return results;
    }

    private void shrinkBelow(int padded) {
        int smaller = Math.max(LEAST, padded / 2);
        int before = tokens.getAndUpdate(present -> Math.min(present, smaller));
        if (smaller < before) {
            LOG.warn("Memory was too short for a batch of {} tokens; batches have at most {} now", padded, smaller);
        }
    }
}
