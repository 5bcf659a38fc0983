package dev.docket.client.labels.evaluation;

import dev.docket.dto.models.EvaluationSlice;
import dev.docket.dto.models.SliceComparison;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Figures of one label on some rows, and how they compare with the champion's on the same rows.
///
/// @param comparison null where nothing could be compared
record Slice(EvaluationSlice figures, @Nullable SliceComparison comparison) {
    boolean isWhole() {
        return figures.language() == null && figures.source() == null && figures.slice() == null;
    }

    boolean isOf(SliceComparison other) {
        return figures.slice() == null
                && figures.label().equals(other.label())
                && Objects.equals(figures.language(), other.language())
                && Objects.equals(figures.source(), other.source());
    }

    static Comparator<Slice> by(Order order) {
        return switch (order) {
            case LOSS ->
                Comparator.comparingDouble(Slice::gain)
                        .thenComparingDouble(Slice::worth)
                        .thenComparing(Slice::key);
            case ROWS ->
                Comparator.<Slice>comparingLong(slice -> -slice.figures().n()).thenComparing(Slice::key);
            case NAME -> Comparator.comparing(Slice::key);
        };
    }

    /// What it has more than the champion; those of which nothing is known come after those that lose.
    private double gain() {
        return comparison == null || comparison.prAuc() == null
                ? 0
                : comparison.prAuc().value();
    }

    private double worth() {
        return figures.prAuc() == null ? 1 : figures.prAuc().value();
    }

    private String key() {
        return Objects.toString(figures.language(), "")
                + " "
                + Objects.toString(figures.source(), "")
                + " "
                + Objects.toString(figures.slice(), "");
    }
}
