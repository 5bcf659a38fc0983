package dev.docket.backend.enforcement;

import dev.docket.backend.platform.Ids;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Messages that need not wait for a grace time.
@Component
class SentMessages implements OutgoingMessages {
    private final Outbox outbox;
    private final Clock clock;

    SentMessages(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(MessageType type, UUID item, Object data) {
        outbox.ready(Ids.next(), item, new Message(type.wire(), clock.instant(), data));
    }
}
