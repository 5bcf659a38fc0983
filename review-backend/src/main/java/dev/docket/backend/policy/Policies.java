package dev.docket.backend.policy;

import dev.docket.backend.platform.SourceQueue;
import dev.docket.dto.review.Violation;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The policies in force.
public interface Policies {
    /// The language of an item that says none.
    String UNKNOWN_LANGUAGE = "und";

    /// Every policy at its current version, in the order the desk shows them; those out of use too.
    List<Policy> all();

    Optional<Policy> byKey(String key);

    /// The policy whose items wait in a queue: a policy's own, or one that it has for a source.
    default Optional<Policy> ofQueue(String queue) {
        return byKey(SourceQueue.policyOf(queue));
    }

    /// A version that is or was in force.
    Optional<Policy> byKey(String key, int version);

    /// Grace time before a decision that found these violations is enforced: the longest that one
    /// of the violated policies gives; the shortest where none is violated.
    ///
    /// @param versions the versions the decision is bound to
    default Duration grace(List<Violation> violations, Map<String, Integer> versions) {
        return violations.stream()
                .map(violation -> grace(violation, versions.get(violation.policy())))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ofSeconds(Policy.graceSeconds(1)));
    }

    private Duration grace(Violation violation, @Nullable Integer version) {
        var policy = version == null ? byKey(violation.policy()) : byKey(violation.policy(), version);
        int severity = violation.severity();
        return Duration.ofSeconds(
                policy.map(one -> one.graceSecondsAt(severity)).orElse(Policy.graceSeconds(severity)));
    }

    /// Compares every score with every policy that uses its label (never only the top one), by the
    /// thresholds of the
    /// item's language.
    ///
    /// Without a flagged label the route is ALLOW. A policy whose automatic action is on and
    /// reached gives ACT, unless
    /// a graver one asks for a person. Anything else flagged gives REVIEW in the queue of the
    /// policy with the highest
    /// severity, then excess.
    ///
    /// @param scores label to calibrated score, 0..1
    /// @param language BCP 47; anything else is as good as unknown
    Routing route(Map<String, Double> scores, String language);

    /// The same for an item of unknown language.
    default Routing route(Map<String, Double> scores) {
        return route(scores, UNKNOWN_LANGUAGE);
    }

    /// The share of allowed items that a person sees all the same, where somebody set one; else it
    /// is configured.
    default OptionalDouble auditShare() {
        return OptionalDouble.empty();
    }

    /// Whether the policy may act without a person now: it says how, its automatic action is on,
    /// and nobody has stopped all of them.
    default boolean mayAct(String key) {
        return false;
    }
}
