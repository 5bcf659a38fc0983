package dev.docket.dto.quality;

import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One look that differed from what was settled, to learn from.
///
/// @param settledBy `GOLDEN`, `ADJUDICATION` or `APPEAL`
/// @param answer what the person found
/// @param truth what was settled
/// @param missed policies that were violated and not found
/// @param falselyFound policies that were found and not violated
/// @param sent null until a supervisor sends it
/// @param policies those of `missed` and `falselyFound`, as they read when it was settled
public record CoachingCard(
        String itemId,
        String source,
        String externalId,
        String settledBy,
        Instant answeredAt,
        Answer answer,
        Answer truth,
        List<String> missed,
        List<String> falselyFound,
        List<PolicyText> policies,
        @Nullable Sent sent) {
    /// A card that nobody sent.
    public CoachingCard(
            String itemId,
            String source,
            String externalId,
            String settledBy,
            Instant answeredAt,
            Answer answer,
            Answer truth,
            List<String> missed,
            List<String> falselyFound,
            List<PolicyText> policies) {
        this(itemId, source, externalId, settledBy, answeredAt, answer, truth, missed, falselyFound, policies, null);
    }

    /// @return the same card, sent
    public CoachingCard sent(Sent as) {
        return new CoachingCard(
                itemId, source, externalId, settledBy, answeredAt, answer, truth, missed, falselyFound, policies, as);
    }

    /// That a supervisor sent it to the person.
    ///
    /// @param note what they said of it
    /// @param acknowledgedAt when the person said that they read it
    public record Sent(
            PersonName by,
            Instant at,
            @Nullable String note,
            @Nullable Instant acknowledgedAt) {}

    /// What somebody found.
    public record Answer(Outcome outcome, List<Violation> violations) {}

    /// A policy as it read.
    public record PolicyText(
            String key,
            int version,
            @Nullable String title,
            @Nullable String text) {}
}
