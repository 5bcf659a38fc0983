package dev.docket.backend.appeals;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.enforcement.Announcements;
import dev.docket.backend.enforcement.MessageType;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.review.PastDecision;
import dev.docket.dto.appeals.Appellant;
import dev.docket.dto.appeals.Notice;
import dev.docket.dto.review.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells of what becomes of an appeal, in the transaction that makes it so: the audit trail, the platform, the desks.
@Component
class Tidings {
    private final AuditTrail audit;
    private final Announcements platforms;
    private final LiveEvents live;
    private final Items items;
    private final Notices notices;

    Tidings(AuditTrail audit, Announcements platforms, LiveEvents live, Items items, Notices notices) {
        this.audit = audit;
        this.platforms = platforms;
        this.live = live;
        this.items = items;
        this.notices = notices;
    }

    void received(Appeal appeal, Item item, Actor by) {
        audit.append(
                by,
                "appeal.received",
                "appeal",
                appeal.id().toString(),
                Map.of("item", item.id(), "decision", appeal.decision(), "task", appeal.task()));
        platforms.announce(
                MessageType.APPEAL_RECEIVED,
                item.id(),
                appeal.receivedAt(),
                new Received(
                        appeal.id().toString(),
                        item.id().toString(),
                        item.source(),
                        item.externalId(),
                        appeal.decision().toString(),
                        appeal.appellant(),
                        appeal.dueAt()));
        changed("appeal.received", appeal);
    }

    /// Tells the appellant, and others whom the outcome concerns.
    void decided(Appeal appeal, PastDecision answer) {
        Item item = items.find(appeal.item()).orElseThrow();
        Instant at = Objects.requireNonNull(appeal.decidedAt());
        Outcome outcome = Objects.requireNonNull(appeal.outcome());
        String resolution = Objects.requireNonNull(appeal.resolution()).toString();
        audit.append(
                new Actor.Automation("appeals"),
                "appeal.decided",
                "appeal",
                appeal.id().toString(),
                Map.of("item", item.id(), "outcome", outcome, "decision", resolution));
        platforms.announce(
                MessageType.APPEAL_DECIDED,
                item.id(),
                at,
                new Decided(
                        appeal.id().toString(),
                        item.id().toString(),
                        item.source(),
                        item.externalId(),
                        appeal.decision().toString(),
                        appeal.appellant(),
                        outcome,
                        appeal.reasons(),
                        resolution,
                        at,
                        notices.ofOutcome(appeal, answer, item)));
        changed("appeal.decided", appeal);
    }

    void withdrawn(Appeal appeal) {
        audit.append(
                new Actor.Automation("appeals"),
                "appeal.withdrawn",
                "appeal",
                appeal.id().toString(),
                Map.of("item", appeal.item()));
        changed("appeal.withdrawn", appeal);
    }

    void revealed(Appeal appeal, Actor by, Outcome provisional) {
        audit.append(
                by,
                "appeal.revealed",
                "appeal",
                appeal.id().toString(),
                Map.of("item", appeal.item(), "provisional", provisional));
    }

    void changed(String type, Appeal appeal) {
        live.publish(type, appeal.id().toString(), new Changed(appeal.id().toString(), appeal.dueAt()));
    }

    /// @param of policy, moderator or model
    void alarm(String of, String key, double share, long decided) {
        live.publish("appeal.alert", key, new Alarm(of, key, share, decided));
    }

    /// The data of `appeal.received`.
    record Received(
            String appealId,
            String itemId,
            String source,
            String externalId,
            String decisionId,
            Appellant appellant,
            Instant dueAt) {}

    /// The data of `appeal.decided`.
    record Decided(
            String appealId,
            String itemId,
            String source,
            String externalId,
            String decisionId,
            Appellant appellant,
            Outcome outcome,
            @Nullable String reasons,
            String resolutionId,
            Instant decidedAt,
            List<Told> notices) {}

    /// Somebody to be told, and the notice to show them.
    record Told(Appellant recipient, Notice notice) {}

    record Changed(String appeal, Instant dueAt) {}

    record Alarm(String of, String key, double share, long decided) {}
}
