package dev.docket.backend.precedents;

import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.review.Finding;
import dev.docket.backend.review.UnclaimedDecisions;
import dev.docket.dto.precedents.WaveState;
import dev.docket.dto.precedents.WaveView.MemberState;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Decides a wave's items, some at a time, each by a decision of its own.
///
/// A member is decided in the transaction that marks it so, under its row's lock. A backend
/// that dies halfway leaves the rest for whoever looks next, and nothing is decided twice.
@Component
class WaveWork {
    private static final int BATCH = 25;
    private static final int ABANDONED_SECONDS = 10;

    private final StoredWaves stored;
    private final ObjectProvider<UnclaimedDecisions> decisions;
    private final WaveNews news;
    private final TransactionTemplate transaction;

    WaveWork(
            StoredWaves stored,
            ObjectProvider<UnclaimedDecisions> decisions,
            WaveNews news,
            TransactionTemplate transaction) {
        this.stored = stored;
        this.decisions = decisions;
        this.news = news;
        this.transaction = transaction;
    }

    void decideAll(UUID id) {
        var wave = stored.find(id).orElseThrow();
        int done = BATCH;
        while (done == BATCH) {
            done = Objects.requireNonNull(transaction.execute(status -> decideSome(wave)));
        }
        transaction.executeWithoutResult(status -> {
            if (stored.finish(id)) {
                news.tell(id);
            }
        });
    }

    private int decideSome(StoredWaves.Wave wave) {
        var members = stored.next(wave.id(), MemberState.WAITING, BATCH);
        for (var member : members) {
            decisions
                    .getObject()
                    .decide(by(wave), member.item(), wave.decided(), DecisionKind.WAVE, wave.others())
                    .ifPresentOrElse(
                            receipt -> {
                                stored.mark(
                                        wave.id(),
                                        member.item(),
                                        MemberState.DECIDED,
                                        UUID.fromString(receipt.decisionId()));
                                if (receipt.undoUntil() != null) {
                                    stored.undoUntil(wave.id(), receipt.undoUntil());
                                }
                            },
                            () -> stored.mark(wave.id(), member.item(), MemberState.LEFT_TO_HOLDER, null));
        }
        news.tell(wave.id());
        return members.size();
    }

    private static Actor by(StoredWaves.Wave wave) {
        return new Actor.Person(UUID.fromString(wave.decider().id()));
    }

    /// In the caller's transaction.
    void undoAll(Actor by, UUID id) {
        for (var member : stored.next(id, MemberState.DECIDED, Integer.MAX_VALUE)) {
            if (!decisions.getObject().undo(by, Objects.requireNonNull(member.decision()))) {
                throw new DomainProblem(
                        PrecedentProblem.UNDO_EXPIRED, "Its decisions took effect; reverse the wave instead.");
            }
            stored.mark(id, member.item(), MemberState.UNDONE, null);
        }
        if (!stored.move(id, WaveState.DECIDED, WaveState.UNDONE)) {
            throw new DomainProblem(PrecedentProblem.UNDO_EXPIRED, "The wave is not decided, or was taken back.");
        }
        news.tell(id);
    }

    void reverseAll(Actor by, UUID id, String reasons) {
        var approval = new Finding(Outcome.APPROVE, List.of(), List.of(), null, reasons);
        int done = BATCH;
        while (done == BATCH) {
            done = Objects.requireNonNull(transaction.execute(status -> reverseSome(by, id, approval)));
        }
        if (!stored.move(id, WaveState.DECIDED, WaveState.REVERSED)) {
            throw new DomainProblem(PrecedentProblem.ALREADY_DECIDED, "The wave is not decided, or was taken back.");
        }
        news.tell(id);
    }

    private int reverseSome(Actor by, UUID id, Finding approval) {
        var members = stored.next(id, MemberState.DECIDED, BATCH);
        for (var member : members) {
            boolean reversed = decisions
                    .getObject()
                    .decide(by, member.item(), approval, DecisionKind.REVERSAL)
                    .isPresent();
            stored.mark(id, member.item(), reversed ? MemberState.REVERSED : MemberState.LEFT_TO_HOLDER, null);
        }
        news.tell(id);
        return members.size();
    }

    /// Finishes what a backend that is gone had begun.
    @Scheduled(fixedDelay = 5_000)
    void finish() {
        stored.deciding(ABANDONED_SECONDS).forEach(this::decideAll);
    }
}
