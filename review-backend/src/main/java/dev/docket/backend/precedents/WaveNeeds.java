package dev.docket.backend.precedents;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.precedents.StoredWaves.Pending;
import dev.docket.backend.queue.FurtherNeeds;
import dev.docket.dto.floor.FloorView.Need;
import dev.docket.dto.precedents.WaveState;
import java.util.List;
import org.springframework.stereotype.Component;

/// Waves that somebody has judged are among what waits for a supervisor: to be judged as the second person, or to be
/// settled as the third. Nothing of what was found is in it.
@Component
class WaveNeeds implements FurtherNeeds {
    private final StoredWaves stored;

    WaveNeeds(StoredWaves stored) {
        this.stored = stored;
    }

    @Override
    public List<Need> of(Caller.Person supervisor) {
        return stored.pending(StoredWaves.Reader.of(supervisor)).stream()
                .map(WaveNeeds::need)
                .toList();
    }

    private static Need need(Pending wave) {
        boolean disputed = wave.state() == WaveState.DISPUTED;
        return Need.wave(wave.id().toString(), disputed, wave.queue(), wave.items(), wave.since(), wave.dueAt());
    }
}
