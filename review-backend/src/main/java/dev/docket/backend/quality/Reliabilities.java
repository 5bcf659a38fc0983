package dev.docket.backend.quality;

import dev.docket.backend.review.Reliability;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Each person's accuracy on each policy, drawn towards that of everybody on the policy, and that
/// towards a modest guess: with n looks judged, the person's own share weighs n / (n + 20). So
/// nobody is thought infallible after three looks, nor useless after one. It is looked up at every
/// decision and therefore kept in memory, a few minutes old.
@Component
class Reliabilities implements Reliability {
    private static final Duration WINDOW = Duration.ofDays(90);
    private static final double GUESS = 0.9;
    private static final double WEIGHT = 20;
    private static final String NONE = "";

    private final StoredJudgements judgements;
    private final Clock clock;
    private volatile Known known = Known.of(List.of());

    Reliabilities(StoredJudgements judgements, Clock clock) {
        this.judgements = judgements;
        this.clock = clock;
    }

    @Override
    public double of(UUID person, @Nullable String policy) {
        return known.of(person, policy == null ? NONE : policy);
    }

    @Scheduled(fixedDelay = 300_000, initialDelay = 15_000)
    void learn() {
        var now = clock.instant();
        known = Known.of(judgements.byPolicy(now.minus(WINDOW), now));
    }

    /// @param everybody by policy
    /// @param own by policy and person
    private record Known(Map<String, Double> everybody, Map<Of, Double> own) {
        static Known of(List<StoredJudgements.PolicyScore> scores) {
            var judged = new HashMap<String, Integer>();
            var right = new HashMap<String, Integer>();
            for (var score : scores) {
                judged.merge(score.policy(), score.judged(), Integer::sum);
                right.merge(score.policy(), score.right(), Integer::sum);
            }
            var everybody = new HashMap<String, Double>();
            judged.forEach((policy, all) -> everybody.put(policy, drawn(right.getOrDefault(policy, 0), all, GUESS)));
            var own = new HashMap<Of, Double>();
            for (var score : scores) {
                double towards = everybody.getOrDefault(score.policy(), GUESS);
                own.put(new Of(score.person(), score.policy()), drawn(score.right(), score.judged(), towards));
            }
            return new Known(Map.copyOf(everybody), Map.copyOf(own));
        }

        double of(UUID person, String policy) {
            return own.getOrDefault(new Of(person, policy), everybody.getOrDefault(policy, GUESS));
        }

        private static double drawn(int right, int judged, double towards) {
            return (right + WEIGHT * towards) / (judged + WEIGHT);
        }
    }

    private record Of(UUID person, String policy) {}
}
