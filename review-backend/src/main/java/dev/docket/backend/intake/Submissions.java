package dev.docket.backend.intake;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.TextDigest;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.ItemMetrics;
import dev.docket.dto.item.ItemState;
import dev.docket.dto.item.Media;
import dev.docket.dto.item.ReportRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final MediaFetches fetches;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    Submissions(
            StoredItems items,
            MediaStore media,
            MediaFetches fetches,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.items = items;
        this.media = media;
        this.fetches = fetches;
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
        return switch (submitAll(List.of(item)).getFirst()) {
            case Submitted submitted -> submitted;
            case Refused(DomainProblem problem) -> throw problem;
        };
    }

    /// Stores items in one transaction, with an answer for each, in order. A refused one does not stop the others.
    @Transactional
    public List<Answer> submitAll(List<ItemContent> items) {
        var answers = new ArrayList<@Nullable Answer>(Collections.nCopies(items.size(), null));
        var accepted = new LinkedHashMap<Integer, NewItem>();
        for (int i = 0; i < items.size(); i++) {
            try {
                accepted.put(i, accept(items.get(i)));
            } catch (DomainProblem problem) {
                answers.set(i, new Refused(problem));
            }
        }
        if (!accepted.isEmpty()) {
            var stored = store(accepted.values());
            accepted.forEach((i, item) -> answers.set(i, stored.contains(item.id()) ? fresh(item) : existing(item)));
        }
        return answers.stream()
                .map(answer -> Objects.requireNonNull(answer, "every item has an answer"))
                .toList();
    }

    private NewItem accept(ItemContent item) {
        var errors = new FieldErrors();
        new ItemRules(errors, clock.instant()).check(item);
        errors.throwIfAny();
        return NewItem.of(Ids.next(), item, keep(item));
    }

    private Set<UUID> store(Collection<NewItem> accepted) {
        var stored = items.insert(List.copyOf(accepted), clock.instant());
        var fresh = accepted.stream().filter(item -> stored.contains(item.id())).toList();
        var ready = fresh.stream().filter(NewItem::ready).map(NewItem::id).toList();
        if (!ready.isEmpty()) {
            events.publishEvent(new ItemsReady(ready));
        }
        fetches.enqueue(fresh.stream().filter(item -> !item.ready()).toList());
        return stored;
    }

    private static Answer fresh(NewItem item) {
        return new Submitted(item.id(), item.externalId(), ItemState.RECEIVED, true);
    }

    private Answer existing(NewItem item) {
        var existing = items.find(item.source(), item.externalId()).orElseThrow();
        if (!HexFormat.of().formatHex(existing.digest()).equals(item.digest())) {
            return new Refused(new DomainProblem(
                    IntakeProblem.ITEM_CHANGED,
                    "Submit changed content under an external id of its own.",
                    Map.of("itemId", existing.item().id())));
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
        var item = known(id);
        if (item.state() == ItemState.ERASED) {
            return;
        }
        var orphans = items.erase(id, clock.instant());
        fetches.drop(id);
        events.publishEvent(new ItemErased(id, digest(item), media(item)));
        audit.append(actor, "item.erased", "item", id.toString(), Map.of());
        orphans.forEach(media::remove);
    }

    private static List<String> media(Item item) {
        return item.media().stream()
                .map(KeptMedium::sha256)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static @Nullable TextDigest digest(Item item) {
        var content = item.content();
        return content == null || content.text() == null ? null : TextDigest.of(content.text());
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
            return new StoredMedia(medium.kind(), null, medium.url(), medium.alt(), null);
        }
        byte[] bytes = Objects.requireNonNull(MediaLimits.decode(medium.base64()), "checked before");
        String sha256 = MediaStore.nameOf(bytes);
        items.holdMedium(sha256);
        media.keep(sha256, bytes);
        return new StoredMedia(medium.kind(), sha256, null, medium.alt(), null);
    }

    private static DomainProblem unknown() {
        return new DomainProblem(CommonProblem.NOT_FOUND, "There is no item of that id.");
    }

    /// What becomes of one submission.
    public sealed interface Answer {}

    /// The item is stored.
    ///
    /// @param isNew whether this submission stored it
    public record Submitted(UUID id, String externalId, ItemState state, boolean isNew) implements Answer {}

    /// Nothing was stored.
    public record Refused(DomainProblem problem) implements Answer {}
}
