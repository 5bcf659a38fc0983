package dev.docket.backend.labels;

import dev.docket.backend.policy.Policy;
import dev.docket.backend.policy.Policy.LabelThreshold;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a decision teaches about each label: 1 where the person found it, 0 where they looked and did not.
///
/// A violation of a policy says so for the policy's primary label alone. Its other labels are left out: whoever removes
/// an item for harassment has not said whether it is toxic. Every policy is before the person who decides, so the
/// labels of those not violated are 0. An appeal's outcomes and CANNOT_DECIDE teach nothing by themselves.
final class Finding {
    private Finding() {}

    static Map<String, Integer> of(Outcome outcome, Collection<Violation> violations, Collection<Policy> policies) {
        var labels = new TreeMap<String, Integer>();
        if (outcome != Outcome.APPROVE && outcome != Outcome.VIOLATION) {
            return labels;
        }
        var broken = violations.stream().map(Violation::policy).collect(Collectors.toSet());
        for (var policy : policies) {
            policy.labels().forEach(label -> labels.putIfAbsent(label.label(), 0));
        }
        for (var policy : policies) {
            if (broken.contains(policy.key())) {
                policy.labels().forEach(label -> labels.remove(label.label()));
            }
        }
        for (var policy : policies) {
            if (broken.contains(policy.key())) {
                policy.labels().stream().filter(LabelThreshold::primary).forEach(label -> labels.put(label.label(), 1));
            }
        }
        return labels;
    }
}
