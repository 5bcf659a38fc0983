package dev.docket.backend.appeals;

import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.ItemReader;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.review.PastDecision;
import dev.docket.backend.review.PastDecisions;
import dev.docket.backend.review.Veils;
import dev.docket.dto.appeals.AppealReceipt;
import dev.docket.dto.appeals.AppealRequest;
import dev.docket.dto.appeals.AppealState;
import dev.docket.dto.appeals.AppealView;
import dev.docket.dto.appeals.Appellant;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes appeals, and tells those who sent them what became of them.
///
/// An appeal is stored, its review task opened and everybody who took part before kept from it in one transaction. The
/// item is locked meanwhile, so of two appeals at once by one appellant the second finds the first.
@Service
public class Appeals {
    private final StoredAppeals appeals;
    private final Disputes disputes;
    private final AppealTasks tasks;
    private final Veils veils;
    private final PastDecisions decisions;
    private final ItemReader items;
    private final AppealSettings settings;
    private final Tidings tidings;
    private final Clock clock;

    Appeals(
            StoredAppeals appeals,
            Disputes disputes,
            AppealTasks tasks,
            Veils veils,
            PastDecisions decisions,
            ItemReader items,
            AppealSettings settings,
            Tidings tidings,
            Clock clock) {
        this.appeals = appeals;
        this.disputes = disputes;
        this.tasks = tasks;
        this.veils = veils;
        this.decisions = decisions;
        this.items = items;
        this.settings = settings;
        this.tidings = tidings;
        this.clock = clock;
    }

    /// Takes an appeal against the decision in effect.
    ///
    /// @throws DomainProblem `appeal-exists`, `appeal-too-late`, `nothing-to-appeal`, `not-found` for an
    ///     unknown item, or an `InvalidInput` with every fault
    @Transactional
    public AppealReceipt receive(AppealRequest request, Actor by) {
        AppealRules.check(request);
        Item item = named(request);
        items.lock(List.of(item.id()));
        PastDecision decision = disputes.open(item, request.appellant());
        UUID chain = chain(decision);
        refuseSecond(chain, request.appellant());
        Instant now = clock.instant();
        refuseLate(decision, now);

        var disputed = disputes.of(item, decision, chain, request.appellant(), Ids.next());
        Instant due = now.plus(settings.target(disputed.severity()));
        var appeal = new Appeal(Ids.next(), disputed, request.appellant(), request.statement(), now, due);
        if (settings.blindFirstPass()) {
            appeal.veil();
        }
        tasks.open(new AppealTasks.NewTask(
                disputed.task(), item.id(), disputed.language(), disputed.severity(), due, reason(request)));
        tasks.bar(disputed.task(), decisions.involved(item.id()), now);
        appeals.saveAndFlush(appeal);
        tidings.received(appeal, item, by);
        return new AppealReceipt(appeal.id().toString(), appeal.state(), due);
    }

    /// An appeal as its platform sees it; a senior may not know of the decision yet.
    @Transactional(readOnly = true)
    public AppealView view(UUID id, Caller caller) {
        Appeal appeal = appeals.findById(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no appeal of that id."));
        Item item = items.find(appeal.item()).orElseThrow();
        boolean held = !tasks.held(List.of(appeal.task())).isEmpty();
        return AppealViews.of(appeal, item, held, veils.isOver(item.id(), caller));
    }

    /// The decision that began what is disputed: an answer to an appeal belongs to the chain of that appeal.
    private UUID chain(PastDecision decision) {
        return appeals.findFirstByResolutionId(decision.id()).map(Appeal::chain).orElse(decision.id());
    }

    private void refuseSecond(UUID chain, Appellant appellant) {
        if (appeals.existsByChainIdAndRoleAndAppellantAndStateNot(
                chain, appellant.role(), appellant.externalId(), AppealState.WITHDRAWN)) {
            throw new DomainProblem(
                    AppealProblem.APPEAL_EXISTS,
                    "Each appellant may appeal against a decision once; ask for that appeal's state.");
        }
    }

    private void refuseLate(PastDecision decision, Instant now) {
        Instant notice = Optional.ofNullable(decision.effectiveAt()).orElse(decision.decidedAt());
        if (Deadline.after(notice, settings.months()).isBefore(now)) {
            throw new DomainProblem(
                    AppealProblem.APPEAL_TOO_LATE,
                    "The decision took effect more than " + settings.months()
                            + " months ago; a settlement body or a court may still hear the case.",
                    Map.of("effectiveAt", notice.toString()));
        }
    }

    private Item named(AppealRequest request) {
        var found = request.itemId() != null
                ? Ids.parse(request.itemId()).flatMap(items::find)
                : items.find(Objects.requireNonNull(request.source()), Objects.requireNonNull(request.externalId()));
        return found.orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no such item."));
    }

    private static String reason(AppealRequest request) {
        return switch (request.appellant().role()) {
            case AUTHOR -> "The author appeals against what was decided.";
            case REPORTER -> "A reporter appeals against the approval.";
        };
    }
}
