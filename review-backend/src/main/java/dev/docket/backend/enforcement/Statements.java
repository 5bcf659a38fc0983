package dev.docket.backend.enforcement;

import dev.docket.backend.intake.Item;
import dev.docket.backend.review.Finding;
import dev.docket.dto.review.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Statements of reasons in the words their readers get. Written from policy, decision and facts alone, so the same
/// decision always reads the same, whether it is previewed or sent.
public interface Statements {
    /// Writes a statement in the language asked for, or in English where that is not known.
    ///
    /// @param language BCP 47; the primary subtag counts
    Statement write(Facts facts, String language);

    /// Primary subtags of the languages there are words in.
    Set<String> languages();

    /// Who reads it.
    enum Reader {
        AUTHOR,
        REPORTER
    }

    /// What a statement tells of.
    ///
    /// @param policyVersions policy key to the version decided under
    /// @param automated no person took the decision
    /// @param appealOutcome UPHOLD, OVERTURN or CHANGE where it answers an appeal
    /// @param decidedAt null while it is only previewed
    record Facts(
            Reader reader,
            Item item,
            Finding finding,
            Map<String, Integer> policyVersions,
            boolean automated,
            @Nullable Outcome appealOutcome,
            @Nullable Instant decidedAt) {}

    /// @param language it is written in
    record Statement(String language, String title, List<Section> sections) {}

    record Section(String heading, String text) {}
}
