package dev.docket.dto.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.dto.item.MediaKind;
import dev.docket.dto.item.ReportView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why an item is here.
///
/// @param explanation label to explanation
/// @param scoresHidden scores are withheld from this person for this task
/// @param media what is known of each image and video, in the item's order; empty where it has none
public record Evidence(
        List<Score> scores,
        boolean scoresHidden,
        Map<String, Explanation> explanation,
        List<Filter> filters,
        List<ReportView> reports,
        History history,
        List<ThreadItem> thread,
        List<Precedent> precedents,
        List<MediaFinding> media) {

    public Evidence {
        media = media == null ? List.of() : media;
    }

    /// Of an item without media.
    public Evidence(
            List<Score> scores,
            boolean scoresHidden,
            Map<String, Explanation> explanation,
            List<Filter> filters,
            List<ReportView> reports,
            History history,
            List<ThreadItem> thread,
            List<Precedent> precedents) {
        this(scores, scoresHidden, explanation, filters, reports, history, thread, precedents, List.of());
    }

    /// @param score calibrated, 0..1
    /// @param reviewThreshold the lowest at which a policy asks for review; null where no policy uses the label
    /// @param actThreshold the lowest at which a policy acts by itself; null while automatic action is off
    /// @param origin the part of the item that scored worst, such as `/text`, `/media/0` or, for the text that
    ///     was read in an image, `/media/0/text`; null where there is only a text
    /// @param second of a video, where it scored worst
    public record Score(
            String label,
            double score,
            @Nullable Double reviewThreshold,
            @Nullable Double actThreshold,
            boolean flagged,
            String modelVersion,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String origin,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double second) {
        /// Of a text.
        public Score(
                String label,
                double score,
                @Nullable Double reviewThreshold,
                @Nullable Double actThreshold,
                boolean flagged,
                String modelVersion) {
            this(label, score, reviewThreshold, actThreshold, flagged, modelVersion, null, null);
        }
    }

    /// `bias + sum(contribution) = logit`, over the words of a text or the cells of an image.
    ///
    /// @param map null for a text
    public record Explanation(
            List<Token> tokens,
            double bias,
            double logit,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ActivationMap map) {
        /// Of a text.
        public Explanation(List<Token> tokens, double bias, double logit) {
            this(tokens, bias, logit, null);
        }
    }

    /// What each cell of an image adds to a label's logit.
    ///
    /// @param cells row by row, `columns` times `rows`
    public record ActivationMap(int columns, int rows, List<Double> cells) {}

    /// What is known of one image or video.
    ///
    /// @param index its place among the item's media, from 0
    /// @param unscored no model could judge it
    /// @param fault why not, in words; null for what is scored
    /// @param maps label to the cells that speak for it; of an image only
    /// @param seconds what was looked at of a video, in its order; empty for an image
    /// @param text what was read in an image; null where there is none, and where nothing reads texts in images
    public record MediaFinding(
            int index,
            MediaKind kind,
            boolean unscored,
            @Nullable String fault,
            List<PartScore> scores,
            Map<String, ActivationMap> maps,
            List<Second> seconds,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PictureText text) {
        /// Without a text in it.
        public MediaFinding(
                int index,
                MediaKind kind,
                boolean unscored,
                @Nullable String fault,
                List<PartScore> scores,
                Map<String, ActivationMap> maps,
                List<Second> seconds) {
            this(index, kind, unscored, fault, scores, maps, seconds, null);
        }
    }

    /// The text that was read in an image, and what the models said of it.
    ///
    /// @param text pieces of a row with a space between them, a row a line
    /// @param lines where its pieces stand in the image
    /// @param scores empty where no model could judge it
    /// @param explanation label to the words of `text` that speak for it
    /// @param modelVersion who read it
    /// @param fault why not all of it was read or judged, in words; null where it was
    public record PictureText(
            String text,
            List<TextLine> lines,
            List<PartScore> scores,
            Map<String, Explanation> explanation,
            String modelVersion,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String fault) {}

    /// A piece of a text in an image.
    ///
    /// @param start UTF-16 code units of the text, `end` exclusive
    /// @param score how sure the reader is of it, 0..1
    /// @param corners x and y of its four corners, shares of the image, clockwise from where it begins
    public record TextLine(int start, int end, double score, List<Double> corners) {}

    /// One label's score of one image or video; of a video its worst second's.
    public record PartScore(
            String label,
            double score,
            boolean flagged,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double second) {}

    /// One frame of a video.
    ///
    /// @param second from its start
    public record Second(double second, Map<String, Double> scores, boolean flagged) {}

    /// @param start UTF-16 code units of the text, `end` exclusive
    public record Token(int start, int end, double contribution) {}

    /// A match of a fast filter.
    ///
    /// @param spans where in a text; empty where it is no text that matched
    /// @param origin which text, where it is not the item's own: such as `/media/0/text`
    public record Filter(
            String kind,
            String source,
            List<List<Integer>> spans,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String origin) {
        /// Of the item's own text, or of an image as a whole.
        public Filter(String kind, String source, List<List<Integer>> spans) {
            this(kind, source, spans, null);
        }
    }

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
