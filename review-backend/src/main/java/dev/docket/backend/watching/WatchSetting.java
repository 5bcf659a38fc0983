package dev.docket.backend.watching;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.watching.StoredWatchSettings.Setting;
import dev.docket.dto.models.WatchSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// On how many tasks scores are withheld, and how much of the queues is kept for what the model
/// is unsure of. Both are off until somebody turns them on.
@Service
public class WatchSetting {
    private static final Logger log = LoggerFactory.getLogger(WatchSetting.class);
    private static final double MOST = 0.5;
    private final StoredWatchSettings stored;
    private final AuditTrail audit;
    private volatile @Nullable Known known;

    WatchSetting(StoredWatchSettings stored, AuditTrail audit) {
        this.stored = stored;
        this.audit = audit;
    }

    /// @param settings the newest first
    record Known(Optional<UUID> salt, List<Setting> settings) {}

    public WatchSettings now() {
        return stored.all().stream()
                .findFirst()
                .map(setting -> new WatchSettings(setting.hiddenShare(), setting.exploredShare()))
                .orElse(new WatchSettings(0, 0));
    }

    @Transactional
    public WatchSettings set(WatchSettings wanted, Actor.Person by) {
        var errors = new FieldErrors();
        check(wanted.hiddenScoresShare(), "/hiddenScoresShare", errors);
        check(wanted.exploredShare(), "/exploredShare", errors);
        errors.throwIfAny();
        stored.add(wanted.hiddenScoresShare(), wanted.exploredShare(), by.id());
        audit.append(
                by,
                "watching.set",
                "watching",
                "shares",
                Map.of("hiddenScores", wanted.hiddenScoresShare(), "explored", wanted.exploredShare()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known = null;
            }
        });
        return wanted;
    }

    /// Once a second, so that no claim and no decision asks for it.
    @Scheduled(fixedDelay = 1_000)
    void refresh() {
        try {
            known = read();
        } catch (DataAccessException | TransactionException away) {
            log.atDebug().setCause(away).log("The settings cannot be read; those of before hold");
        }
    }

    private Known read() {
        return new Known(stored.salt(), stored.all());
    }

    private Known known() {
        @Nullable Known present = known;
        if (present == null) {
            present = read();
            known = present;
        }
        return present;
    }

    private static void check(double share, String pointer, FieldErrors errors) {
        if (!(share >= 0 && share <= MOST)) {
            errors.add(pointer, "0 to " + MOST);
        }
    }

    /// What decides which tasks; null while nothing was ever set.
    @Nullable UUID salt() {
        return known().salt().orElse(null);
    }

    /// On how many of the tasks that were made then scores are withheld.
    double hiddenShare(Instant made) {
        return known().settings().stream()
                .filter(setting -> !setting.at().isAfter(made))
                .findFirst()
                .map(Setting::hiddenShare)
                .orElse(0.0);
    }

    double exploredShare() {
        return known().settings().stream()
                .findFirst()
                .map(Setting::exploredShare)
                .orElse(0.0);
    }
}
