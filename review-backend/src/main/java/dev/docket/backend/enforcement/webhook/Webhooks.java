package dev.docket.backend.enforcement.webhook;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.enforcement.Cursor;
import dev.docket.backend.enforcement.MessageType;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.dto.Page;
import dev.docket.dto.enforcement.CreateWebhook;
import dev.docket.dto.enforcement.WebhookDelivery;
import dev.docket.dto.enforcement.WebhookView;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The receivers of messages, as administrators see them.
@Service
public class Webhooks {
    private static final String ALL = "*";
    private static final Actor RECEIVER = new Actor.Automation("webhooks");
    private static final Set<String> STATES = Set.of("PENDING", "DELIVERED", "DEAD");

    private final StoredWebhooks webhooks;
    private final Deliveries deliveries;
    private final AuditTrail audit;
    private final LiveEvents live;
    private final Clock clock;

    Webhooks(StoredWebhooks webhooks, Deliveries deliveries, AuditTrail audit, LiveEvents live, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /// Registers a receiver. The answer is the only one that ever shows its secret.
    @Transactional
    public WebhookView register(CreateWebhook request, Actor.Person by) {
        check(request);
        var events = request.events() == null
                ? List.of(ALL)
                : request.events().stream().distinct().toList();
        var id = Ids.next();
        var now = clock.instant();
        String secret = Signature.newSecret();
        webhooks.insert(id, request.url(), secret, events, by.id(), now);
        changed(by, "webhook.created", id, Map.of("events", events));
        return new WebhookView(id.toString(), request.url(), named(events), now, 0, 0, null, secret);
    }

    public List<WebhookView> all() {
        return webhooks.all();
    }

    @Transactional
    public void delete(UUID id, Actor.Person by) {
        if (!webhooks.delete(id)) {
            throw unknown();
        }
        changed(by, "webhook.deleted", id, Map.of());
    }

    /// Stops sending to a receiver. What is on its way waits; what comes meanwhile is not for it, and it may catch up
    /// by the feed of decisions.
    @Transactional
    public WebhookView disable(UUID id, Actor.Person by) {
        if (webhooks.disable(id)) {
            changed(by, "webhook.disabled", id, Map.of());
        }
        return webhooks.find(id).orElseThrow(Webhooks::unknown);
    }

    /// Stops sending to a receiver that answers that it is gone for good; what waits for it can be replayed.
    @Transactional
    public void gone(UUID id, Reply reply) {
        if (webhooks.disable(id)) {
            deliveries.giveUp(id, reply);
            changed(RECEIVER, "webhook.disabled", id, Map.of("status", Objects.requireNonNull(reply.status())));
        }
    }

    /// Sends to it again, beginning with what waits. What was given up on stays so until it is replayed.
    @Transactional
    public WebhookView enable(UUID id, Actor.Person by) {
        if (webhooks.enable(id)) {
            changed(by, "webhook.enabled", id, Map.of());
        }
        return webhooks.find(id).orElseThrow(Webhooks::unknown);
    }

    /// What was or will be sent, the newest first.
    ///
    /// @param state one of `PENDING`, `DELIVERED`, `DEAD`; null for all
    /// @param after where the page before ended
    @Transactional(readOnly = true)
    public Page<WebhookDelivery> deliveries(UUID id, @Nullable String state, @Nullable String after, int limit) {
        var errors = new FieldErrors();
        if (state != null && !STATES.contains(state)) {
            errors.add("/state", "must be one of DEAD, DELIVERED, PENDING");
        }
        var from = after == null
                ? Long.valueOf(Long.MAX_VALUE)
                : Cursor.read(after).orElse(null);
        if (from == null) {
            errors.add("/after", "must be a cursor that this list gave");
        }
        errors.throwIfAny();
        requireKnown(id);
        return webhooks.deliveries(id, state, from == null ? 0 : from, limit);
    }

    /// Sends again what was given up on, or one message whatever became of it, and enables a disabled receiver.
    @Transactional
    public int replay(UUID id, @Nullable UUID message, Actor.Person by) {
        requireKnown(id);
        int replayed = webhooks.replay(id, message);
        if (message != null && replayed == 0) {
            throw new DomainProblem(CommonProblem.NOT_FOUND, "This webhook has no such message; list its deliveries.");
        }
        webhooks.enable(id);
        changed(by, "webhook.replayed", id, Map.of("messages", replayed));
        return replayed;
    }

    private void changed(Actor by, String action, UUID id, Map<String, Object> details) {
        audit.append(by, action, "webhook", id.toString(), details);
        live.publish("webhook.changed", id.toString(), Map.of("webhook", id));
    }

    private static void check(CreateWebhook request) {
        var errors = new FieldErrors();
        ReceiverAddress.fault(request.url()).ifPresent(fault -> errors.add("/url", fault));
        var events = request.events();
        if (events != null && events.isEmpty()) {
            errors.add("/events", "must name at least one type, or be absent for all");
        }
        for (int i = 0; events != null && i < events.size(); i++) {
            if (!MessageType.all().contains(events.get(i))) {
                errors.add("/events/" + i, "must be one of " + String.join(", ", MessageType.all()));
            }
        }
        errors.throwIfAny();
    }

    /// `*` in words.
    static List<String> named(List<String> events) {
        return events.contains(ALL) ? MessageType.all() : events;
    }

    private void requireKnown(UUID id) {
        if (!webhooks.exists(id)) {
            throw unknown();
        }
    }

    private static DomainProblem unknown() {
        return new DomainProblem(CommonProblem.NOT_FOUND, "There is no such webhook; list them.");
    }
}
