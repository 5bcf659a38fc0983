package dev.docket.client.supervisor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How well the floor decides, as the supervisor's screen draws it.
///
/// @param accuracy the least accurate first
/// @param overturned per policy where any appeal was decided, and per moderator and model where too many were right
public record QualityFigures(
        List<Agreement> agreement, List<Accuracy> accuracy, List<Alert> alerts, List<Overturned> overturned) {
    public static final QualityFigures NONE = new QualityFigures(List.of(), List.of(), List.of(), List.of());

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

    /// How often appeals were right against decisions on one policy, of one moderator or with one model.
    ///
    /// @param subject its title, their name or its version
    /// @param most share of them that is still well
    /// @param alert whether it is more than that, from as many appeals as say something
    public record Overturned(String subject, long decided, Interval share, double most, boolean alert) {}

    /// A figure below what the floor wants.
    ///
    /// @param kind `AGREEMENT` or `ACCURACY`
    /// @param policy null for all
    public record Alert(
            String id, String kind, @Nullable String policy, List<String> people, double value, double threshold) {}

    public boolean isEmpty() {
        return agreement.isEmpty() && accuracy.isEmpty() && alerts.isEmpty() && overturned.isEmpty();
    }
}
