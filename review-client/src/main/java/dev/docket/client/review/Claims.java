package dev.docket.client.review;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.queue.ClaimRequest;
import dev.docket.dto.queue.QueueView;
import dev.docket.dto.review.Task;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Asks the floor for tasks so that the hand is never empty while something waits.
///
/// One claim is under way at a time. When nothing waits, or the floor cannot be reached, it asks again by itself,
/// less and less often; [#wake] asks at once. Call on the FX thread.
final class Claims {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofSeconds(8),
            Duration.ofSeconds(13));

    private final ReviewApi api;
    private final Background background;
    private final IntSupplier wanted;
    private final Consumer<List<Task>> arrived;
    private final Consumer<Floor> answered;

    private boolean open;
    private boolean underWay;
    private int failures;
    private @Nullable List<String> queues;
    private @Nullable List<String> known;
    private @Nullable Cancellable pause;

    Claims(
            ReviewApi api,
            Background background,
            IntSupplier wanted,
            Consumer<List<Task>> arrived,
            Consumer<Floor> answered) {
        this.api = api;
        this.background = background;
        this.wanted = wanted;
        this.arrived = arrived;
        this.answered = answered;
    }

    void open() {
        open = true;
        wake();
    }

    void close() {
        open = false;
        stopPause();
    }

    /// The queues there are, as last read. Until they are known a claim reads them first: an adjudication or an
    /// appeal must not come up on this screen.
    void know(List<QueueView> read) {
        known = ReviewQueues.keys(read);
    }

    /// Restricts claims to these queues, null for every queue of this screen that the person is cleared for.
    void from(@Nullable List<String> chosen) {
        queues = chosen;
    }

    boolean underWay() {
        return underWay;
    }

    /// Asks at once if anything is wanted, whatever was waited for.
    void wake() {
        failures = 0;
        stopPause();
        ask();
    }

    /// Asks if anything is wanted and no pause is being kept.
    void want() {
        if (pause == null) {
            ask();
        }
    }

    private void ask() {
        int count = wanted.getAsInt();
        if (!open || underWay || count <= 0) {
            return;
        }
        underWay = true;
        var from = queues == null ? known : queues;
        background
                .run(() -> claim(from, count))
                .onSuccess(this::took)
                .onOffline(offline -> failed(Floor.UNREACHABLE))
                .onFailure(fault -> failed(failing(fault)));
    }

    private List<Task> claim(@Nullable List<String> from, int count) throws ApiProblem, Offline {
        var names = from == null ? ReviewQueues.keys(api.queues()) : from;
        return names.isEmpty() ? List.of() : api.claim(new ClaimRequest(names, count));
    }

    private void took(List<Task> tasks) {
        underWay = false;
        answered.accept(Floor.REACHED);
        if (tasks.isEmpty()) {
            pauseThenAsk();
        } else {
            failures = 0;
        }
        arrived.accept(tasks);
        want();
    }

    private void failed(Floor floor) {
        underWay = false;
        pauseThenAsk();
        answered.accept(floor);
    }

    private static Floor failing(Exception fault) {
        return new Floor(Floor.Answer.FAILING, fault instanceof ApiProblem problem ? problem : null);
    }

    private void pauseThenAsk() {
        if (!open) {
            return;
        }
        var length = PAUSES.get(Math.min(failures, PAUSES.size() - 1));
        failures++;
        pause = background.after(length, () -> {
            pause = null;
            ask();
        });
    }

    private void stopPause() {
        if (pause != null) {
            pause.cancel();
            pause = null;
        }
    }
}
