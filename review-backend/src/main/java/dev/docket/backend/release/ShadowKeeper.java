package dev.docket.backend.release;

import dev.docket.backend.classification.ItemsAssessed;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what models said whose scores did not count.
@Component
class ShadowKeeper {
    private static final int PAGE = 20_000;

    private final StoredShadow shadow;
    private final ReleaseSettings settings;

    ShadowKeeper(StoredShadow shadow, ReleaseSettings settings) {
        this.shadow = shadow;
        this.settings = settings;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ItemsAssessed assessed) {
        var scores = assessed.items().stream()
                .flatMap(seen -> seen.beside().entrySet().stream()
                        .map(other -> new StoredShadow.Said(seen.item().id(), other.getKey(), other.getValue())))
                .toList();
        if (!scores.isEmpty()) {
            shadow.insert(scores);
        }
    }

    /// A page at a time, so that no one statement holds up vacuum.
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void prune() {
        int gone = PAGE;
        while (gone == PAGE) {
            gone = shadow.prune(settings.keepShadow(), PAGE);
        }
    }
}
