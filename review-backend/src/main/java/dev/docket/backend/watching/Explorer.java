package dev.docket.backend.watching;

import dev.docket.backend.classification.Exploration;
import dev.docket.backend.policy.Routing;
import dev.docket.model.Embedding;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Keeps a share of the queues for allowed items from whose labels most would be learned: those
/// whose scores lie near a threshold, and that are unlike what was drawn lately.
///
/// How often items are drawn is regulated by what comes: over time the drawn ones are the
/// wanted share of all that goes to people, whether the queues are full or empty. No single
/// item is drawn with more than even odds, so that each draw can be weighed by its probability.
@Component
class Explorer implements Exploration {
    private static final double MOST = 0.5;
    /// Of about a thousand items.
    private static final double MEMORY = 0.001;

    private static final int DRAWN = 256;

    private final Share setting;
    private final Deque<Embedding> drawn = new ArrayDeque<>();
    private double sentRate = 0.1;
    private double meanWeight = 0.1;

    @Autowired
    Explorer(WatchSetting setting) {
        this((Share) setting::exploredShare);
    }

    Explorer(Share setting) {
        this.setting = setting;
    }

    /// How much of the queues is wanted.
    @FunctionalInterface
    interface Share {
        double exploredShare();
    }

    @Override
    public synchronized double probability(List<Routing.Flag> scores, @Nullable Embedding embedding) {
        double share = setting.exploredShare();
        double weight = share == 0 ? 0 : unsure(scores) * unlike(embedding);
        sentRate -= MEMORY * sentRate;
        if (share == 0) {
            return 0;
        }
        meanWeight += MEMORY * (weight - meanWeight);
        double wanted = share / (1 - share) * sentRate / Math.max(1e-6, (1 - sentRate) * meanWeight);
        return Math.min(MOST, wanted * weight);
    }

    /// 1 on a threshold, less the further a score lies from it, by the odds.
    static double unsure(List<Routing.Flag> scores) {
        double most = 0;
        for (var score : scores) {
            if (score.reviewThreshold() != null) {
                most = Math.max(most, Math.exp(-Math.abs(logit(score.score()) - logit(score.reviewThreshold()))));
            }
        }
        return most;
    }

    private static double logit(double score) {
        double kept = Math.clamp(score, 1e-6, 1 - 1e-6);
        return Math.log(kept / (1 - kept));
    }

    /// 1 for what is like nothing that was drawn lately, 0 for the same again.
    private double unlike(@Nullable Embedding embedding) {
        if (embedding == null) {
            return 1;
        }
        double nearest = drawn.stream()
                .filter(other -> other.dimensions() == embedding.dimensions())
                .mapToDouble(embedding::cosine)
                .max()
                .orElse(0);
        return 1 - Math.clamp(nearest, 0, 1);
    }

    @Override
    public synchronized void drawn(@Nullable Embedding embedding) {
        if (embedding != null) {
            drawn.addLast(embedding);
            if (drawn.size() > DRAWN) {
                drawn.removeFirst();
            }
        }
    }

    @Override
    public synchronized void sent() {
        sentRate += MEMORY * (1 - sentRate);
    }
}
