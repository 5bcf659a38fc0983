package dev.docket.backend.review;

import dev.docket.backend.intake.ItemErased;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.dto.review.DecisionsChanged;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells desks which items are no longer what a search showed of them: two messages a second, however many decisions
/// take effect.
@Component
class EffectNews {
    private static final int MOST = 100;

    private final LiveEvents live;
    private final Set<UUID> changed = new LinkedHashSet<>();

    EffectNews(LiveEvents live) {
        this.live = live;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionTookEffect effect) {
        note(effect.item());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ItemErased erased) {
        note(erased.item());
    }

    @Scheduled(fixedDelay = 500)
    void tell() {
        List<String> items;
        boolean more;
        synchronized (changed) {
            if (changed.isEmpty()) {
                return;
            }
            items = changed.stream().limit(MOST).map(UUID::toString).toList();
            more = changed.size() > MOST;
            changed.clear();
        }
        live.publish("decision.changed", "*", new DecisionsChanged(items, more));
    }

    /// Once it is true: a desk that asks at once must find it.
    private void note(UUID item) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                synchronized (changed) {
                    changed.add(item);
                }
            }
        });
    }
}
