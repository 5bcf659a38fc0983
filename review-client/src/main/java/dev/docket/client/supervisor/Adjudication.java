package dev.docket.client.supervisor;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.finding.Choice;
import dev.docket.client.common.finding.PolicyOrder;
import dev.docket.client.common.item.Cover;
import dev.docket.client.common.item.Span;
import dev.docket.client.common.media.Gallery;
import dev.docket.client.common.media.Region;
import dev.docket.client.common.media.Stretch;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.client.common.task.Work;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.EffectiveDecision;
import dev.docket.dto.review.Lease;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.PolicyBrief;
import dev.docket.dto.review.Task;
import dev.docket.dto.review.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// One disputed item at a time: two findings, and the supervisor's.
///
/// A decision is sent under one key however often it is sent, so that an answer lost on the way is asked for again and
/// not decided twice. Who took the two decisions is never known here. Use on the FX thread only.
public final class Adjudication {
    private static final Duration RENEW_EVERY = Duration.ofSeconds(60);

    /// What is under way.
    public enum State {
        /// Nothing is open.
        IDLE,
        TAKING,
        OPEN,
        SENDING
    }

    /// What has to be said.
    ///
    /// @param slug of the floor's refusal, where there was one
    public record Notice(Kind kind, @Nullable String slug) {
        public enum Kind {
            NOTHING_WAITS,
            NOT_TAKEN,
            CHOOSE_FIRST,
            MARKS_OF_OWN,
            NOT_SENT,
            REFUSED,
            LEASE_LOST,
            SETTLED,
            SETTLED_GOLDEN,
            NOT_GOLDEN,
            UNDONE,
            NOT_UNDONE
        }
    }

    private final SupervisorApi api;
    private final Background background;
    private final InstantSource clock;
    private final Runnable settled;
    private final Cover cover;
    private final Gallery gallery;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyObjectWrapper<@Nullable Task> task = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Side> side = new ReadOnlyObjectWrapper<>(Side.UNDECIDED);
    private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>(Choice.NOTHING);
    private final ReadOnlyBooleanWrapper approving = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper golden = new ReadOnlyBooleanWrapper();
    private final StringProperty note = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable DecisionReceipt> last = new ReadOnlyObjectWrapper<>();
    private @Nullable Cancellable renewal;
    private @Nullable Lease lease;
    private @Nullable Task lastTask;
    private String key = "";
    private Instant openedAt;

    /// @param settled told after each decision, so that the floor is read anew
    Adjudication(SupervisorApi api, Background background, InstantSource clock, Runnable settled) {
        this.api = api;
        this.background = background;
        this.gallery = new Gallery(api, background);
        this.clock = clock;
        this.cover = new Cover(clock);
        this.settled = settled;
        this.openedAt = clock.instant();
    }

    /// Takes the next task that waits for a supervisor.
    public void takeNext() {
        if (state.get() != State.IDLE) {
            return;
        }
        state.set(State.TAKING);
        notice.set(null);
        background
                .run(api::takeNext)
                .onSuccess(next -> next.ifPresentOrElse(this::open, () -> back(Notice.Kind.NOTHING_WAITS, null)))
                .onFailure(fault -> back(Notice.Kind.NOT_TAKEN, fault));
    }

    private void open(Task next) {
        task.set(next);
        lease = next.lease();
        cover.open(next);
        gallery.open(next);
        key = UUID.randomUUID().toString();
        openedAt = clock.instant();
        choice.set(Choice.NOTHING);
        approving.set(false);
        golden.set(false);
        note.set("");
        notice.set(null);
        side.set(sides().isEmpty() ? Side.OWN : Side.UNDECIDED);
        state.set(State.OPEN);
        renewal = background.every(RENEW_EVERY, this::renew);
    }

    /// Puts the task down; it goes back to its queue when its lease runs out.
    public void leave() {
        if (state.get() == State.OPEN) {
            clear();
        }
    }

    void close() {
        clear();
    }

    private void clear() {
        stopRenewing();
        task.set(null);
        cover.open(null);
        gallery.open(null);
        lease = null;
        side.set(Side.UNDECIDED);
        choice.set(Choice.NOTHING);
        state.set(State.IDLE);
    }

    // Choosing

    /// The two decisions that disagree, or none where the task came by another way.
    public List<EffectiveDecision> sides() {
        var open = task.get();
        return open == null || open.first() == null
                ? List.of()
                : open.first().stream().limit(2).toList();
    }

    public List<PolicyBrief> policies() {
        var open = task.get();
        return open == null ? List.of() : PolicyOrder.of(open);
    }

    /// Follows one of the two.
    public void choose(Side chosen) {
        int needed = chosen == Side.LEFT ? 1 : 2;
        if (state.get() == State.OPEN && sides().size() >= needed && (chosen == Side.LEFT || chosen == Side.RIGHT)) {
            side.set(chosen);
            notice.set(null);
        }
    }

    /// Puts both aside and finds for oneself.
    public void decideAnew() {
        if (state.get() == State.OPEN) {
            side.set(Side.OWN);
            notice.set(null);
        }
    }

    /// Finds that nothing is broken.
    public void approve() {
        if (side.get() == Side.OWN) {
            choice.set(Choice.NOTHING);
            approving.set(!approving.get());
        }
    }

    /// Chooses or drops a policy; `selection` marks where it is broken.
    public void press(PolicyBrief policy, @Nullable Span selection) {
        change(current -> current.press(policy, selection));
    }

    public void press(ActionType action) {
        change(current -> current.press(action));
    }

    public void severity(int step) {
        change(current -> step > 0 ? current.moreSevere() : current.lessSevere());
    }

    /// Marks a place in the text for the current violation of one's own finding.
    public void mark(Span span) {
        change(current -> current.mark(span));
    }

    /// Marks a place in an image for it.
    public void mark(Region place) {
        change(current -> current.mark(place));
    }

    /// Marks a second of a video for it.
    public void mark(Stretch second) {
        change(current -> current.mark(second));
    }

    /// Whether anything can be marked: for a violation of one's own finding.
    public boolean mayMark() {
        return state.get() == State.OPEN
                && side.get() == Side.OWN
                && choice.get().currentViolation().isPresent();
    }

    /// Says what marks are for.
    public void explainMarks() {
        notice.set(new Notice(Notice.Kind.MARKS_OF_OWN, null));
    }

    private void change(UnaryOperator<Choice> how) {
        if (side.get() == Side.OWN && state.get() == State.OPEN) {
            notice.set(null);
            approving.set(false);
            choice.set(how.apply(choice.get()));
        }
    }

    /// Whether the item becomes golden with the decision.
    public void toggleGolden() {
        if (state.get() == State.OPEN) {
            golden.set(!golden.get());
        }
    }

    // Deciding

    /// Whether Enter would decide.
    public boolean isReady() {
        return state.get() == State.OPEN
                && switch (side.get()) {
                    case UNDECIDED -> false;
                    case LEFT, RIGHT -> true;
                    case OWN -> approving.get() || !choice.get().violations().isEmpty();
                };
    }

    /// Decides what was chosen.
    public void decide() {
        var open = task.get();
        if (open == null || lease == null || state.get() != State.OPEN) {
            return;
        }
        if (!isReady()) {
            notice.set(new Notice(Notice.Kind.CHOOSE_FIRST, null));
            return;
        }
        state.set(State.SENDING);
        var request = request(lease.number());
        boolean makeGolden = golden.get();
        String sentUnder = key;
        background
                .run(() -> api.decide(open.id(), request, sentUnder))
                .onSuccess(receipt -> decided(open, receipt, makeGolden))
                .onProblem(Slug.LEASE_LOST, refusal -> lost())
                .onOffline(fault -> stay(Notice.Kind.NOT_SENT, fault))
                .onFailure(fault -> stay(Notice.Kind.REFUSED, fault));
    }

    private DecisionRequest request(long number) {
        String said = note.get().strip();
        var found = found();
        boolean violation = found.outcome() == Outcome.VIOLATION;
        return new DecisionRequest(
                number,
                found.outcome(),
                violation ? found.violations() : List.of(),
                violation ? found.actions() : List.of(),
                said.isEmpty() ? null : said,
                Math.max(0, Duration.between(openedAt, clock.instant()).toMillis()),
                cover.revealed(),
                null,
                cover.revealed() == null ? null : cover.shown());
    }

    private record Found(Outcome outcome, List<Violation> violations, List<Action> actions) {
        static Found of(EffectiveDecision followed) {
            return new Found(followed.outcome(), followed.violations(), followed.actions());
        }
    }

    private Found found() {
        return switch (side.get()) {
            case LEFT -> Found.of(sides().getFirst());
            case RIGHT -> Found.of(sides().getLast());
            case UNDECIDED, OWN ->
                new Found(
                        approving.get() ? Outcome.APPROVE : Outcome.VIOLATION,
                        choice.get().violationsAsWire(),
                        choice.get().actionsAsWire(clock.instant()));
        };
    }

    private void decided(Task open, DecisionReceipt receipt, boolean makeGolden) {
        clear();
        last.set(receipt);
        lastTask = open;
        notice.set(new Notice(Notice.Kind.SETTLED, null));
        settled.run();
        if (makeGolden) {
            quietly(() -> api.makeGolden(receipt.decisionId()))
                    .onSuccess(done -> notice.set(new Notice(Notice.Kind.SETTLED_GOLDEN, null)))
                    .onFailure(fault -> notice.set(notice(Notice.Kind.NOT_GOLDEN, fault)));
        }
    }

    /// Takes the last decision back while there is time, and opens its item again.
    public void undo() {
        var receipt = last.get();
        var undone = lastTask;
        if (receipt == null || undone == null || state.get() != State.IDLE || !canUndo(clock.instant())) {
            return;
        }
        background
                .run(() -> {
                    api.undo(receipt.decisionId());
                    return api.task(undone.id());
                })
                .onSuccess(returned -> {
                    last.set(null);
                    open(returned);
                    notice.set(new Notice(Notice.Kind.UNDONE, null));
                    settled.run();
                })
                .onFailure(fault -> notice.set(notice(Notice.Kind.NOT_UNDONE, fault)));
    }

    public boolean canUndo(Instant now) {
        var receipt = last.get();
        return receipt != null && receipt.undoUntil() != null && now.isBefore(receipt.undoUntil());
    }

    // Holding

    private void renew() {
        var open = task.get();
        var held = lease;
        if (open == null || held == null) {
            return;
        }
        background
                .run(() -> api.renew(open.id(), held.number()))
                .onSuccess(until -> until.ifPresentOrElse(
                        later -> {
                            if (open.equals(task.get())) {
                                lease = new Lease(held.number(), later);
                            }
                        },
                        this::lost))
                .onFailure(fault -> {});
    }

    private void lost() {
        clear();
        notice.set(new Notice(Notice.Kind.LEASE_LOST, null));
        settled.run();
    }

    private void stopRenewing() {
        if (renewal != null) {
            renewal.cancel();
            renewal = null;
        }
    }

    private void back(Notice.Kind kind, @Nullable Exception fault) {
        state.set(State.IDLE);
        notice.set(notice(kind, fault));
        settled.run();
    }

    private void stay(Notice.Kind kind, Exception fault) {
        state.set(State.OPEN);
        notice.set(notice(kind, fault));
    }

    @FunctionalInterface
    private interface Deed {
        void run() throws ApiProblem, Offline;
    }

    private Work<Boolean> quietly(Deed deed) {
        return background.run(() -> {
            deed.run();
            return true;
        });
    }

    private static Notice notice(Notice.Kind kind, @Nullable Exception fault) {
        return new Notice(kind, fault instanceof ApiProblem problem ? problem.slug() : null);
    }

    // What the view binds to

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Task> taskProperty() {
        return task.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Side> sideProperty() {
        return side.getReadOnlyProperty();
    }

    /// One's own finding, when neither of the two will do.
    public ReadOnlyObjectProperty<Choice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /// Whether one's own finding is that nothing is broken.
    public ReadOnlyBooleanProperty approvingProperty() {
        return approving.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty goldenProperty() {
        return golden.getReadOnlyProperty();
    }

    public StringProperty noteProperty() {
        return note;
    }

    public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable DecisionReceipt> lastProperty() {
        return last.getReadOnlyProperty();
    }

    /// The item's images and videos.
    public Gallery gallery() {
        return gallery;
    }

    public Cover cover() {
        return cover;
    }
}
