package dev.docket.client.coaching;

import dev.docket.client.common.Offline;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.quality.CoachingCard;
import dev.docket.dto.quality.ModeratorQuality;
import java.time.Duration;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One's own coaching cards, one at a time. While the sheet is open they are read again when the floor says
/// that one was sent or settled, and every minute, since some become cards without anybody saying so. The card
/// at hand stays. Use on the FX thread only.
public final class CoachingViewModel {
    /// What the sheet shows.
    public enum State {
        LOADING,
        /// There is a card to read.
        CARDS,
        /// Everything that was settled was found alike, or nothing was settled yet.
        NOTHING,
        OFFLINE,
        ERROR
    }

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final CoachingApi api;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable ModeratorQuality> figures = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper();
    private Cancellable watching = () -> {};
    private boolean open;

    public CoachingViewModel(CoachingApi api, Background background) {
        this.api = api;
        this.background = background;
    }

    /// Reads the cards; may be called again to try again.
    public void open() {
        open = true;
        watching.cancel();
        watching = background.every(EVERY, this::lookAgain);
        state.set(State.LOADING);
        background
                .run(api::own)
                .onSuccess(this::read)
                .onFailure(fault -> state.set(fault instanceof Offline ? State.OFFLINE : State.ERROR));
    }

    public void close() {
        open = false;
        watching.cancel();
    }

    /// What the floor told; nothing is read while the sheet is closed.
    public void happened(LiveEvent event) {
        if (open && event.isOf("coaching")) {
            lookAgain();
        }
    }

    /// What was read before stays where the floor cannot be reached.
    private void lookAgain() {
        background.run(api::own).onSuccess(this::readAgain).onFailure(fault -> {
            if (figures.get() == null) {
                state.set(fault instanceof Offline ? State.OFFLINE : State.ERROR);
            }
        });
    }

    private void readAgain(ModeratorQuality own) {
        var shown = card();
        if (shown != null && own.equals(figures.get())) {
            return;
        }
        read(own);
        for (int place = 0; shown != null && place < own.cards().size(); place++) {
            if (own.cards().get(place).itemId().equals(shown.itemId())) {
                step(place);
                return;
            }
        }
    }

    private void read(ModeratorQuality own) {
        state.set(State.LOADING);
        figures.set(own);
        at.set(0);
        state.set(own.cards().isEmpty() ? State.NOTHING : State.CARDS);
    }

    /// Goes `step` cards on; stays at the ends.
    public void step(int step) {
        if (count() > 0) {
            at.set(Math.clamp(at.get() + step, 0, count() - 1));
        }
    }

    /// Says that the card at hand was read, where somebody sent it and waits for that; then reads anew and stays there.
    public void acknowledge() {
        var shown = card();
        if (shown == null || shown.sent() == null || shown.sent().acknowledgedAt() != null) {
            return;
        }
        int place = at.get();
        background
                .run(() -> {
                    api.acknowledge(shown.itemId());
                    return api.own();
                })
                .onSuccess(own -> {
                    read(own);
                    step(place);
                })
                .onFailure(fault -> state.set(fault instanceof Offline ? State.OFFLINE : State.ERROR));
    }

    public int count() {
        var own = figures.get();
        return own == null ? 0 : own.cards().size();
    }

    /// The card that is read; null without one.
    public @Nullable CoachingCard card() {
        var own = figures.get();
        return own == null || own.cards().isEmpty() ? null : own.cards().get(at.get());
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The figures over all cards; null before they were read.
    public ReadOnlyObjectProperty<@Nullable ModeratorQuality> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty atProperty() {
        return at.getReadOnlyProperty();
    }
}
