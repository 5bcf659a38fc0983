package dev.docket.backend.policy;

import dev.docket.dto.people.Role;
import dev.docket.dto.review.ActionType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One version of a written rule.
///
/// @param labels what feeds it, a row for each label and language; the primary label is the one a
///     violation teaches
/// @param defaultSeverity 1 low .. 4 critical
/// @param active whether it is in use: routed to and offered for decisions
public record Policy(
        String key,
        int version,
        String title,
        String text,
        List<LabelThreshold> labels,
        int defaultSeverity,
        List<ActionType> allowedActions,
        ActionType defaultAction,
        Terms terms,
        boolean active) {
    /// What nobody can give back, and nothing but two persons may therefore impose.
    private static final Set<ActionType> IRREVERSIBLE = Set.of(ActionType.BAN);

    /// A policy in use, with the usual terms.
    public Policy(
            String key,
            int version,
            String title,
            String text,
            List<LabelThreshold> labels,
            int defaultSeverity,
            List<ActionType> allowedActions,
            ActionType defaultAction) {
        this(key, version, title, text, labels, defaultSeverity, allowedActions, defaultAction, Terms.USUAL, true);
    }

    /// @param language BCP 47 in lower case; `*` for every language without a threshold of its own
    /// @param review score from which the item goes to review, 0..1
    /// @param act score from which the policy acts by itself while its automation is on; null for never
    public record LabelThreshold(
            String label,
            String language,
            double review,
            @Nullable Double act,
            boolean primary) {
        public static final String EVERY_LANGUAGE = "*";

        /// For every language.
        public LabelThreshold(String label, double review, @Nullable Double act, boolean primary) {
            this(label, EVERY_LANGUAGE, review, act, primary);
        }
    }

    /// How findings are made and take effect.
    ///
    /// @param skills that whoever decides must all have
    /// @param graceSeconds null leaves it to the severity
    public record Terms(
            int minSeverity,
            int maxSeverity,
            Role minimumRole,
            List<String> skills,
            @Nullable Integer graceSeconds,
            @Nullable String dsaCategory) {
        public static final Terms USUAL = new Terms(1, 4, Role.MODERATOR, List.of(), null, null);

        /// @return why no finding can have this severity; empty when one can
        public Optional<String> objection(int severity) {
            return severity >= minSeverity && severity <= maxSeverity
                    ? Optional.empty()
                    : Optional.of(
                            minSeverity == 1 && maxSeverity == 4
                                    ? "1 low to 4 critical"
                                    : minSeverity + " to " + maxSeverity + " by this policy");
        }
    }

    /// Whether somebody of these roles and skills may decide by this policy.
    public boolean mayBeDecidedBy(Collection<Role> roles, Collection<String> having) {
        return objection(roles, having).isEmpty();
    }

    /// @return what somebody of these roles and skills lacks to decide by it; empty when they may
    public Optional<String> objection(Collection<Role> roles, Collection<String> having) {
        if (!roles.contains(terms.minimumRole())) {
            return Optional.of("decided by the role " + terms.minimumRole() + " and above");
        }
        return having.containsAll(terms.skills())
                ? Optional.empty()
                : Optional.of("decided by people trained in " + String.join(", ", terms.skills()));
    }

    /// Whether its default action could be taken without a person: it does something, and can be
    /// taken back.
    public boolean canAct() {
        return defaultAction != ActionType.NONE && !IRREVERSIBLE.contains(defaultAction);
    }

    /// Grace time before a decision by this policy is enforced.
    ///
    /// @return seconds
    public int graceSecondsAt(int severity) {
        Integer own = terms.graceSeconds();
        return own == null ? graceSeconds(severity) : own;
    }

    /// Grace time before a decision of this severity is enforced, unless its policy says otherwise.
    ///
    /// @return seconds: 5 at severity 1 and 2, 15 at 3 and 4
    public static int graceSeconds(int severity) {
        return severity >= 3 ? 15 : 5;
    }
}
