package dev.docket.client.review;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.task.Background;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.Task;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Taking the last decision back.
///
/// What is still on this disk is withdrawn there. What is on its way is undone as soon as its receipt is here, and what
/// has arrived is undone on the floor while there is time.
final class Undo {
    private final ReviewApi api;
    private final DecisionOutbox outbox;
    private final Background background;
    private final Leases leases;
    private final Notices notices;
    private final BiConsumer<LastDecision, Task> back;

    private final Map<String, LastDecision> unsettled = new HashMap<>();
    private final Set<String> wanted = new HashSet<>();
    private final ReadOnlyObjectWrapper<@Nullable LastDecision> last = new ReadOnlyObjectWrapper<>();

    /// @param back a decision was taken back, and its task is here under the lease it has now
    Undo(
            ReviewApi api,
            DecisionOutbox outbox,
            Background background,
            Leases leases,
            Notices notices,
            BiConsumer<LastDecision, Task> back) {
        this.api = api;
        this.outbox = outbox;
        this.background = background;
        this.leases = leases;
        this.notices = notices;
        this.back = back;
        outbox.onReceipt(this::acknowledged);
        outbox.onRefused(this::refused);
    }

    void remember(LastDecision decision) {
        unsettled.put(decision.key(), decision);
        last.set(decision);
    }

    ReadOnlyObjectProperty<@Nullable LastDecision> lastProperty() {
        return last.getReadOnlyProperty();
    }

    /// Takes back the last decision, if it can be at `now`.
    void last(Instant now) {
        var decision = last.get();
        if (decision == null || !decision.canUndo(now) || wanted.contains(decision.key())) {
            return;
        }
        if (outbox.withdraw(decision.key())) {
            undone(decision, decision.task());
        } else if (decision.receipt() == null) {
            wanted.add(decision.key());
        } else {
            onFloor(decision, decision.receipt());
        }
    }

    private void onFloor(LastDecision decision, DecisionReceipt receipt) {
        wanted.add(decision.key());
        Callable<Task> undoing = () -> {
            api.undo(receipt.decisionId());
            return underNewLease(decision.task());
        };
        background
                .run(undoing)
                .onSuccess(returned -> undone(decision, returned))
                .onProblem(Slug.UNDO_EXPIRED, problem -> notUndone(decision, Notice.Kind.UNDO_EXPIRED, problem))
                .onOffline(fault -> notUndone(decision, Notice.Kind.UNDO_FAILED, fault))
                .onFailure(fault -> notUndone(decision, Notice.Kind.UNDO_FAILED, fault));
    }

    /// An undone task comes back under a new lease. When that cannot be read any more the undo still happened: the
    /// item is shown, and the next renewal says whether it is still ours.
    private Task underNewLease(Task undone) {
        try {
            return api.task(undone.id());
        } catch (ApiProblem | Offline e) {
            return undone;
        }
    }

    private void notUndone(LastDecision decision, Notice.Kind kind, Exception fault) {
        wanted.remove(decision.key());
        notices.tell(kind, decision, fault);
    }

    private void undone(LastDecision decision, Task returned) {
        wanted.remove(decision.key());
        unsettled.remove(decision.key());
        last.set(null);
        back.accept(decision, returned);
    }

    private void acknowledged(String key, DecisionReceipt receipt) {
        var decision = unsettled.remove(key);
        if (decision == null) {
            return;
        }
        leases.letGo(decision.task().id());
        var answered = decision.acknowledged(receipt);
        if (isLast(key)) {
            last.set(answered);
        }
        if (wanted.contains(key)) {
            onFloor(answered, receipt);
        }
    }

    private void refused(String key, ApiProblem problem) {
        var decision = unsettled.remove(key);
        wanted.remove(key);
        if (isLast(key)) {
            last.set(null);
        }
        if (decision != null) {
            leases.letGo(decision.task().id());
        }
        notices.tell(Notice.Kind.REFUSED, decision, problem);
    }

    private boolean isLast(String key) {
        var shown = last.get();
        return shown != null && shown.key().equals(key);
    }
}
