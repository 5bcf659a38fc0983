package dev.docket.client.supervisor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How well the floor decides, as the supervisor's screen draws it.
///
/// @param accuracy the least accurate first
public record QualityFigures(List<Agreement> agreement, List<Accuracy> accuracy, List<Alert> alerts) {
    public static final QualityFigures NONE = new QualityFigures(List.of(), List.of(), List.of());

    /// A figure of 0..1 with the interval it may lie in.
    public record Interval(double value, double low, double high) {}

    /// Krippendorff's alpha on one policy.
    ///
    /// @param alpha null where nothing can be said yet
    public record Agreement(
            String policy, int items, @Nullable Interval alpha) {}

    /// How often one person found what was settled.
    ///
    /// @param accuracy null before anything of theirs was settled
    public record Accuracy(
            String person, int judged, @Nullable Interval accuracy, boolean alert) {}

    /// A figure below what the floor wants.
    ///
    /// @param kind `AGREEMENT` or `ACCURACY`
    /// @param policy null for all
    public record Alert(
            String id, String kind, @Nullable String policy, List<String> people, double value, double threshold) {}

    public boolean isEmpty() {
        return agreement.isEmpty() && accuracy.isEmpty() && alerts.isEmpty();
    }
}
