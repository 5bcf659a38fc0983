package dev.docket.dto.appeals;

import dev.docket.dto.review.Action;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What whoever decides an appeal reads beside the item.
///
/// @param decisions those on the item in the order they were taken; empty while veiled
/// @param policies as they read when the decision was taken; empty while veiled
/// @param sentences prepared for the reasons, in the language of the notice
/// @param involved how many people took part before and are kept out
/// @param veiled the decision is withheld until the reader has written down a finding of their own
/// @param provisional what the reader found before they saw the decision
public record AppealDossier(
        AppealView appeal,
        @Nullable String statement,
        String language,
        List<EarlierDecision> decisions,
        List<PolicyThen> policies,
        List<Sentence> sentences,
        int involved,
        boolean veiled,
        @Nullable ProvisionalFinding provisional) {

    /// A decision taken before the appeal; never by name.
    ///
    /// @param appealed it is the one appealed against
    /// @param byAutomation nobody decided it but a policy's threshold
    /// @param note for colleagues
    /// @param reasons for the author
    public record EarlierDecision(
            String id,
            DecisionKind kind,
            boolean appealed,
            boolean byAutomation,
            Outcome outcome,
            List<Violation> violations,
            List<Action> actions,
            Map<String, Integer> policyVersions,
            @Nullable String note,
            @Nullable String reasons,
            Instant decidedAt) {}

    /// A policy at the version decided under.
    ///
    /// @param currentVersion the one in force now
    public record PolicyThen(String key, String title, int version, int currentVersion, String text) {}

    /// A sentence to take over into the reasons.
    ///
    /// @param policy null for one that fits any
    public record Sentence(@Nullable String policy, Outcome outcome, String text) {}
}
