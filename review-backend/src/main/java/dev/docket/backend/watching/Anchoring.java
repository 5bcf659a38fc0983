package dev.docket.backend.watching;

import dev.docket.backend.labels.HiddenScores;
import dev.docket.backend.queue.ScoreVeil;
import dev.docket.backend.registry.SaltedShare;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Withholds scores on a random share of the tasks. Chance alone decides which, so the
/// difference between decisions with and without scores is what seeing them does.
///
/// Which they are follows from the task, the salt and the share that held when the task was
/// made: nothing is written, every floor finds the same, and a share that is changed changes no
/// task that is there.
@Component
class Anchoring implements ScoreVeil, HiddenScores {
    private final WatchSetting setting;
    private final StoredWatchSettings stored;

    Anchoring(WatchSetting setting, StoredWatchSettings stored) {
        this.setting = setting;
        this.stored = stored;
    }

    @Override
    public Set<UUID> withheld(Collection<Made> tasks) {
        return tasks.stream()
                .filter(made -> hides(made.task(), made.at()))
                .map(Made::task)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean hidden(UUID task) {
        return setting.salt() != null
                && stored.madeAt(task).map(at -> hides(task, at)).orElse(false);
    }

    private boolean hides(UUID task, Instant made) {
        @Nullable UUID salt = setting.salt();
        return salt != null && SaltedShare.of(salt, task) < setting.hiddenShare(made);
    }
}
