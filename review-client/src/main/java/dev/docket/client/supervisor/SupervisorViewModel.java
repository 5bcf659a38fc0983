package dev.docket.client.supervisor;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.pick.Picking;
import dev.docket.client.common.pick.Reassign;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.screen.ScreenModel;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.client.supervisor.Transfer.Kind;
import dev.docket.client.supervisor.Transfer.Target;
import dev.docket.dto.floor.FloorView;
import dev.docket.dto.floor.FloorView.Need;
import dev.docket.dto.floor.FloorView.PersonOnFloor;
import dev.docket.dto.floor.FloorView.QueueOnFloor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The supervisor's screen without its looks.
///
/// The floor is read when the screen is shown, soon after each event that may have changed it, and every half minute
/// in case an event was missed; a hidden screen asks for nothing. What was read last stays on the screen when the
/// floor cannot be reached, and it is said that it is old. Use on the FX thread only.
public final class SupervisorViewModel implements ScreenModel {
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration QUALITY_EVERY = Duration.ofMinutes(5);
    private static final Duration SETTLING = Duration.ofMillis(500);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Set<String> FLOOR_EVENTS =
            Set.of("queue", "sla", "floor", "lease", "presence", "decision", "wave");

    /// What the screen as a whole shows.
    public enum State {
        LOADING,
        READY,
        OFFLINE,
        ERROR
    }

    /// What became of a transfer.
    ///
    /// @param moved how many tasks went; -1 when none did because the floor said no
    /// @param slug of the refusal; null when the floor could not be reached
    public record Outcome(
            Transfer transfer, int moved, @Nullable String slug) {}

    private static final Set<String> UNDIVIDED = Set.of("adjudication", "appeals");

    private final SupervisorApi api;
    private final Background background;
    private final InstantSource clock;
    private final Consumer<String> showWave;
    private final Adjudication adjudication;
    private final QueueOutlook outlook;
    private final Division division;
    private final AgreementDetail agreement;
    private final Proposals proposals;
    private final Reassign reassign;
    private final Picking picking;
    private final GoldenList golden;
    private final CalibrationList calibrations;
    private final PersonLook person;
    private final List<Cancellable> timers = new ArrayList<>();
    private @Nullable Cancellable soon;
    private boolean isShown;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable FloorView> floor = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ApiProblem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable QualityFigures> quality = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<State> qualityState = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable Transfer> transfer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Outcome> outcome = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Said> told = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Instant> now;

    /// @param showWave goes to where a wave is judged
    public SupervisorViewModel(
            SupervisorApi api, Background background, InstantSource clock, Consumer<String> showWave) {
        this.showWave = showWave;
        this.api = api;
        this.background = background;
        this.clock = clock;
        this.now = new ReadOnlyObjectWrapper<>(clock.instant());
        this.adjudication = new Adjudication(api, background, clock, this::readSoon);
        this.agreement = new AgreementDetail(api, background);
        this.outlook = new QueueOutlook(api, background, this::tell);
        this.division = new Division(api, background, this::tell);
        this.proposals = new Proposals(api, background, this::tell);
        this.reassign = new Reassign(api);
        this.picking = new Picking(background);
        this.golden = new GoldenList(api, background);
        this.calibrations = new CalibrationList(api, background);
        this.person = new PersonLook(api, background);
    }

    @Override
    public void open() {
        watch();
    }

    @Override
    public void shown() {
        watch();
    }

    @Override
    public void hidden() {
        isShown = false;
        stop();
    }

    @Override
    public void close() {
        hidden();
        adjudication.close();
    }

    @Override
    public void happened(LiveEvent event) {
        if (isShown && FLOOR_EVENTS.stream().anyMatch(event::isOf)) {
            readSoon();
        }
        if (isShown && (event.isOf("quality") || event.isOf("appeal"))) {
            readQuality();
        }
        if (isShown && event.isOf("proposal")) {
            proposals.read();
        }
        if (isShown && event.isOf("golden")) {
            golden.again();
        }
        if (isShown && event.isOf("calibration")) {
            calibrations.again();
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
        readFloor();
        readQuality();
        proposals.read();
    }

    private void watch() {
        isShown = true;
        lookAgain();
        timers.add(background.every(SECOND, () -> now.set(clock.instant())));
        timers.add(background.every(EVERY, this::readFloor));
        timers.add(background.every(QUALITY_EVERY, this::readQuality));
    }

    private void stop() {
        timers.forEach(Cancellable::cancel);
        timers.clear();
        if (soon != null) {
            soon.cancel();
            soon = null;
        }
    }

    /// Reads after a moment, once for however many changes come in it.
    private void readSoon() {
        if (soon == null && isShown) {
            soon = background.after(SETTLING, () -> {
                soon = null;
                readFloor();
            });
        }
    }

    private void readFloor() {
        background.run(api::floor).onSuccess(this::floorRead).onFailure(this::floorFailed);
    }

    private void floorRead(FloorView read) {
        now.set(clock.instant());
        problem.set(null);
        floor.set(read);
        state.set(State.READY);
    }

    private void floorFailed(Exception fault) {
        problem.set(fault instanceof ApiProblem refusal ? refusal : null);
        state.set(fault instanceof Offline ? State.OFFLINE : State.ERROR);
    }

    private void readQuality() {
        background
                .run(api::quality)
                .onSuccess(read -> {
                    quality.set(read);
                    qualityState.set(State.READY);
                })
                .onFailure(fault -> qualityState.set(fault instanceof Offline ? State.OFFLINE : State.ERROR));
    }

    /// Takes an alert off the screen, for everybody.
    public void acknowledge(String alertId) {
        background
                .run(() -> {
                    api.acknowledge(alertId);
                    return alertId;
                })
                .onSuccess(seen -> {
                    readQuality();
                    tell(new Said("supervisor.said.seen"));
                })
                .onFailure(fault -> tell(new Said("supervisor.said.not-seen")));
    }

    /// Opens the outlook of a queue.
    public void lookAhead(String queue) {
        var view = floor.get();
        if (view != null) {
            find(view, queue).ifPresent(outlook::open);
        }
    }

    /// Asks which sources get queues of their own beside this one. Only a policy's queue is divided.
    public void prepareDivision(String queue) {
        var view = floor.get();
        if (view != null && !UNDIVIDED.contains(queue)) {
            find(view, queue).ifPresent(division::open);
        }
    }

    private void tell(Said what) {
        outcome.set(null);
        told.set(what);
        readFloor();
    }

    // Moving tasks

    /// Prepares to send one task elsewhere. A wave has no task of its own.
    ///
    /// @param subject the task in words
    public void prepareReassign(Need need, String subject) {
        var task = need.taskId();
        if (task != null) {
            forgetOutcome();
            picking.ask(reassign.of(task, subject, need.queue(), () -> tell(new Said("supervisor.said.reassigned"))));
        }
    }

    /// Takes the most urgent task, or without one goes to the most urgent wave.
    public void takeNext() {
        var waves = needs().stream().filter(need -> need.waveId() != null).findFirst();
        boolean anyTask = needs().stream().anyMatch(need -> need.taskId() != null && !need.kept());
        if (anyTask || waves.isEmpty()) {
            adjudication.takeNext();
        } else {
            open(waves.get());
        }
    }

    /// Goes to where a wave is judged. A task is taken by its turn alone.
    public void open(Need need) {
        var wave = need.waveId();
        if (wave != null) {
            showWave.accept(wave);
        }
    }

    private List<Need> needs() {
        var view = floor.get();
        return view == null ? List.of() : view.needs();
    }

    // What is settled

    public GoldenList golden() {
        return golden;
    }

    public CalibrationList calibrations() {
        return calibrations;
    }

    /// One person's accuracy and cards.
    public PersonLook person() {
        return person;
    }

    /// Those who work now.
    public List<PersonOnFloor> people() {
        var view = floor.get();
        return view == null ? List.of() : view.people();
    }

    /// Where a task shall go, while that is asked.
    public Picking picking() {
        return picking;
    }

    /// Prepares to move some tasks of a queue, or with `drain` all of them.
    public void prepareMove(String queue, boolean drain) {
        var view = floor.get();
        if (view == null) {
            return;
        }
        find(view, queue).ifPresent(from -> {
            var targets = view.queues().stream()
                    .filter(other -> !other.key().equals(queue))
                    .map(other -> new Target(other.key(), other.title()))
                    .toList();
            prepare(new Transfer(
                    drain ? Kind.DRAIN : Kind.MOVE,
                    queue,
                    from.title(),
                    from.waiting(),
                    targets,
                    0,
                    from.waiting(),
                    ""));
        });
    }

    /// Prepares to give a person's tasks to somebody else or back to their queues.
    public void prepareHandOn(String person) {
        var view = floor.get();
        if (view == null) {
            return;
        }
        view.people().stream()
                .filter(one -> one.id().equals(person))
                .findFirst()
                .ifPresent(from -> prepare(new Transfer(
                        Kind.HAND_ON,
                        person,
                        from.displayName(),
                        from.held(),
                        receivers(view, person),
                        0,
                        from.held(),
                        "")));
    }

    private static List<Target> receivers(FloorView view, String person) {
        var targets = new ArrayList<Target>();
        targets.add(new Target(null, ""));
        view.people().stream()
                .filter(other -> !other.id().equals(person))
                .map(other -> new Target(other.id(), other.displayName()))
                .forEach(targets::add);
        return targets;
    }

    private void prepare(Transfer prepared) {
        forgetOutcome();
        transfer.set(prepared);
    }

    public void transferTo(int index) {
        change(transfer.get() == null ? null : transfer.get().to(index));
    }

    public void transferCount(long count) {
        change(transfer.get() == null ? null : transfer.get().count(count));
    }

    public void transferReason(String reason) {
        change(transfer.get() == null ? null : transfer.get().reason(reason));
    }

    private void change(@Nullable Transfer next) {
        if (next != null) {
            transfer.set(next);
        }
    }

    public void cancelTransfer() {
        transfer.set(null);
    }

    /// Does what was prepared.
    public void confirmTransfer() {
        var prepared = transfer.get();
        if (prepared == null || !prepared.isPossible()) {
            return;
        }
        transfer.set(null);
        background
                .run(() ->
                        prepared.kind() == Kind.HAND_ON ? api.handOn(prepared.asHandOn()) : api.move(prepared.asMove()))
                .onSuccess(moved -> {
                    outcome.set(new Outcome(prepared, moved, null));
                    readFloor();
                })
                .onFailure(fault -> outcome.set(
                        new Outcome(prepared, -1, fault instanceof ApiProblem refusal ? refusal.slug() : null)));
    }

    public void forgetOutcome() {
        outcome.set(null);
        told.set(null);
    }

    // What the view asks

    private static Optional<QueueOnFloor> find(FloorView view, String queue) {
        return view.queues().stream().filter(one -> one.key().equals(queue)).findFirst();
    }

    /// Names of the people on a queue.
    public List<String> namesOn(QueueOnFloor queue) {
        var view = floor.get();
        return view == null
                ? List.of()
                : view.people().stream()
                        .filter(person -> queue.people().contains(person.id()))
                        .map(PersonOnFloor::displayName)
                        .toList();
    }

    /// Policies whose agreement is known, in the order the desk shows them.
    public List<String> judgedPolicies() {
        var figures = quality.get();
        return figures == null
                ? List.of()
                : figures.agreement().stream()
                        .filter(one -> one.items() > 0)
                        .map(QualityFigures.Agreement::policy)
                        .toList();
    }

    public Adjudication adjudication() {
        return adjudication;
    }

    public AgreementDetail agreement() {
        return agreement;
    }

    public Division division() {
        return division;
    }

    public QueueOutlook outlook() {
        return outlook;
    }

    public Proposals proposals() {
        return proposals;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The floor as last read; null before the first time.
    public ReadOnlyObjectProperty<@Nullable FloorView> floorProperty() {
        return floor.getReadOnlyProperty();
    }

    /// Why the floor was not read, where it said so.
    public ReadOnlyObjectProperty<@Nullable ApiProblem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable QualityFigures> qualityProperty() {
        return quality.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> qualityStateProperty() {
        return qualityState.getReadOnlyProperty();
    }

    /// What is about to be sent elsewhere; null when nothing is.
    public ReadOnlyObjectProperty<@Nullable Transfer> transferProperty() {
        return transfer.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /// What was last done besides moving tasks; null when there is nothing to say.
    public ReadOnlyObjectProperty<@Nullable Said> toldProperty() {
        return told.getReadOnlyProperty();
    }

    /// The time as the screen shows it; moves once a second while it is shown.
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }
}
