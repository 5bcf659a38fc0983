package dev.docket.backend.quality;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.ItemErased;
import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.queue.TaskInvolvement;
import dev.docket.backend.queue.TrialTasks;
import dev.docket.backend.review.DecisionSuperseded;
import dev.docket.backend.review.DecisionUndone;
import dev.docket.backend.review.Veils;
import dev.docket.dto.Page;
import dev.docket.dto.quality.CreateGoldenItem;
import dev.docket.dto.quality.GoldenItemView;
import dev.docket.dto.review.Violation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Items with a settled truth, which pass before moderators like any other and show how often
/// they find it.
@Service
public class GoldenItems {
    private final StoredGoldenItems golden;
    private final StoredTrialTasks trials;
    private final TrialTasks tasks;
    private final TaskInvolvement involvement;
    private final Veils veils;
    private final Items items;
    private final Policies policies;
    private final AuditTrail audit;
    private final TruthNews news;
    private final Clock clock;

    GoldenItems(
            StoredGoldenItems golden,
            StoredTrialTasks trials,
            TrialTasks tasks,
            TaskInvolvement involvement,
            Veils veils,
            Items items,
            Policies policies,
            AuditTrail audit,
            TruthNews news,
            Clock clock) {
        this.golden = golden;
        this.trials = trials;
        this.tasks = tasks;
        this.involvement = involvement;
        this.veils = veils;
        this.items = items;
        this.policies = policies;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    /// @throws DomainProblem `already-golden`, or an `InvalidInput` with every fault
    @Transactional
    public GoldenItemView create(Caller.Person by, CreateGoldenItem request) {
        var errors = new FieldErrors();
        if (request.note() != null && request.note().length() > 2_000) {
            errors.add("/note", "at most 2000 characters");
        }
        var truth = new Settling(golden, items, policies, errors).of(request);
        UUID id = Ids.next();
        if (!golden.insert(id, truth, queueOf(truth), request.note(), by.id(), clock.instant())) {
            throw new DomainProblem(QualityProblem.ALREADY_GOLDEN, "Retire the present one before you settle it anew.");
        }
        involvement.note(by.id(), TaskInvolvement.Part.SETTLED_AS_GOLDEN, List.of(truth.item()), null);
        audit.append(
                by.actor(),
                "golden.made",
                "golden_item",
                id.toString(),
                Map.of("item", truth.item(), "outcome", truth.outcome()));
        news.goldenChanged();
        return byId(id);
    }

    private GoldenItemView byId(UUID id) {
        return golden.find(id).orElseThrow(GoldenItems::unknown);
    }

    /// The newest first, without those whose decisions are veiled from the caller.
    @Transactional(readOnly = true)
    public Page<GoldenItemView> page(Caller.Person caller, @Nullable String after, boolean retired, int limit) {
        var found = golden.page(after == null ? null : Ids.parse(after).orElse(null), retired, limit + 1);
        var page = found.stream().limit(limit).toList();
        return new Page<>(
                visible(caller, page), found.size() > limit ? page.getLast().id() : null);
    }

    /// @throws DomainProblem `not-found` also where its truth is veiled from the caller
    @Transactional(readOnly = true)
    public GoldenItemView byId(Caller.Person caller, UUID id) {
        return visible(caller, List.of(byId(id))).stream().findFirst().orElseThrow(GoldenItems::unknown);
    }

    private List<GoldenItemView> visible(Caller.Person caller, List<GoldenItemView> views) {
        var items = views.stream().map(view -> UUID.fromString(view.itemId())).toList();
        var veiled = veils.over(items, caller);
        return views.stream()
                .filter(view -> !veiled.contains(UUID.fromString(view.itemId())))
                .toList();
    }

    private static DomainProblem unknown() {
        return new DomainProblem(CommonProblem.NOT_FOUND, "There is no golden item of that id.");
    }

    /// Lets it pass no more. What was answered stays.
    @Transactional
    public void retire(Caller.Person by, UUID id) {
        byId(id);
        retire(by.actor(), id);
    }

    /// What settled it was thought better of.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionUndone undone) {
        retireSettledBy(undone.decision());
    }

    /// What settled it fell on appeal, or was reversed.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionSuperseded superseded) {
        retireSettledBy(superseded.decision());
    }

    private void retireSettledBy(UUID decision) {
        golden.bySettling(decision).forEach(id -> retire(new Actor.Automation("golden"), id));
    }

    private void retire(Actor by, UUID id) {
        if (golden.retire(id, clock.instant())) {
            tasks.withdraw(trials.waitingOf(id));
            audit.append(by, "golden.retired", "golden_item", id.toString(), Map.of());
            news.goldenChanged();
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ItemErased erased) {
        golden.forget(erased.item(), clock.instant());
    }

    /// Where it waited as a live item, or else the queue of what it violates.
    private String queueOf(Truth truth) {
        return tasks.queueOf(truth.item())
                .filter(queue -> policies.ofQueue(queue).isPresent())
                .or(() -> truth.violations().stream().map(Violation::policy).findFirst())
                .orElseGet(() -> policies.all().getFirst().key());
    }

    static @Nullable String text(Item item) {
        return item.content() == null ? null : item.content().text();
    }
}
