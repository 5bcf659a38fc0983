package dev.docket.client.labels.part;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.task.Background;
import dev.docket.dto.problem.Slug;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Something that the floor is asked for and that is shown when it comes. Only the last question is answered; what was
/// read stays to be seen while the floor is away. Use on the FX thread only.
public final class Reading<T> {
    private final Background background;
    private final Predicate<T> isEmpty;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable T> value = new ReadOnlyObjectWrapper<>();
    private int asked;

    /// @param isEmpty whether an answer shows nothing
    public Reading(Background background, Predicate<T> isEmpty) {
        this.background = background;
        this.isEmpty = isEmpty;
    }

    /// Asks anew. What is shown stays until the answer comes.
    public void read(Callable<T> question) {
        int turn = ++asked;
        background
                .run(question)
                .onSuccess(answer -> {
                    if (turn == asked) {
                        show(answer);
                    }
                })
                .onFailure(fault -> {
                    if (turn == asked) {
                        failed(fault);
                    }
                });
    }

    /// Asks for something else: what is shown goes at once.
    public void readAnother(Callable<T> question) {
        forget();
        read(question);
    }

    /// Shows an answer that came another way.
    public void show(T answer) {
        value.set(answer);
        state.set(isEmpty.test(answer) ? State.EMPTY : State.READY);
    }

    /// Shows nothing, and waits.
    public void forget() {
        asked++;
        value.set(null);
        state.set(State.LOADING);
    }

    /// What is not there is nothing to show, and no fault.
    private void failed(Exception fault) {
        boolean isAway = fault instanceof Offline;
        if (isAway && value.get() != null) {
            return;
        }
        value.set(null);
        boolean isMissing =
                fault instanceof ApiProblem refusal && refusal.slug().equals(Slug.NOT_FOUND);
        state.set(isMissing ? State.EMPTY : isAway ? State.OFFLINE : State.ERROR);
    }

    public @Nullable T get() {
        return value.get();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable T> valueProperty() {
        return value.getReadOnlyProperty();
    }
}
