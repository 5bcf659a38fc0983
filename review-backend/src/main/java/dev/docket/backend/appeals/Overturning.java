package dev.docket.backend.appeals;

import dev.docket.backend.review.PastDecision;
import java.time.Instant;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What follows from an overturn beyond the decision that took the fallen one's place: others are told, and like
/// decisions are looked at again.
@Component
class Overturning {
    private final ApplicationEventPublisher events;
    private final ObjectProvider<LikeDecisions> likes;
    private final OverturnAlarm alarm;

    Overturning(ApplicationEventPublisher events, ObjectProvider<LikeDecisions> likes, OverturnAlarm alarm) {
        this.events = events;
        this.likes = likes;
        this.alarm = alarm;
    }

    void overturn(Appeal appeal, PastDecision overturned, Instant at) {
        events.publishEvent(new AppealOverturned(
                appeal.id(), appeal.item(), overturned.id(), Objects.requireNonNull(appeal.resolution()), at));
        likes.ifAvailable(like -> like.reopen(appeal.item(), overturned));
        alarm.raise(appeal);
    }
}
