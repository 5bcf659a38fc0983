package dev.docket.backend.intake;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.ItemMetrics;
import dev.docket.dto.item.ItemState;
import dev.docket.dto.item.Media;
import dev.docket.dto.item.ReportRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What platforms do to items: submit, report, update their reach, erase.
///
/// An item is stored before it is acknowledged, together with its classification job, in one transaction.
@Service
public class Submissions {
    private final StoredItems items;
    private final MediaStore media;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    Submissions(StoredItems items, MediaStore media, ApplicationEventPublisher events, AuditTrail audit, Clock clock) {
        this.items = items;
        this.media = media;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /// Stores an item, once for each `(source, externalId)`.
    ///
    /// @throws dev.docket.backend.platform.InvalidInput with every fault of the item
    /// @throws DomainProblem `item-changed` when it was submitted before with other content
    @Transactional
    public Submitted submit(ItemContent item) {
        var errors = new FieldErrors();
        new ItemRules(errors, clock.instant()).check(item);
        errors.throwIfAny();

        byte[] digest = Digests.ofContent(item);
        UUID id = Ids.next();
        if (items.insert(id, item, keep(item), digest, clock.instant())) {
            events.publishEvent(new ItemSubmitted(id));
            return new Submitted(id, item.externalId(), ItemState.RECEIVED, true);
        }
        var existing = items.find(item.source(), item.externalId()).orElseThrow();
        if (!Arrays.equals(existing.digest(), digest)) {
            throw new DomainProblem(
                    IntakeProblem.ITEM_CHANGED,
                    "Submit changed content under an external id of its own.",
                    Map.of("itemId", existing.item().id()));
        }
        return new Submitted(
                existing.item().id(), item.externalId(), existing.item().state(), false);
    }

    /// Counts a user's report, once for each reporter, item and policy.
    ///
    /// @return whether it was new
    @Transactional
    public boolean report(UUID id, ReportRequest report) {
        var errors = new FieldErrors();
        new ItemRules(errors, clock.instant()).check(report);
        errors.throwIfAny();
        known(id);
        if (!items.insertReport(
                Ids.next(), id, report.reporter(), report.policy(), report.comment(), clock.instant())) {
            return false;
        }
        events.publishEvent(items.countReport(id));
        events.publishEvent(new ItemReported(id, report.policy()));
        return true;
    }

    /// Updates an item's reach; a number left out stays.
    @Transactional
    public void changeReach(UUID id, ItemMetrics metrics) {
        var errors = new FieldErrors();
        new ItemRules(errors, clock.instant()).metrics("", metrics);
        errors.throwIfAny();
        events.publishEvent(items.changeReach(id, metrics).orElseThrow(Submissions::unknown));
    }

    /// Erases content, media and free text; the decision, the value of its label and the audit chain stay valid.
    @Transactional
    public void erase(UUID id, Actor actor) {
        if (known(id).state() == ItemState.ERASED) {
            return;
        }
        var orphans = items.erase(id, clock.instant());
        events.publishEvent(new ItemErased(id));
        audit.append(actor, "item.erased", "item", id.toString(), Map.of());
        orphans.forEach(media::remove);
    }

    private Item known(UUID id) {
        return items.find(id).map(StoredItems.Row::item).orElseThrow(Submissions::unknown);
    }

    private List<StoredMedia> keep(ItemContent item) {
        return item.media() == null
                ? List.of()
                : item.media().stream().map(this::keep).toList();
    }

    private StoredMedia keep(Media medium) {
        if (medium.base64() == null) {
            return new StoredMedia(medium.kind(), null, medium.url(), medium.alt());
        }
        byte[] bytes = Objects.requireNonNull(MediaRules.decode(medium.base64()), "checked before");
        return new StoredMedia(medium.kind(), media.keep(bytes), null, medium.alt());
    }

    private static DomainProblem unknown() {
        return new DomainProblem(CommonProblem.NOT_FOUND, "There is no item of that id.");
    }

    /// An item that is now stored.
    ///
    /// @param isNew whether this submission stored it
    public record Submitted(UUID id, String externalId, ItemState state, boolean isNew) {}
}
