package dev.docket.backend.appeals;

import dev.docket.backend.intake.ItemErased;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.review.DecisionRecorded;
import dev.docket.backend.review.DecisionSuperseded;
import dev.docket.backend.review.DecisionTookEffect;
import dev.docket.backend.review.DecisionUndone;
import dev.docket.backend.review.DecisionUpheld;
import dev.docket.backend.review.PastDecision;
import dev.docket.backend.review.PastDecisions;
import dev.docket.dto.appeals.AppealState;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Answers appeals by the decisions on them, each step in the transaction that tells of it.
///
/// A decision on an appeal's task is its answer: noted when it is recorded, forgotten when it
/// is undone, final when it takes effect. What an overturn undoes hangs on that last
/// transaction: review supersedes the decision, enforcement compensates, labels drop its
/// evidence, and here like decisions are reopened and everybody concerned is told.
///
/// A decision may also fall by another way while an appeal against it waits: by a reversal, a
/// wave, the answer to somebody else's appeal. If that gives the appellant what they asked for,
/// it is their answer too; else the appeal goes on against what took its place.
///
/// Nothing was decided before an item's first round, so nobody can have appealed: of the decisions of first rounds,
/// which are most, nothing is asked.
@Component
class Resolutions {
    private static final Set<AppealState> OPEN = Set.of(AppealState.RECEIVED, AppealState.IN_REVIEW);

    private final StoredAppeals appeals;
    private final AppealTasks tasks;
    private final PastDecisions decisions;
    private final Tidings tidings;
    private final Overturning overturning;
    private final Clock clock;

    Resolutions(
            StoredAppeals appeals,
            AppealTasks tasks,
            PastDecisions decisions,
            Tidings tidings,
            Overturning overturning,
            Clock clock) {
        this.appeals = appeals;
        this.tasks = tasks;
        this.decisions = decisions;
        this.tidings = tidings;
        this.overturning = overturning;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionRecorded recorded) {
        var decision = recorded.decision();
        UUID person = decision.person();
        if (decision.kind() == DecisionKind.APPEAL && decision.task() != null) {
            appeals.findByTaskId(decision.task()).ifPresent(appeal -> answer(appeal, decision));
        }
        if (person != null && decision.round() > 1) {
            appeals.findByItemIdAndStateIn(decision.item(), OPEN)
                    .forEach(open -> tasks.bar(open.task(), others(open, decision, person), clock.instant()));
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionUndone undone) {
        appeals.findByResolutionIdAndStateIn(undone.decision(), OPEN).ifPresent(appeal -> {
            appeal.reopen();
            appeals.saveAndFlush(appeal);
            tidings.changed("appeal.reopened", appeal);
        });
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionSuperseded superseded) {
        var by = decisions.find(superseded.by()).orElseThrow();
        appeals.findByResolutionIdAndStateIn(superseded.decision(), OPEN)
                .ifPresent(appeal -> replaceAnswer(appeal, by));
        appeals.findByDecisionIdAndStateIn(superseded.decision(), OPEN).stream()
                .filter(appeal -> !by.id().equals(appeal.resolution()))
                .forEach(appeal -> follow(appeal, by, superseded.at()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionTookEffect effect) {
        if (effect.decision().round() > 1) {
            appeals.findByResolutionIdAndStateIn(effect.id(), OPEN)
                    .ifPresent(appeal -> settle(appeal, effect.effectiveAt()));
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionUpheld upheld) {
        appeals.findByResolutionIdAndStateIn(upheld.decision(), OPEN).ifPresent(appeal -> settle(appeal, upheld.at()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ItemErased erased) {
        for (var appeal : appeals.findByItemIdOrderByReceivedAt(erased.item())) {
            appeal.forgetWords();
            if (appeal.isOpen()) {
                appeal.withdraw();
                tasks.cancel(appeal.task());
                tidings.withdrawn(appeal);
            }
            appeals.saveAndFlush(appeal);
        }
    }

    /// Whoever answers an appeal took part from now on, for every other appeal on the item;
    /// their own stays theirs while they may undo it.
    private static List<UUID> others(Appeal open, PastDecision decision, UUID person) {
        return open.task().equals(decision.task()) ? List.of() : List.of(person);
    }

    private void answer(Appeal appeal, PastDecision decision) {
        UUID person = decision.person();
        if (person != null && appeal.isVeiledFrom(person)) {
            throw new DomainProblem(
                    AppealProblem.DECISION_VEILED,
                    "Write down your own finding with POST /api/v1/appeals/" + appeal.id() + "/reveal first.");
        }
        Outcome outcome = Objects.requireNonNull(decision.appealOutcome(), "an appeal is answered by one of three");
        appeal.answer(decision.id(), outcome, decision.finding().reasons(), person);
        appeals.saveAndFlush(appeal);
    }

    /// The answer never took effect by itself: a second person saw it another way.
    private void replaceAnswer(Appeal appeal, PastDecision by) {
        appeal.answer(by.id(), outcome(appeal, by), by.finding().reasons(), by.person());
        appeals.saveAndFlush(appeal);
    }

    private Outcome outcome(Appeal appeal, PastDecision by) {
        var appealed = decisions.find(appeal.decision()).orElseThrow();
        return appealed.finding().outcome() == by.finding().outcome() ? Outcome.CHANGE : Outcome.OVERTURN;
    }

    private void follow(Appeal appeal, PastDecision by, Instant at) {
        if (outcome(appeal, by) == Outcome.OVERTURN) {
            tasks.cancel(appeal.task());
            appeal.answer(by.id(), Outcome.OVERTURN, by.finding().reasons(), by.person());
            conclude(appeal, by, at);
            overturning.overturn(appeal, decisions.find(appeal.decision()).orElseThrow(), at);
        } else {
            appeal.dispute(by.id());
            appeals.saveAndFlush(appeal);
        }
    }

    private void settle(Appeal appeal, Instant at) {
        var answer = decisions.find(Objects.requireNonNull(appeal.resolution())).orElseThrow();
        var appealed = decisions.find(appeal.decision()).orElseThrow();
        conclude(appeal, answer, at);
        if (appeal.outcome() == Outcome.OVERTURN) {
            overturning.overturn(appeal, appealed, at);
        }
    }

    private void conclude(Appeal appeal, PastDecision answer, Instant at) {
        appeal.settle(at);
        appeals.saveAndFlush(appeal);
        tidings.decided(appeal, answer);
    }
}
