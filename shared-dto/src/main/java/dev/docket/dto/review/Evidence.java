package dev.docket.dto.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.dto.item.ReportView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why an item is here.
///
/// @param explanation label to explanation
/// @param scoresHidden scores are withheld from this person for this task
public record Evidence(
        List<Score> scores,
        boolean scoresHidden,
        Map<String, Explanation> explanation,
        List<Filter> filters,
        List<ReportView> reports,
        History history,
        List<ThreadItem> thread,
        List<Precedent> precedents) {

    /// @param score calibrated, 0..1
    /// @param reviewThreshold the lowest at which a policy asks for review; null where no policy uses the label
    /// @param actThreshold the lowest at which a policy acts by itself; null while automatic action is off
    public record Score(
            String label,
            double score,
            @Nullable Double reviewThreshold,
            @Nullable Double actThreshold,
            boolean flagged,
            String modelVersion) {}

    /// `bias + sum(contribution) = logit`.
    public record Explanation(List<Token> tokens, double bias, double logit) {}

    /// @param start UTF-16 code units of the text, `end` exclusive
    public record Token(int start, int end, double contribution) {}

    /// A match of a fast filter.
    public record Filter(String kind, String source, List<List<Integer>> spans) {}

    /// The author's record on this platform.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record History(
            @Nullable Integer items,
            @Nullable Integer violations,
            @Nullable Integer strikes,
            @Nullable Instant firstSeenAt) {
        public static final History UNKNOWN = new History(null, null, null, null);
    }

    /// Another item of the same thread, oldest first.
    public record ThreadItem(
            String itemId,
            @Nullable String author,
            @Nullable String text,
            @Nullable Instant occurredAt,
            @Nullable Outcome outcome) {}

    /// A decided item like this one.
    public record Precedent(
            String itemId,
            String decisionId,
            Outcome outcome,
            List<String> policies,
            double similarity,
            boolean overturned) {}
}
