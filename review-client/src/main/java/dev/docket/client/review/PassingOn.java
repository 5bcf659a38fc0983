package dev.docket.client.review;

import dev.docket.client.common.task.Background;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.queue.HoldRequest;
import dev.docket.dto.review.EscalateRequest;
import dev.docket.dto.review.Lease;
import dev.docket.dto.review.SkipRequest;
import dev.docket.dto.review.Task;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Giving a task up, handing it on, or keeping it for longer.
///
/// What is passed on leaves the screen at once; if that does not reach the floor, it comes back.
final class PassingOn {
    private final ReviewApi api;
    private final Background background;
    private final Leases leases;
    private final BiConsumer<Task, @Nullable Exception> cameBack;

    /// @param cameBack it is still this person's; the fault is what the floor said, null when it was not reached
    PassingOn(ReviewApi api, Background background, Leases leases, BiConsumer<Task, @Nullable Exception> cameBack) {
        this.api = api;
        this.background = background;
        this.leases = leases;
        this.cameBack = cameBack;
    }

    /// Passes a task to somebody else; it never comes back to this person.
    void skip(Task task, SkipRequest request) {
        send(task, () -> api.skip(task.id(), request));
    }

    void escalate(Task task, EscalateRequest request) {
        send(task, () -> api.escalate(task.id(), request));
    }

    @FunctionalInterface
    private interface Sending {
        void send() throws Exception;
    }

    private void send(Task task, Sending how) {
        background
                .run(() -> {
                    how.send();
                    return true;
                })
                .onSuccess(done -> leases.letGo(task.id()))
                .onProblem(Slug.LEASE_LOST, problem -> leases.letGo(task.id()))
                .onProblem(Slug.ALREADY_DECIDED, problem -> leases.letGo(task.id()))
                .onOffline(fault -> cameBack.accept(task, null))
                .onFailure(fault -> cameBack.accept(task, fault));
    }

    /// Keeps a task until then.
    ///
    /// @param held it is kept; or with a fault, it is not
    void hold(Task task, Lease lease, Instant until, @Nullable String comment, Held held) {
        background
                .run(() -> api.hold(task.id(), new HoldRequest(lease.number(), until, comment)))
                .onSuccess(longer -> {
                    leases.change(task.id(), longer);
                    held.answered(null);
                })
                .onOffline(held::answered)
                .onFailure(held::answered);
    }

    @FunctionalInterface
    interface Held {
        void answered(@Nullable Exception fault);
    }
}
