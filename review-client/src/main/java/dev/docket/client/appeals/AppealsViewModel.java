package dev.docket.client.appeals;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.screen.ScreenModel;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.appeals.AppealBoard;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The appeals screen without its looks: the deadline board, and the appeal at hand in
/// [OpenAppeal].
///
/// The board is read when the screen is shown, after each event that may have changed it and
/// every minute in case one was missed. What was read last stays when the floor cannot be
/// reached. Use on the FX thread only.
public final class AppealsViewModel implements ScreenModel {
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    /// What the screen as a whole shows.
    public enum State {
        LOADING,
        READY,
        OFFLINE,
        ERROR
    }

    private final AppealsApi api;
    private final Background background;
    private final InstantSource clock;
    private final ZoneId zone;
    private final OpenAppeal open;
    private final List<Cancellable> timers = new ArrayList<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable AppealBoard> board = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ApiProblem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Instant> now;
    private boolean isShown;

    public AppealsViewModel(AppealsApi api, Background background, InstantSource clock, ZoneId zone) {
        this.api = api;
        this.background = background;
        this.clock = clock;
        this.zone = zone;
        this.now = new ReadOnlyObjectWrapper<>(clock.instant());
        this.open = new OpenAppeal(api, background, clock, this::lookAgain);
    }

    @Override
    public void open() {
        shown();
    }

    @Override
    public void shown() {
        isShown = true;
        timers.add(background.every(SECOND, () -> now.set(clock.instant())));
        timers.add(background.every(EVERY, this::lookAgain));
        lookAgain();
    }

    @Override
    public void hidden() {
        isShown = false;
        timers.forEach(Cancellable::cancel);
        timers.clear();
    }

    @Override
    public void close() {
        hidden();
        open.leave();
    }

    @Override
    public void happened(LiveEvent event) {
        if (isShown && event.isOf("appeal")) {
            lookAgain();
        }
    }

    @Override
    public void reconnected() {
        if (isShown) {
            lookAgain();
        }
    }

    /// Reads the board at once.
    public void lookAgain() {
        background
                .run(() -> api.board(zone))
                .onSuccess(this::read)
                .onOffline(this::away)
                .onFailure(this::failed);
    }

    private void read(AppealBoard read) {
        problem.set(null);
        board.set(read);
        state.set(State.READY);
    }

    private void away(Offline fault) {
        state.set(State.OFFLINE);
    }

    private void failed(Exception fault) {
        problem.set(fault instanceof ApiProblem refusal ? refusal : null);
        state.set(State.ERROR);
    }

    /// The appeal at hand.
    public OpenAppeal appeal() {
        return open;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable AppealBoard> boardProperty() {
        return board.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable ApiProblem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }
}
