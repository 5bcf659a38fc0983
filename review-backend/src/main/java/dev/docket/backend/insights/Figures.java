package dev.docket.backend.insights;

import dev.docket.backend.platform.Wilson;
import dev.docket.backend.watching.Outcomes;
import dev.docket.dto.insights.Insight.Figure;
import dev.docket.dto.insights.Insight.Wish;
import org.jspecify.annotations.Nullable;

/// Figures as panels draw them.
final class Figures {
    /// What is about everything together.
    static final String ALL = "all";

    private Figures() {}

    /// How often something was so, with Wilson's interval.
    ///
    /// @param target null where nothing is wanted
    static Figure share(String key, @Nullable String name, long right, long of, Wish wish, @Nullable Double target) {
        var estimate = Wilson.of(right, of);
        return estimate == null
                ? unknown(key, name, of, target)
                : estimate(key, name, estimate.value(), estimate.low(), estimate.high(), of, wish, target);
    }

    /// An estimate misses its target when all of its interval does.
    static Figure estimate(
            String key,
            @Nullable String name,
            double value,
            double low,
            double high,
            long of,
            Wish wish,
            @Nullable Double target) {
        boolean missed = target != null && (wish == Wish.AT_MOST ? low > target : high < target);
        return new Figure(key, name, null, value, low, high, of, target, missed);
    }

    /// What was counted elsewhere, with its interval.
    static Figure counted(Outcomes.Counted counted) {
        var estimate = counted.estimate();
        return estimate(
                counted.key(),
                null,
                estimate.value(),
                estimate.low(),
                estimate.high(),
                counted.of(),
                Wish.AT_MOST,
                null);
    }

    /// Too little to say anything.
    static Figure unknown(String key, @Nullable String name, long of, @Nullable Double target) {
        return new Figure(key, name, null, null, null, null, of, target, false);
    }
}
