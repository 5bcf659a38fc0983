package dev.docket.backend.quality;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.intake.ItemErased;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.dto.quality.CoachingCard;
import dev.docket.dto.quality.SendCard;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Sends a coaching card to the person whose look it was, who says that they read it. A person sees their cards without
/// that too; a card that is sent asks to be read.
@Service
public class Coaching {
    private static final int LONGEST_NOTE = 2_000;

    private final Accuracy accuracy;
    private final StoredCoachingNotes notes;
    private final AuditTrail audit;
    private final LiveEvents live;
    private final Clock clock;

    Coaching(Accuracy accuracy, StoredCoachingNotes notes, AuditTrail audit, LiveEvents live, Clock clock) {
        this.accuracy = accuracy;
        this.notes = notes;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /// @throws DomainProblem `not-found` also where the card is veiled from the caller
    @Transactional
    public CoachingCard send(Caller.Person by, UUID person, UUID item, SendCard request) {
        var errors = new FieldErrors();
        if (request.note() != null && request.note().length() > LONGEST_NOTE) {
            errors.add("/note", "at most 2000 characters");
        }
        errors.throwIfAny();
        card(by, person, item);
        boolean wordless = request.note() == null || request.note().isBlank();
        notes.send(person, item, wordless ? null : request.note(), by.id(), clock.instant());
        audit.append(
                by.actor(), "coaching.sent", "person", person.toString(), Map.of("item", item, "commented", !wordless));
        live.publishTo(person, "coaching.sent", item.toString(), Map.of("item", item));
        return card(by, person, item);
    }

    /// Of one's own cards alone.
    @Transactional
    public void acknowledge(Caller.Person person, UUID of, UUID item) {
        if (!person.id().equals(of) || !notes.acknowledge(person.id(), item, clock.instant())) {
            throw unknown();
        }
        audit.append(person.actor(), "coaching.acknowledged", "person", of.toString(), Map.of("item", item));
        live.publishTo(person.id(), "coaching.changed", item.toString(), Map.of("item", item));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ItemErased erased) {
        notes.forgetWords(erased.item());
    }

    private CoachingCard card(Caller.Person by, UUID person, UUID item) {
        return accuracy.of(by, person, null, null).cards().stream()
                .filter(card -> card.itemId().equals(item.toString()))
                .findFirst()
                .orElseThrow(Coaching::unknown);
    }

    private static DomainProblem unknown() {
        return new DomainProblem(CommonProblem.NOT_FOUND, "There is no such card.");
    }
}
