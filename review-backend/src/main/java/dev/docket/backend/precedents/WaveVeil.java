package dev.docket.backend.precedents;

import dev.docket.backend.audit.Veil;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Ids;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Who judged a wave, and that they did, stays out of the trail for whoever may yet judge or settle it.
@Component
class WaveVeil implements Veil {
    private final StoredWaves stored;

    WaveVeil(StoredWaves stored) {
        this.stored = stored;
    }

    @Override
    public Set<String> veiled(Collection<String> subjects, Caller.Person reader) {
        var ids = subjects.stream()
                .filter(subject -> Ids.parse(subject).isPresent())
                .toList();
        return ids.isEmpty() ? Set.of() : stored.judgedByOthers(ids, reader.id());
    }
}
