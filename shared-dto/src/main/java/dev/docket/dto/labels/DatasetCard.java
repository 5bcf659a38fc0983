package dev.docket.dto.labels;

import dev.docket.dto.Phrase;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a dataset card says, as facts: for programs that say it in another language than the card, which is English.
///
/// @param request what was asked for, with what was left to the floor filled in
/// @param labels that it teaches
/// @param to decisions that took effect before this time
/// @param splits in rows
/// @param outcomes of the decisions, in rows
/// @param judgedByTwo rows that two people or more judged without knowing of each other
/// @param agreement share of their pairs that found the same; 0 for none
/// @param weights what `weight` is made of
/// @param gaps what is missing or thin; the label that a gap is about is named in `neverFound`
/// @param neverFound labels that nobody found here
/// @param erasedRows rows whose text is gone since
public record DatasetCard(
        String version,
        CreateLabelSet request,
        List<String> labels,
        Instant to,
        long rows,
        Map<String, Long> splits,
        LabelSetFigures figures,
        Map<String, Long> outcomes,
        LeftOut leftOut,
        long judgedByTwo,
        double agreement,
        Weights weights,
        List<Phrase> gaps,
        List<String> neverFound,
        String sha256,
        long erasedRows) {

    /// Rows that stayed out, and why.
    ///
    /// @param heldOut golden and evaluation items and their near-duplicates
    /// @param straddling of groups whose split is of another time
    /// @param balance without a positive label
    public record LeftOut(long heldOut, long straddling, long balance) {}

    /// @param mostInverse most that an inverse propensity counts
    /// @param oneLook what one judgement is worth
    public record Weights(double mostInverse, double oneLook) {}

    /// The same after items were erased.
    public DatasetCard withErased(long rowsErased) {
        return new DatasetCard(
                version,
                request,
                labels,
                to,
                rows,
                splits,
                figures,
                outcomes,
                leftOut,
                judgedByTwo,
                agreement,
                weights,
                gaps,
                neverFound,
                sha256,
                rowsErased);
    }
}
