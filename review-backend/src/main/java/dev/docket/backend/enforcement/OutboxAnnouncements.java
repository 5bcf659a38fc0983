package dev.docket.backend.enforcement;

import dev.docket.backend.platform.Ids;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Announcements as rows of the outbox. Written even while nobody listens: a webhook may be registered later and the
/// messages replayed to it.
@Component
class OutboxAnnouncements implements Announcements {
    private final Outbox outbox;

    OutboxAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(MessageType type, UUID item, Instant at, Object data) {
        outbox.ready(Ids.next(), item, new Message(type.wire(), at, data));
    }
}
