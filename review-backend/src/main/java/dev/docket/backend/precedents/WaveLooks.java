package dev.docket.backend.precedents;

import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.review.ItemLookedAt;
import dev.docket.dto.precedents.WaveDecision;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Tells those who look after people that somebody looked at a wave: its items are alike, so it weighs what its leader
/// does for the time that they spent.
@Component
class WaveLooks {
    private static final int UNKNOWN = 1;

    private final Items items;
    private final ApplicationEventPublisher events;

    WaveLooks(Items items, ApplicationEventPublisher events) {
        this.items = items;
        this.events = events;
    }

    /// In the transaction that keeps what they found.
    void tell(UUID person, UUID leader, String queue, WaveDecision request) {
        events.publishEvent(new ItemLookedAt(
                person,
                queue,
                items.find(leader).map(Item::content).orElse(null),
                request.outcome(),
                Objects.requireNonNullElse(request.violations(), List.of()),
                Objects.requireNonNullElse(request.elapsedMs(), 0L),
                request.revealed(),
                request.shown(),
                UNKNOWN));
    }
}
