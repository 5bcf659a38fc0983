package dev.docket.dto.insights;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one panel of the Insights screen draws: one question, answered by figures of one unit.
///
/// @param panel its name, the last part of the path
/// @param from the figures are about this stretch of time
/// @param to the end of it, or the instant at which was counted
/// @param wish what is wanted of a figure that has a target; null where nothing is
/// @param currency of money, by ISO 4217; null for what is none
/// @param figures in the order in which they are drawn
public record Insight(
        String panel,
        Instant from,
        Instant to,
        Shape shape,
        Unit unit,
        @Nullable Wish wish,
        @Nullable String currency,
        List<Figure> figures) {

    /// Of what is no money.
    public Insight(
            String panel, Instant from, Instant to, Shape shape, Unit unit, @Nullable Wish wish, List<Figure> figures) {
        this(panel, from, to, shape, unit, wish, null, figures);
    }

    /// How the figures belong together.
    public enum Shape {
        /// Each is about something else, named by its key.
        ROWS,
        /// Counts, one after the other in time.
        COLUMNS,
        /// Levels, one after the other in time.
        LINE
    }

    /// What is counted or measured.
    public enum Unit {
        ITEMS,
        DECISIONS,
        MINUTES,
        /// Of one.
        SHARE,
        /// Agreement beyond chance, of one.
        ALPHA,
        /// Of exposure.
        POINTS,
        /// Of somebody's time.
        SECONDS,
        /// What somebody's time costs.
        MONEY,
        /// How far one distribution is from another: the population stability index.
        INDEX
    }

    /// On which side of its target a figure should be.
    public enum Wish {
        AT_MOST,
        AT_LEAST
    }

    /// One figure.
    ///
    /// @param key of what it is about: a queue, a policy, a source of truth; `all` for the whole
    /// @param name for people to read; null where the key is known by its own name
    /// @param at the beginning of the stretch it is about, for shapes in time; else null
    /// @param value null where there is too little to say
    /// @param low where the value may lie at 95 %, from here; null for a count of everything
    /// @param high and up to here
    /// @param of how many observations it is from
    /// @param target what is wanted of it; null where nothing is
    /// @param missed whether it is on the wrong side of its target by more than chance explains
    public record Figure(
            String key,
            @Nullable String name,
            @Nullable Instant at,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            long of,
            @Nullable Double target,
            boolean missed) {}
}
