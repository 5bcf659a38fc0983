package dev.docket.client.labels.part;

import dev.docket.client.common.Offline;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.jobs.JobState;
import dev.docket.dto.jobs.JobView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The floor's long work as it goes on: by live events, and since those may get lost, by a look now and then while
/// anything is under way. Use on the FX thread only.
public final class Jobs {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final String PROGRESS = "job.progress";

    private final JobsApi api;
    private final Background background;
    private final Consumer<Told> tell;
    private final ReadOnlyObjectWrapper<List<JobView>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final List<Consumer<JobView>> listeners = new ArrayList<>();
    private Cancellable looking = () -> {};

    public Jobs(JobsApi api, Background background, Consumer<Told> tell) {
        this.api = api;
        this.background = background;
        this.tell = tell;
    }

    /// Begins to look.
    public void open() {
        looking.cancel();
        looking = background.every(LOOK, () -> {
            if (isAnyUnderWay()) {
                read();
            }
        });
        read();
    }

    public void close() {
        looking.cancel();
    }

    /// Told of each job that ends.
    public void onOver(Consumer<JobView> listener) {
        listeners.add(listener);
    }

    public void read() {
        background.run(api::jobs).onSuccess(this::take).onFailure(fault -> {
            // What was read last stays; the sections say that the floor is away.
        });
    }

    private void take(List<JobView> now) {
        var ended = now.stream()
                .filter(job -> job.state().isOver() && wasUnderWay(job.id()))
                .toList();
        all.set(List.copyOf(now));
        ended.forEach(job -> listeners.forEach(listener -> listener.accept(job)));
    }

    private boolean wasUnderWay(UUID id) {
        return find(id).filter(job -> !job.state().isOver()).isPresent();
    }

    public boolean isAnyUnderWay() {
        return all.get().stream().anyMatch(job -> !job.state().isOver());
    }

    /// One that was just asked for.
    public void add(JobView job) {
        var longer = new ArrayList<JobView>();
        longer.add(job);
        all.get().stream().filter(one -> !one.id().equals(job.id())).forEach(longer::add);
        all.set(List.copyOf(longer));
    }

    public void cancel(UUID id) {
        background
                .run(() -> {
                    api.cancel(id);
                    return id;
                })
                .onSuccess(cancelled -> read())
                .onFailure(fault -> {
                    tell.accept(Told.of(fault));
                    if (!(fault instanceof Offline)) {
                        read();
                    }
                });
    }

    /// Progress is taken from the event itself; an end is looked at, because it has a result.
    public void happened(LiveEvent event) {
        if (!event.type().equals(PROGRESS)) {
            return;
        }
        var known = find(event.payload().get("id"));
        var state = stateOf(event.payload().get("state"));
        if (known.isEmpty() || state.isEmpty() || state.get().isOver()) {
            read();
            return;
        }
        var job = known.get();
        double progress = event.payload().get("progress") instanceof Number number ? number.doubleValue() : 0;
        var moved = new JobView(
                job.id(),
                job.kind(),
                state.get(),
                progress,
                event.payload().get("message") instanceof String message ? message : null,
                Phrases.of(event.payload().get("said")),
                job.cancelling(),
                job.result(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                job.by());
        all.set(all.get().stream()
                .map(one -> one.id().equals(moved.id()) ? moved : one)
                .toList());
    }

    private static Optional<JobState> stateOf(@Nullable Object name) {
        return Arrays.stream(JobState.values())
                .filter(state -> state.name().equals(Objects.toString(name)))
                .findFirst();
    }

    private Optional<JobView> find(@Nullable Object id) {
        String wanted = Objects.toString(id);
        return all.get().stream()
                .filter(job -> job.id().toString().equals(wanted))
                .findFirst();
    }

    /// The newest first.
    public List<JobView> of(String kind) {
        return all.get().stream().filter(job -> job.kind().equals(kind)).toList();
    }

    /// The one of a kind that is not over; there is hardly ever another.
    public Optional<JobView> underWay(String kind) {
        return of(kind).stream().filter(job -> !job.state().isOver()).findFirst();
    }

    /// Stops what is under way of a kind.
    public void cancel(String kind) {
        underWay(kind).ifPresent(job -> cancel(job.id()));
    }

    public ReadOnlyObjectProperty<List<JobView>> allProperty() {
        return all.getReadOnlyProperty();
    }
}
