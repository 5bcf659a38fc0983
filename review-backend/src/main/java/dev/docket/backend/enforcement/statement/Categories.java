package dev.docket.backend.enforcement.statement;

import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Which of the EU's categories a policy falls under now. A decision's own is that of the version it
/// is bound to.
@Component
public class Categories {
    private final Policies policies;

    Categories(Policies policies) {
        this.policies = policies;
    }

    /// @return empty for a policy that says none, and for an unknown one
    public Optional<String> of(String policy) {
        return policies.byKey(policy).flatMap(Categories::of);
    }

    static Optional<String> of(Policy policy) {
        return Optional.ofNullable(policy.terms().dsaCategory());
    }
}
