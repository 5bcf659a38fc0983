package dev.docket.backend.review;

import dev.docket.backend.audit.Veil;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/// A first decision stays out of the audit trail that supervisors read while somebody else may still
/// give the second look: a supervisor may be that person.
@Component
class SecondLookVeil implements Veil {
    private final StoredDecisions stored;

    SecondLookVeil(StoredDecisions stored) {
        this.stored = stored;
    }

    @Override
    public Set<String> veiled(Collection<String> decisions) {
        return stored.waiting(decisions);
    }
}
