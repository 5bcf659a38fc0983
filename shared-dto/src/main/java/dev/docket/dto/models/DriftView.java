package dev.docket.dto.models;

import dev.docket.dto.Phrase;
import dev.docket.dto.quality.PersonName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How what comes in, and what is said of it, differs from when the model began to serve.
///
/// @param modelVersion whose reference it is
/// @param measuredAt null while nothing was measured yet
/// @param referenceFrom the stretch that all is compared with
/// @param windowFrom the stretch that is compared
/// @param alertAbove a population stability index above this is an alert
/// @param measures each thing that was compared
/// @param proposals to retrain, the newest first
public record DriftView(
        String modelVersion,
        @Nullable Instant measuredAt,
        @Nullable Instant referenceFrom,
        @Nullable Instant referenceTo,
        @Nullable Instant windowFrom,
        @Nullable Instant windowTo,
        double alertAbove,
        List<Measure> measures,
        List<Proposal> proposals) {

    /// One distribution against its reference.
    ///
    /// @param kind `INPUT`, `SCORE` or `LABEL`
    /// @param about a label, or of the input `length`, `language` or `embedding`
    /// @param language null for all
    /// @param psi the population stability index, with bins for what lies outside the reference's range
    /// @param ks the Kolmogorov-Smirnov statistic; null where there is no order
    /// @param ksP how probable so large a one is by chance
    /// @param reference how many observations there were then
    /// @param current and how many now
    /// @param bins upper edges with both shares, to be drawn; the last edge is null
    /// @param alert whether it is above what is borne, and by more than chance explains
    public record Measure(
            String kind,
            String about,
            @Nullable String language,
            double psi,
            @Nullable Double ks,
            @Nullable Double ksP,
            long reference,
            long current,
            List<Bin> bins,
            boolean alert) {}

    /// @param upTo null for what lies above all
    /// @param key what it is of, where there is no order
    public record Bin(@Nullable Double upTo, @Nullable String key, double reference, double current) {}

    /// That it is time to retrain, and why. Nothing happens by itself.
    ///
    /// @param reasons in words
    /// @param said `reasons` by their codes, one for each; null for those raised before there were codes
    /// @param settledAt when somebody saw to it
    public record Proposal(
            String id,
            String modelVersion,
            List<String> reasons,
            @Nullable List<Phrase> said,
            Instant raisedAt,
            @Nullable PersonName settledBy,
            @Nullable Instant settledAt) {}
}
