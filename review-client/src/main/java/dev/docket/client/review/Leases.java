package dev.docket.client.review;

import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.queue.RenewRequest;
import dev.docket.dto.queue.RenewRequest.Held;
import dev.docket.dto.queue.RenewResult;
import dev.docket.dto.review.Lease;
import dev.docket.dto.review.Task;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The holds on the tasks of this desk, kept alive for as long as the desk is.
///
/// Held are the open task, those claimed ahead, and those decided whose decision has not been acknowledged: its
/// lease must outlive an outage, or the decision would be refused. Call on the FX thread.
final class Leases {
    static final Duration RENEW_EVERY = Duration.ofSeconds(60);
    private static final int AT_ONCE = 20;

    private final ReviewApi api;
    private final Background background;
    private final Consumer<Set<String>> lost;
    private final Map<String, Lease> held = new LinkedHashMap<>();
    private @Nullable Cancellable renewal;

    Leases(ReviewApi api, Background background, Consumer<Set<String>> lost) {
        this.api = api;
        this.background = background;
        this.lost = lost;
    }

    void open() {
        renewal = background.every(RENEW_EVERY, this::renew);
    }

    void close() {
        if (renewal != null) {
            renewal.cancel();
            renewal = null;
        }
    }

    void hold(Task task) {
        if (task.lease() != null) {
            held.put(task.id(), task.lease());
        }
    }

    /// The lease was changed on the floor.
    void change(String taskId, Lease lease) {
        held.computeIfPresent(taskId, (id, old) -> lease);
    }

    void letGo(String taskId) {
        held.remove(taskId);
    }

    Optional<Lease> of(String taskId) {
        return Optional.ofNullable(held.get(taskId));
    }

    void renew() {
        if (held.isEmpty()) {
            return;
        }
        var leases = held.entrySet().stream()
                .limit(AT_ONCE)
                .map(entry -> new Held(entry.getKey(), entry.getValue().number()))
                .toList();
        renew(leases);
    }

    private void renew(List<Held> leases) {
        background
                .run(() -> api.renew(new RenewRequest(leases)))
                .onSuccess(this::renewed)
                .onOffline(offline -> {})
                .onFailure(fault -> {});
    }

    private void renewed(RenewResult result) {
        for (var lease : result.held()) {
            held.computeIfPresent(lease.taskId(), (id, old) -> new Lease(lease.number(), lease.until()));
        }
        if (!result.lost().isEmpty()) {
            var gone = Set.copyOf(result.lost());
            held.keySet().removeAll(gone);
            lost.accept(gone);
        }
    }
}
