package dev.docket.backend.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The policies in force.
public interface Policies {
    /// Every policy at its current version, in the order the desk shows them.
    List<Policy> all();

    Optional<Policy> byKey(String key);

    /// A version that is or was in force.
    Optional<Policy> byKey(String key, int version);

    /// Compares every score with every policy that uses its label (never only the top one).
    ///
    /// Without a flagged label the route is ALLOW; a policy with automatic action on and reached gives ACT;
    /// anything else flagged gives REVIEW in the queue of the policy with the highest severity, then excess.
    ///
    /// @param scores label to calibrated score, 0..1
    Routing route(Map<String, Double> scores);
}
