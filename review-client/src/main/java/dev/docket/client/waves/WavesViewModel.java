package dev.docket.client.waves;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.screen.ScreenModel;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.precedents.WaveState;
import dev.docket.dto.precedents.WaveSummary;
import dev.docket.dto.precedents.WaveView.Member;
import dev.docket.dto.review.PolicyBrief;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The waves screen without its looks: the list of waves, and the one at hand in [OpenWave].
///
/// The list is read when the screen is shown, soon after each event that may have changed it, and every minute, since
/// what waits becomes a wave without anybody saying so. What was read last stays when the floor cannot be reached. Use
/// on the FX thread only.
public final class WavesViewModel implements ScreenModel {
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration SETTLING = Duration.ofMillis(500);
    private static final List<WaveState> ORDER =
            List.of(WaveState.AWAITING_APPROVAL, WaveState.DISPUTED, WaveState.DECIDING, WaveState.WAITING);

    /// What the screen as a whole shows.
    public enum State {
        LOADING,
        READY,
        OFFLINE,
        ERROR
    }

    private final WavesApi api;
    private final Background background;
    private final InstantSource clock;
    private final OpenWave open;
    private final List<Cancellable> timers = new ArrayList<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable List<WaveSummary>> waves = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<PolicyBrief>> policies = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable ApiProblem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Instant> now;
    private @Nullable Cancellable soon;
    private boolean isShown;

    public WavesViewModel(WavesApi api, Background background, InstantSource clock) {
        this.api = api;
        this.background = background;
        this.clock = clock;
        this.now = new ReadOnlyObjectWrapper<>(clock.instant());
        this.open = new OpenWave(api, background, clock, this::readWaves);
    }

    @Override
    public void open() {
        shown();
    }

    @Override
    public void shown() {
        isShown = true;
        timers.add(background.every(SECOND, () -> now.set(clock.instant())));
        timers.add(background.every(EVERY, this::readWaves));
        lookAgain();
    }

    @Override
    public void hidden() {
        isShown = false;
        timers.forEach(Cancellable::cancel);
        timers.clear();
        if (soon != null) {
            soon.cancel();
            soon = null;
        }
    }

    @Override
    public void close() {
        hidden();
        open.close();
    }

    @Override
    public void happened(LiveEvent event) {
        if (isShown && event.isOf("wave")) {
            open.happened(event);
            readSoon();
        }
        if (isShown && event.isOf("policy")) {
            readPolicies();
        }
    }

    @Override
    public void reconnected() {
        if (isShown) {
            lookAgain();
        }
    }

    /// Reads everything at once.
    public void lookAgain() {
        readPolicies();
        readWaves();
        if (!open.busyProperty().get()) {
            open.read();
        }
    }

    /// Reads after a moment, once for however many changes come in it.
    private void readSoon() {
        if (soon == null) {
            soon = background.after(SETTLING, () -> {
                soon = null;
                readWaves();
            });
        }
    }

    private void readPolicies() {
        background.run(api::policies).onSuccess(policies::set).onFailure(fault -> {
            // The list says that the floor is away; without policies one can still approve.
        });
    }

    private void readWaves() {
        background.run(api::waves).onSuccess(this::read).onFailure(this::failed);
    }

    private void read(List<WaveSummary> all) {
        var sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt(
                wave -> ORDER.contains(wave.state()) ? ORDER.indexOf(wave.state()) : ORDER.size()));
        problem.set(null);
        now.set(clock.instant());
        waves.set(List.copyOf(sorted));
        state.set(State.READY);
        goOn(sorted);
    }

    /// Keeps to the wave at hand. What was taken back waits again, under its leader's name.
    private void goOn(List<WaveSummary> all) {
        var at = open.viewProperty().get();
        boolean isListed = all.stream().anyMatch(wave -> wave.id().equals(open.id()));
        if (all.isEmpty() || isListed || (at == null && open.id() != null)) {
            return;
        }
        if (at == null) {
            open.goOn(all.getFirst().id());
            return;
        }
        var items = items(at.members());
        all.stream()
                .filter(wave -> wave.state() == WaveState.WAITING && items.contains(wave.id()))
                .findFirst()
                .ifPresent(wave -> open.goOn(wave.id()));
    }

    private static Set<String> items(List<Member> members) {
        return members.stream().map(Member::itemId).collect(Collectors.toSet());
    }

    private void failed(Exception fault) {
        problem.set(fault instanceof ApiProblem refusal ? refusal : null);
        state.set(fault instanceof Offline ? State.OFFLINE : State.ERROR);
    }

    /// Opens one of the list.
    public void open(WaveSummary wave) {
        open(wave.id());
    }

    /// Opens the wave of that name, where others sent somebody to it.
    public void open(String wave) {
        open.open(wave);
    }

    /// The wave at hand.
    public OpenWave wave() {
        return open;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Those that await a second person first, then what waits; null until they were read.
    public ReadOnlyObjectProperty<@Nullable List<WaveSummary>> wavesProperty() {
        return waves.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<PolicyBrief>> policiesProperty() {
        return policies.getReadOnlyProperty();
    }

    /// Why the list was not read, where the floor said so.
    public ReadOnlyObjectProperty<@Nullable ApiProblem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The time as the screen shows it; moves once a second while it is shown.
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }
}
