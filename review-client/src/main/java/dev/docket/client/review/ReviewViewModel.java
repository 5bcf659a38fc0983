package dev.docket.client.review;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.finding.Choice;
import dev.docket.client.common.finding.PolicyOrder;
import dev.docket.client.common.item.Cover;
import dev.docket.client.common.item.Highlight;
import dev.docket.client.common.item.Span;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.screen.ScreenModel;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.queue.QueueView;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.EscalateRequest;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.PolicyBrief;
import dev.docket.dto.review.SkipRequest;
import dev.docket.dto.review.Task;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The review screen without its looks.
///
/// Three tasks are kept in hand, so that after a decision the next item comes from memory. A decision is on disk
/// before the screen moves on; what the floor says about it later arrives as the undo line or as a notice. Nothing
/// is released silently: a task leaves the hand by a decision, a skip, a hand-over, or because its lease was lost,
/// and each of these is said. Use on the FX thread only.
public final class ReviewViewModel implements ScreenModel {
    static final int IN_HAND = 3;

    private final ReviewApi api;
    private final DecisionOutbox outbox;
    private final Background background;
    private final InstantSource clock;
    private final Claims claims;
    private final Leases leases;

    private final Deque<Task> ahead = new ArrayDeque<>();
    private final Map<String, LastDecision> unsettled = new HashMap<>();
    private final Map<String, Duration> spent = new HashMap<>();
    private final Set<String> undoWanted = new HashSet<>();
    private Floor floor = Floor.UNKNOWN;
    private Instant shownAt;
    private @Nullable Cancellable ticking;
    private final Cover cover = new Cover();
    private final Highlight highlight = new Highlight();
    private final PrecedentList precedents = new PrecedentList();

    private final ReadOnlyObjectWrapper<ReviewScreen> screen = new ReadOnlyObjectWrapper<>(ReviewScreen.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable Task> task = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>(Choice.NOTHING);
    private final StringProperty note = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<LeaseClock> lease = new ReadOnlyObjectWrapper<>(LeaseClock.NONE);
    private final ReadOnlyObjectWrapper<@Nullable LastDecision> last = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ReadOnlyBooleanWrapper offline = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper decided = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper inHand = new ReadOnlyIntegerWrapper();
    private final ObservableList<Notice> notices = FXCollections.observableArrayList();
    private final ObservableList<QueueView> queues = FXCollections.observableArrayList();
    // Kept here because the wrappers listen weakly: one made for each caller would fall silent.
    private final ObservableList<Notice> shownNotices = FXCollections.unmodifiableObservableList(notices);
    private final ObservableList<QueueView> shownQueues = FXCollections.unmodifiableObservableList(queues);

    public ReviewViewModel(ReviewApi api, DecisionOutbox outbox, Background background, InstantSource clock) {
        this.api = api;
        this.outbox = outbox;
        this.background = background;
        this.clock = clock;
        this.claims = new Claims(api, background, this::wanted, this::arrived, this::answered);
        this.leases = new Leases(api, background, this::lost);
        this.shownAt = clock.instant();
        this.now = new ReadOnlyObjectWrapper<>(clock.instant());
        outbox.onReceipt(this::acknowledged);
        outbox.onRefused(this::refused);
    }

    /// Starts claiming, renewing and the clock.
    @Override
    public void open() {
        ticking = background.every(Duration.ofSeconds(1), this::tick);
        leases.open();
        claims.open();
        readQueues();
    }

    /// Stops them. Tasks in hand stay leased until their leases run out.
    @Override
    public void close() {
        claims.close();
        leases.close();
        if (ticking != null) {
            ticking.cancel();
            ticking = null;
        }
    }

    @Override
    public void shown() {
        claims.open();
    }

    /// What is in hand stays in hand, but nothing more is claimed for somebody who looks elsewhere.
    @Override
    public void hidden() {
        claims.close();
    }

    @Override
    public void happened(LiveEvent event) {
        if (event.isOf("queue") && screen.get() == ReviewScreen.EMPTY) {
            lookAgain();
        }
    }

    /// Looks for work at once: something arrived, or the person asked to try again.
    public void lookAgain() {
        claims.wake();
        readQueues();
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
        if (lease.get().state() == LeaseClock.State.LOST) {
            advance();
        } else if (choice.get().violations().isEmpty()) {
            tell(Notice.of(Notice.Kind.NOTHING_CHOSEN));
        } else {
            decide(Outcome.VIOLATION, choice.get());
        }
    }

    /// Says that this item cannot be decided as it is, and moves on.
    public void cannotDecide() {
        decide(Outcome.CANNOT_DECIDE, Choice.NOTHING);
    }

    private void decide(Outcome outcome, Choice chosen) {
        var open = task.get();
        if (open == null) {
            return;
        }
        var held = leases.of(open.id());
        if (held.isEmpty()) {
            tell(Notice.of(Notice.Kind.LEASE_LOST));
            return;
        }
        try {
            String key = outbox.submit(open.id(), request(held.get().number(), outcome, chosen, open));
            remember(new LastDecision(key, open, outcome, chosen, note.get(), null));
        } catch (UncheckedIOException e) {
            tell(Notice.of(Notice.Kind.NOT_KEPT));
            return;
        }
        decided.set(decided.get() + 1);
        advance();
    }

    private DecisionRequest request(long leaseNumber, Outcome outcome, Choice chosen, Task open) {
        boolean violation = outcome == Outcome.VIOLATION;
        String text = note.get().strip();
        return new DecisionRequest(
                leaseNumber,
                outcome,
                violation ? chosen.violationsAsWire() : List.of(),
                violation ? chosen.actionsAsWire(clock.instant()) : List.of(),
                text.isEmpty() ? null : text,
                timeOn(open).toMillis(),
                cover.revealed(),
                null);
    }

    private void remember(LastDecision decision) {
        spent.keySet().removeIf(taskId -> !isHeld(taskId));
        putAside(decision.task());
        unsettled.put(decision.key(), decision);
        last.set(decision);
    }

    private Duration timeOn(Task open) {
        var before = spent.getOrDefault(open.id(), Duration.ZERO);
        var since = Duration.between(shownAt, clock.instant());
        return since.isNegative() ? before : before.plus(since);
    }

    // Choosing

    /// Chooses or drops a policy; `selection` marks where it is broken.
    public void press(PolicyBrief policy, @Nullable Span selection) {
        var pressed = selection == null || selection.length() == 0
                ? choice.get().press(policy)
                : withCurrent(policy).mark(selection);
        change(pressed);
        highlight.chooseOneOf(policy.labels()::contains);
    }

    private Choice withCurrent(PolicyBrief policy) {
        var chosen = choice.get();
        return policy.key().equals(chosen.current()) ? chosen : chosen.press(policy);
    }

    /// Marks a place in the text for the current violation.
    public void mark(Span span) {
        change(choice.get().mark(span));
    }

    public void press(ActionType action) {
        change(choice.get().press(action));
    }

    public void severity(int severity) {
        change(choice.get().severity(severity));
    }

    public void moreSevere() {
        change(choice.get().moreSevere());
    }

    public void lessSevere() {
        change(choice.get().lessSevere());
    }

    private void change(Choice next) {
        if (task.get() != null) {
            choice.set(next);
            notices.removeIf(notice -> notice.kind() == Notice.Kind.NOTHING_CHOSEN);
        }
    }

    /// Policies in the order of their digits.
    public List<PolicyBrief> policies() {
        var open = task.get();
        return open == null ? List.of() : PolicyOrder.of(open);
    }

    /// The scores, and whose words are marked.
    public Highlight highlight() {
        return highlight;
    }

    /// The decided items most like this one.
    public PrecedentList precedents() {
        return precedents;
    }

    /// Does with this item what was done with the precedent at hand: approves it at once, or chooses the same policies
    /// for Enter to decide. What was overturned later is no example.
    public void applyPrecedent() {
        var open = task.get();
        var example = precedents.current();
        if (open == null || example.isEmpty()) {
            return;
        }
        var same = open.policies().stream()
                .filter(policy -> example.get().policies().contains(policy.key()))
                .toList();
        if (example.get().overturned()) {
            tell(Notice.of(Notice.Kind.PRECEDENT_OVERTURNED));
        } else if (example.get().outcome() == Outcome.APPROVE) {
            approve();
        } else if (same.isEmpty()) {
            tell(Notice.of(Notice.Kind.PRECEDENT_UNFIT));
        } else {
            choice.set(Choice.NOTHING);
            same.forEach(policy -> change(choice.get().press(policy)));
        }
    }

    /// Whether the text is covered.
    public Cover cover() {
        return cover;
    }

    // Passing on

    /// Passes the open item to somebody else; it never comes back to this person.
    public void skip(SkipReason reason, @Nullable String comment) {
        passOn((open, number) -> api.skip(open.id(), new SkipRequest(number, reason.name(), comment)));
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
        passOn((open, number) -> api.escalate(open.id(), new EscalateRequest(number, to, comment)));
    }

    @FunctionalInterface
    private interface PassOn {
        void send(Task open, long lease) throws Exception;
    }

    private void passOn(PassOn how) {
        var open = task.get();
        var held = open == null ? Optional.<dev.docket.dto.review.Lease>empty() : leases.of(open.id());
        if (open == null || held.isEmpty()) {
            return;
        }
        long number = held.get().number();
        Callable<Boolean> sending = () -> {
            how.send(open, number);
            return true;
        };
        advance();
        background
                .run(sending)
                .onSuccess(done -> leases.letGo(open.id()))
                .onProblem(Slug.LEASE_LOST, problem -> leases.letGo(open.id()))
                .onProblem(Slug.ALREADY_DECIDED, problem -> leases.letGo(open.id()))
                .onOffline(fault -> cameBack(open, null))
                .onFailure(fault -> cameBack(open, fault));
    }

    private void cameBack(Task returned, @Nullable Exception fault) {
        ahead.addLast(returned);
        tell(notice(Notice.Kind.NOT_PASSED_ON, null, fault));
        if (task.get() == null) {
            advance();
        }
    }

    // Undo

    /// Takes back the last decision and brings its item back as it was left.
    public void undo() {
        var decision = last.get();
        if (decision == null || !decision.canUndo(clock.instant()) || undoWanted.contains(decision.key())) {
            return;
        }
        if (outbox.withdraw(decision.key())) {
            bringBack(decision, decision.task());
        } else if (decision.receipt() == null) {
            undoWanted.add(decision.key());
        } else {
            undoOnFloor(decision, decision.receipt());
        }
    }

    private void undoOnFloor(LastDecision decision, DecisionReceipt receipt) {
        undoWanted.add(decision.key());
        Callable<Task> undoing = () -> {
            api.undo(receipt.decisionId());
            return underNewLease(decision.task());
        };
        background
                .run(undoing)
                .onSuccess(returned -> bringBack(decision, returned))
                .onProblem(Slug.UNDO_EXPIRED, problem -> notUndone(decision, Notice.Kind.UNDO_EXPIRED, problem))
                .onOffline(fault -> notUndone(decision, Notice.Kind.UNDO_FAILED, fault))
                .onFailure(fault -> notUndone(decision, Notice.Kind.UNDO_FAILED, fault));
    }

    /// An undone task comes back under a new lease. When that cannot be read any more the undo still happened: the
    /// item is shown, and the next renewal says whether it is still ours.
    private Task underNewLease(Task undone) {
        try {
            return api.task(undone.id());
        } catch (ApiProblem | Offline e) {
            return undone;
        }
    }

    private void notUndone(LastDecision decision, Notice.Kind kind, Exception fault) {
        undoWanted.remove(decision.key());
        tell(notice(kind, decision, fault));
    }

    private void bringBack(LastDecision decision, Task returned) {
        undoWanted.remove(decision.key());
        unsettled.remove(decision.key());
        decided.set(Math.max(0, decided.get() - 1));
        var interrupted = task.get();
        if (interrupted != null) {
            putAside(interrupted);
            ahead.addFirst(interrupted);
        }
        leases.hold(returned);
        leases.renew();
        last.set(null);
        show(returned);
        choice.set(decision.choice());
        note.set(decision.note());
    }

    private void putAside(Task interrupted) {
        spent.put(interrupted.id(), timeOn(interrupted));
    }

    private void acknowledged(String key, DecisionReceipt receipt) {
        var decision = unsettled.remove(key);
        if (decision == null) {
            return;
        }
        leases.letGo(decision.task().id());
        var answered = decision.acknowledged(receipt);
        var shown = last.get();
        if (shown != null && shown.key().equals(key)) {
            last.set(answered);
        }
        if (undoWanted.contains(key)) {
            undoOnFloor(answered, receipt);
        }
    }

    private void refused(String key, ApiProblem problem) {
        var decision = unsettled.remove(key);
        undoWanted.remove(key);
        var shown = last.get();
        if (shown != null && shown.key().equals(key)) {
            last.set(null);
        }
        if (decision != null) {
            leases.letGo(decision.task().id());
        }
        tell(notice(Notice.Kind.REFUSED, decision, problem));
    }

    // Notices

    public void dismiss(Notice notice) {
        notices.remove(notice);
    }

    private void tell(Notice notice) {
        notices.removeIf(old -> old.kind() == notice.kind() && old.lost() == null);
        notices.add(notice);
    }

    private static Notice notice(Notice.Kind kind, @Nullable LastDecision about, @Nullable Exception fault) {
        return fault instanceof ApiProblem problem
                ? new Notice(kind, about, problem.slug(), problem.problem().traceId())
                : new Notice(kind, about, null, null);
    }

    // The hand

    private int wanted() {
        return IN_HAND - ahead.size() - (task.get() == null ? 0 : 1);
    }

    private void arrived(List<Task> tasks) {
        for (var arrival : tasks) {
            if (!isHeld(arrival.id())) {
                leases.hold(arrival);
                ahead.addLast(arrival);
            }
        }
        if (task.get() == null) {
            advance();
        } else {
            inHand.set(ahead.size() + 1);
        }
    }

    private boolean isHeld(String taskId) {
        var open = task.get();
        return open != null && open.id().equals(taskId)
                || ahead.stream().anyMatch(waiting -> waiting.id().equals(taskId));
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
        ahead.removeIf(waiting -> taskIds.contains(waiting.id()));
        var open = task.get();
        if (open != null && taskIds.contains(open.id())) {
            tell(Notice.of(Notice.Kind.LEASE_LOST));
        }
        tick();
        claims.want();
    }

    private void advance() {
        var next = ahead.pollFirst();
        if (next == null) {
            clear();
        } else {
            show(next);
        }
        claims.want();
        showScreen();
    }

    private void clear() {
        task.set(null);
        reset();
        inHand.set(0);
        tick();
        readQueues();
    }

    private void show(Task next) {
        reset();
        cover.open(next);
        highlight.take(next);
        precedents.take(next);
        task.set(next);
        highlight.chooseFirst();
        shownAt = clock.instant();
        inHand.set(ahead.size() + 1);
        tick();
        showScreen();
    }

    private void reset() {
        notices.removeIf(notice -> notice.kind().isAboutTheItem());
        choice.set(Choice.NOTHING);
        note.set("");
        highlight.take(null);
        precedents.take(null);
        highlight.chooseFirst();
        cover.open(null);
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

    private void tick() {
        now.set(clock.instant());
        var open = task.get();
        lease.set(open == null ? LeaseClock.NONE : clockOf(open));
    }

    private LeaseClock clockOf(Task open) {
        return leases.of(open.id())
                .map(held -> LeaseClock.of(Duration.between(now.get(), held.until())))
                .orElse(LeaseClock.LOST);
    }

    // What the view binds to

    public ReadOnlyObjectProperty<ReviewScreen> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Task> taskProperty() {
        return task.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Choice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    public StringProperty noteProperty() {
        return note;
    }

    public ReadOnlyObjectProperty<LeaseClock> leaseProperty() {
        return lease.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable LastDecision> lastProperty() {
        return last.getReadOnlyProperty();
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
        return shownNotices;
    }

    public ObservableList<QueueView> queues() {
        return shownQueues;
    }

    /// What the floor said, on the error screen.
    public Optional<ApiProblem> problem() {
        return Optional.ofNullable(floor.problem());
    }
}
