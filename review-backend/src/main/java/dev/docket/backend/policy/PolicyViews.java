package dev.docket.backend.policy;

import dev.docket.backend.policy.StoredPolicies.Published;
import dev.docket.dto.policy.PolicyAutomation;
import dev.docket.dto.policy.PolicyLabel;
import dev.docket.dto.policy.PolicyView;
import dev.docket.dto.quality.PersonName;
import org.jspecify.annotations.Nullable;

/// A policy as the wire shows it.
final class PolicyViews {
    private PolicyViews() {}

    static PolicyView of(Published published, @Nullable PersonName by, PolicyAutomation automation) {
        var policy = published.policy();
        var terms = policy.terms();
        return new PolicyView(
                policy.key(),
                policy.version(),
                policy.title(),
                policy.text(),
                policy.labels().stream()
                        .map(label -> new PolicyLabel(
                                label.label(), label.language(), label.review(), label.act(), label.primary()))
                        .toList(),
                policy.defaultSeverity(),
                terms.minSeverity(),
                terms.maxSeverity(),
                policy.allowedActions(),
                policy.defaultAction(),
                terms.minimumRole(),
                terms.skills(),
                terms.graceSeconds(),
                terms.dsaCategory(),
                published.position(),
                policy.active(),
                published.publishedAt(),
                by,
                automation);
    }
}
