package dev.docket.client.insights;

import dev.docket.client.common.Offline;
import dev.docket.client.common.task.Background;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Figure;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A question that the floor answers by figures. Use on the FX thread only.
public final class FiguresModel implements PanelModel {
    /// No value is at hand.
    static final int NOWHERE = -1;

    private final Question question;
    private final InsightsApi api;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable Insight> insight = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(NOWHERE);
    private int asked;

    public FiguresModel(Question question, InsightsApi api, Background background) {
        this.question = question;
        this.api = api;
        this.background = background;
    }

    @Override
    public String id() {
        return question.id();
    }

    @Override
    public void read(Span span) {
        int turn = ++asked;
        background
                .run(() -> api.panel(id(), span.days()))
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

    private void show(Insight answer) {
        boolean isAlike = insight.get() != null
                && insight.get().figures().size() == answer.figures().size();
        if (!isAlike) {
            at.set(NOWHERE);
        }
        insight.set(answer);
        state.set(answer.figures().stream().anyMatch(figure -> figure.value() != null) ? State.READY : State.EMPTY);
    }

    /// What was read last stays to be seen while the floor is away; a refusal takes its place.
    private void failed(Exception fault) {
        boolean isAway = fault instanceof Offline;
        if (isAway && state.get() == State.READY) {
            return;
        }
        insight.set(null);
        at.set(NOWHERE);
        state.set(isAway ? State.OFFLINE : State.ERROR);
    }

    @Override
    public void step(int by) {
        var shown = insight.get();
        if (shown == null || shown.figures().isEmpty()) {
            return;
        }
        int last = shown.figures().size() - 1;
        int from = at.get() == NOWHERE ? (by > 0 ? NOWHERE : last + 1) : at.get();
        at.set(Math.clamp(from + by, 0, last));
    }

    /// Takes one value in hand, or with [#NOWHERE] none.
    void point(int index) {
        at.set(index);
    }

    @Override
    public @Nullable Export export() {
        var shown = insight.get();
        return shown == null || state.get() != State.READY
                ? null
                : new Export("docket-" + id() + ".csv", Csv.of(shown));
    }

    @Override
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Insight> insightProperty() {
        return insight.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty atProperty() {
        return at.getReadOnlyProperty();
    }

    /// The value at hand.
    @Nullable Figure figure() {
        var shown = insight.get();
        return shown == null || at.get() == NOWHERE ? null : shown.figures().get(at.get());
    }
}
