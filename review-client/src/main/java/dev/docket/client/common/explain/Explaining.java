package dev.docket.client.common.explain;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.item.Span;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.review.ExplanationView;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// An explanation on request: asked of the floor until it is done, or nobody wants it any more. It goes with its item.
/// Use on the FX thread only.
public final class Explaining {
    /// Between an answer that is not whole and the next question.
    public static final Duration PAUSE = Duration.ofMillis(250);

    /// What is to be seen of it.
    public enum State {
        HIDDEN,
        RUNNING,
        READY,
        OFFLINE,
        REFUSED
    }

    private final ExplanationApi api;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.HIDDEN);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<@Nullable ExplanationView> explanation = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> refusal = new ReadOnlyObjectWrapper<>();
    private Cancellable asking = () -> {};
    private Cancellable pause = () -> {};
    private @Nullable String id;
    private @Nullable String label;

    public Explaining(ExplanationApi api, Background background) {
        this.api = api;
        this.background = background;
    }

    /// Opens it for a task or item, or closes it.
    ///
    /// @param chosen the label to explain; null leaves that to the floor
    public void toggle(@Nullable String of, @Nullable String chosen) {
        if (state.get() != State.HIDDEN) {
            close();
        } else if (of != null) {
            id = of;
            label = chosen;
            begin(of);
        }
    }

    /// Another label was chosen; while it is closed that does not matter.
    public void explain(@Nullable String chosen) {
        var of = id;
        if (state.get() != State.HIDDEN && of != null && chosen != null && !chosen.equals(label)) {
            abandon();
            label = chosen;
            begin(of);
        }
    }

    public void close() {
        abandon();
        id = null;
        label = null;
        explanation.set(null);
        state.set(State.HIDDEN);
    }

    private void begin(String of) {
        explanation.set(null);
        refusal.set(null);
        progress.set(0);
        state.set(State.RUNNING);
        ask(of);
    }

    private void abandon() {
        pause.cancel();
        asking.cancel();
        var of = id;
        if (state.get() == State.RUNNING && of != null) {
            background
                    .run(() -> {
                        api.abandonExplanation(of);
                        return of;
                    })
                    // It ends by itself when nobody asks any more.
                    .onFailure(fault -> {});
        }
    }

    private void ask(String of) {
        var wanted = label;
        asking = background
                .run(() -> api.explain(of, wanted))
                .onSuccess(answer -> answered(of, answer))
                .onFailure(this::failed);
    }

    private void answered(String of, ExplanationView answer) {
        progress.set(answer.progress());
        if (answer.state() == ExplanationView.State.DONE) {
            label = answer.label();
            explanation.set(answer);
            state.set(State.READY);
        } else {
            pause = background.after(PAUSE, () -> ask(of));
        }
    }

    private void failed(Exception fault) {
        refusal.set(fault instanceof ApiProblem problem ? problem.slug() : null);
        state.set(fault instanceof Offline ? State.OFFLINE : State.REFUSED);
    }

    public boolean isOpen() {
        return state.get() != State.HIDDEN;
    }

    /// The words without which the item would take another way; none before they are known.
    public List<Span> flip() {
        var known = explanation.get();
        var flip = known == null ? null : known.flip();
        return flip == null
                ? List.of()
                : flip.spans().stream()
                        .map(span -> new Span(Objects.requireNonNull(span.getFirst()), span.getLast()))
                        .toList();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// 0..1
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Null until it is whole.
    public ReadOnlyObjectProperty<@Nullable ExplanationView> explanationProperty() {
        return explanation.getReadOnlyProperty();
    }

    /// The slug of the floor's refusal; null where there is none.
    public ReadOnlyObjectProperty<@Nullable String> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }
}
