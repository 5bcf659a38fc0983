package dev.docket.client.review;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.explain.Explaining;
import dev.docket.client.common.finding.Choice;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.screen.ScreenModel;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.queue.Looking;
import dev.docket.dto.queue.QueueView;
import dev.docket.dto.review.EscalateRequest;
import dev.docket.dto.review.Lease;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.SkipRequest;
import dev.docket.dto.review.Task;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The review screen without its looks.
///
/// A few tasks are kept in hand, so that after a decision the next item comes from memory. A decision is on disk
/// before the screen moves on; what the floor says about it later arrives as the undo line or as a notice. Nothing
/// is released silently: a task leaves the hand by a decision, a skip, a hand-over, or because its lease was lost,
/// and each of these is said. Use on the FX thread only.
public final class ReviewViewModel implements ScreenModel {
    private final ReviewApi api;
    private final DecisionOutbox outbox;
    private final Background background;
    private final InstantSource clock;

    private final Claims claims;
    private final Leases leases;
    private final Hand hand;
    private final OpenFinding finding;
    private final Undo undo;
    private final PassingOn passingOn;
    private final Asking asking;
    private final Preview preview;
    private final Explaining explaining;
    private final ColleagueList colleagues;
    private final Onlookers onlookers;
    private final Notices notices = new Notices();

    private Floor floor = Floor.UNKNOWN;
    private @Nullable Cancellable ticking;

    private final ReadOnlyObjectWrapper<ReviewScreen> screen = new ReadOnlyObjectWrapper<>(ReviewScreen.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable Task> task = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LeaseClock> lease = new ReadOnlyObjectWrapper<>(LeaseClock.NONE);
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ReadOnlyBooleanWrapper offline = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper decided = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper inHand = new ReadOnlyIntegerWrapper();
    private final ObservableList<QueueView> queues = FXCollections.observableArrayList();
    // Kept here because the wrapper listens weakly: one made for each caller would fall silent.
    private final ObservableList<QueueView> shownQueues = FXCollections.unmodifiableObservableList(queues);

    public ReviewViewModel(ReviewApi api, DecisionOutbox outbox, Background background, InstantSource clock) {
        this.api = api;
        this.outbox = outbox;
        this.background = background;
        this.clock = clock;
        now = new ReadOnlyObjectWrapper<>(clock.instant());
        hand = new Hand(clock);
        claims = new Claims(api, background, hand::wanted, this::arrived, this::answered);
        leases = new Leases(api, background, this::lost);
        finding = new OpenFinding(
                api, background, clock, () -> notices.forget(kind -> kind == Notice.Kind.NOTHING_CHOSEN));
        undo = new Undo(api, outbox, background, leases, notices, this::bringBack);
        passingOn = new PassingOn(api, background, leases, this::cameBack);
        asking = new Asking(api, background, notices);
        preview = new Preview(api, background, clock);
        finding.choiceProperty().subscribe(choice -> preview.changed(task.get(), choice));
        explaining = new Explaining(api, background);
        finding.highlight().labelProperty().subscribe(explaining::explain);
        colleagues = new ColleagueList(
                api, background, () -> hand.open().map(Task::id).orElse(""));
        onlookers = new Onlookers(api, background);
    }

    /// Starts claiming, renewing and the clock.
    @Override
    public void open() {
        ticking = background.every(Duration.ofSeconds(1), this::tick);
        leases.open();
        claims.open();
        onlookers.seen(true);
        readQueues();
    }

    /// Stops them. Tasks in hand stay leased until their leases run out.
    @Override
    public void close() {
        claims.close();
        leases.close();
        onlookers.seen(false);
        if (ticking != null) {
            ticking.cancel();
            ticking = null;
        }
    }

    @Override
    public void shown() {
        claims.open();
        onlookers.seen(true);
    }

    /// What is in hand stays in hand, but nothing more is claimed for somebody who looks elsewhere.
    @Override
    public void hidden() {
        claims.close();
        onlookers.seen(false);
    }

    @Override
    public void happened(LiveEvent event) {
        if (event.isOf("queue") && screen.get() == ReviewScreen.EMPTY) {
            lookAgain();
        }
        asking.happened(event);
    }

    @Override
    public void reconnected() {
        asking.reconnected();
    }

    /// Looks for work at once: something arrived, or the person asked to try again.
    public void lookAgain() {
        claims.wake();
        readQueues();
        finding.gallery().lookAgain();
        showScreen();
    }

    /// Claims from these queues only from now on; empty means every queue the person is cleared for.
    public void chooseQueues(List<String> chosen) {
        claims.from(chosen.isEmpty() ? null : List.copyOf(chosen));
        claims.wake();
    }

    // Deciding

    /// Approves the open item and moves on.
    public void approve() {
        decide(Outcome.APPROVE, Choice.NOTHING);
    }

    /// Decides what was chosen and moves on. Moves on from an item whose lease was lost.
    public void decide() {
        var chosen = finding.choiceProperty().get();
        if (lease.get().state() == LeaseClock.State.LOST) {
            advance();
        } else if (chosen.violations().isEmpty()) {
            notices.tell(Notice.Kind.NOTHING_CHOSEN);
        } else {
            decide(Outcome.VIOLATION, chosen);
        }
    }

    /// Says that this item cannot be decided as it is, and moves on.
    public void cannotDecide() {
        decide(Outcome.CANNOT_DECIDE, Choice.NOTHING);
    }

    /// Does with this item what was done with the precedent at hand: approves it at once, or chooses the same policies
    /// for Enter to decide. What was overturned later is no example.
    public void applyPrecedent() {
        var example = finding.precedents().current();
        if (example.isEmpty()) {
            return;
        }
        if (example.get().overturned()) {
            notices.tell(Notice.Kind.PRECEDENT_OVERTURNED);
        } else if (example.get().outcome() == Outcome.APPROVE) {
            approve();
        } else if (!finding.take(example.get())) {
            notices.tell(Notice.Kind.PRECEDENT_UNFIT);
        }
    }

    private void decide(Outcome outcome, Choice chosen) {
        var open = task.get();
        if (open == null) {
            return;
        }
        var held = leases.of(open.id());
        if (held.isEmpty()) {
            notices.tell(Notice.Kind.LEASE_LOST);
            return;
        }
        var request = finding.asDecision(held.get().number(), outcome, chosen, hand.timeOnOpen(), clock.instant());
        try {
            String key = outbox.submit(open.id(), request);
            hand.rememberTime();
            undo.remember(new LastDecision(
                    key, open, outcome, chosen, finding.noteProperty().get(), null));
        } catch (UncheckedIOException e) {
            notices.tell(Notice.Kind.NOT_KEPT);
            return;
        }
        decided.set(decided.get() + 1);
        advance();
    }

    /// Takes back the last decision and brings its item back as it was left.
    public void undo() {
        undo.last(clock.instant());
    }

    private void bringBack(LastDecision decision, Task returned) {
        decided.set(Math.max(0, decided.get() - 1));
        hand.interrupt(returned);
        leases.hold(returned);
        leases.renew();
        show(returned);
        finding.restore(decision);
    }

    // Passing on, keeping, asking

    /// Passes the open item to somebody else; it never comes back to this person.
    public void skip(SkipReason reason, @Nullable String comment) {
        whileHeld((open, held) -> {
            var shown = finding.cover().shown();
            advance();
            passingOn.skip(open, new SkipRequest(held.number(), reason.name(), comment, shown));
        });
    }

    /// Hands the open item to a queue.
    public void escalateToQueue(String queue, @Nullable String comment) {
        escalate(new EscalateRequest.Target(queue, null), comment);
    }

    /// Hands the open item to a person.
    public void escalateToPerson(String person, @Nullable String comment) {
        escalate(new EscalateRequest.Target(null, person), comment);
    }

    private void escalate(EscalateRequest.Target to, @Nullable String comment) {
        whileHeld((open, held) -> {
            var shown = finding.cover().shown();
            advance();
            passingOn.escalate(open, new EscalateRequest(held.number(), to, comment, shown));
        });
    }

    /// Keeps the open item for so long, whatever its lease.
    public void holdFor(Duration length, @Nullable String comment) {
        whileHeld((open, held) -> passingOn.hold(open, held, clock.instant().plus(length), comment, this::kept));
    }

    /// Asks about the open item, which stays where it is.
    ///
    /// @param to sign-in name; null asks the supervisors
    public void ask(@Nullable String to, String question) {
        whileHeld((open, held) -> asking.ask(open, to, question));
    }

    private void whileHeld(BiConsumer<Task, Lease> deed) {
        hand.open().ifPresent(open -> leases.of(open.id()).ifPresent(held -> deed.accept(open, held)));
    }

    private void cameBack(Task returned, @Nullable Exception fault) {
        hand.add(returned);
        notices.tell(Notice.Kind.NOT_PASSED_ON, null, fault);
        openIfNone();
    }

    private void kept(@Nullable Exception fault) {
        if (fault != null) {
            notices.tell(Notice.Kind.NOT_HELD, null, fault);
        }
        tick();
    }

    // What arrives

    private void arrived(List<Task> tasks) {
        for (var arrival : tasks) {
            if (!hand.has(arrival.id())) {
                leases.hold(arrival);
                hand.add(arrival);
            }
        }
        openIfNone();
    }

    private void openIfNone() {
        if (task.get() == null) {
            advance();
        } else {
            inHand.set(hand.size());
        }
    }

    private void answered(Floor answer) {
        boolean reachedAgain = offline.get() && answer.answer() == Floor.Answer.REACHED;
        floor = answer;
        offline.set(answer.answer() == Floor.Answer.UNREACHABLE);
        showScreen();
        if (reachedAgain) {
            leases.renew();
        }
    }

    private void lost(Set<String> taskIds) {
        hand.drop(taskIds);
        if (hand.open().filter(open -> taskIds.contains(open.id())).isPresent()) {
            notices.tell(Notice.Kind.LEASE_LOST);
        }
        tick();
        claims.want();
    }

    private void readQueues() {
        background
                .run(api::queues)
                .onSuccess(this::queuesRead)
                .onOffline(fault -> {})
                .onFailure(fault -> {});
    }

    private void queuesRead(List<QueueView> read) {
        queues.setAll(ReviewQueues.of(read));
        claims.know(read);
    }

    // What is before the person

    private void advance() {
        hand.next().ifPresentOrElse(this::show, this::clear);
        claims.want();
        showScreen();
    }

    private void clear() {
        task.set(null);
        begin(null);
        tick();
        readQueues();
    }

    private void show(Task next) {
        begin(next);
        task.set(next);
        finding.highlight().chooseFirst();
        tick();
        showScreen();
    }

    private void begin(@Nullable Task next) {
        notices.forget(Notice.Kind::isAboutTheItem);
        preview.close();
        explaining.close();
        finding.take(next);
        onlookers.show(next);
        inHand.set(hand.size());
    }

    private void showScreen() {
        screen.set(task.get() != null ? ReviewScreen.ITEM : without());
    }

    private ReviewScreen without() {
        return switch (floor.answer()) {
            case UNKNOWN -> ReviewScreen.LOADING;
            case REACHED -> ReviewScreen.EMPTY;
            case UNREACHABLE -> ReviewScreen.OFFLINE;
            case FAILING -> ReviewScreen.ERROR;
        };
    }

    private void tick() {
        now.set(clock.instant());
        lease.set(hand.open().map(this::clockOf).orElse(LeaseClock.NONE));
    }

    private LeaseClock clockOf(Task open) {
        return leases.of(open.id()).map(held -> LeaseClock.of(held, now.get())).orElse(LeaseClock.LOST);
    }

    // What the view binds to

    public ReadOnlyObjectProperty<ReviewScreen> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Task> taskProperty() {
        return task.getReadOnlyProperty();
    }

    /// What is found of the open item, and how its evidence is looked at.
    public OpenFinding finding() {
        return finding;
    }

    public ReadOnlyObjectProperty<LeaseClock> leaseProperty() {
        return lease.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable LastDecision> lastProperty() {
        return undo.lastProperty();
    }

    /// Shows what the author would read of what is chosen, or hides it again.
    public void togglePreview() {
        preview.toggle(task.get(), finding.choiceProperty().get());
    }

    public Preview preview() {
        return preview;
    }

    /// Asks what becomes of the chosen label's score without some of the words, or hides the answer again. What is
    /// covered stays covered.
    public void toggleExplanation() {
        var open = task.get();
        boolean readable = open != null && !finding.cover().coveredProperty().get();
        explaining.toggle(
                readable ? open.id() : null, finding.highlight().labelProperty().get());
    }

    public Explaining explaining() {
        return explaining;
    }

    /// How the question that was written last fares.
    public Asking asking() {
        return asking;
    }

    /// Whom the open item may be handed to or asked about.
    public ColleagueList colleagues() {
        return colleagues;
    }

    /// Who else has the open item before them.
    public ReadOnlyObjectProperty<List<Looking.Person>> othersProperty() {
        return onlookers.othersProperty();
    }

    /// The time as the screen shows it; moves once a second.
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty offlineProperty() {
        return offline.getReadOnlyProperty();
    }

    /// How many decisions this person took since the desk was opened.
    public ReadOnlyIntegerProperty decidedProperty() {
        return decided.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty inHandProperty() {
        return inHand.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty pendingProperty() {
        return outbox.pending();
    }

    public ObservableList<Notice> notices() {
        return notices.all();
    }

    public void dismiss(Notice notice) {
        notices.dismiss(notice);
    }

    public ObservableList<QueueView> queues() {
        return shownQueues;
    }

    /// What the floor said, on the error screen.
    public Optional<ApiProblem> problem() {
        return Optional.ofNullable(floor.problem());
    }
}
