package dev.docket.backend.review;

import dev.docket.backend.audit.Veil;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Ids;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/// A first decision stays out of the audit trail that supervisors read while somebody else may still
/// give the second look: a supervisor may be that person. So do decisions before a blind look at an appeal.
@Component
class SecondLookVeil implements Veil {
    private final StoredDecisions stored;
    private final Veils veils;

    SecondLookVeil(StoredDecisions stored, Veils veils) {
        this.stored = stored;
        this.veils = veils;
    }

    @Override
    public Set<String> veiled(Collection<String> subjects, Caller.Person reader) {
        var ids = subjects.stream()
                .filter(subject -> Ids.parse(subject).isPresent())
                .toList();
        var hidden = new HashSet<>(stored.waiting(ids));
        var items = stored.itemsOf(ids);
        var veiled = veils.over(Set.copyOf(items.values()), reader);
        items.forEach((subject, item) -> {
            if (veiled.contains(item)) {
                hidden.add(subject);
            }
        });
        return hidden;
    }
}
