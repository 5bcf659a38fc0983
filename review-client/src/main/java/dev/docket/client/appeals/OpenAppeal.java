package dev.docket.client.appeals;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.finding.Choice;
import dev.docket.client.common.finding.PolicyOrder;
import dev.docket.client.common.item.Cover;
import dev.docket.client.common.media.Gallery;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.appeals.AppealDossier;
import dev.docket.dto.appeals.AppealDossier.EarlierDecision;
import dev.docket.dto.appeals.AppealDossier.Sentence;
import dev.docket.dto.appeals.Notice;
import dev.docket.dto.appeals.NoticeRequest;
import dev.docket.dto.appeals.ProvisionalFinding;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.Lease;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.PolicyBrief;
import dev.docket.dto.review.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The appeal at hand: taken, read, answered, and for a moment undone. The notice is written by
/// the floor each time the answer changes, a short while after the last keystroke. Use on the
/// FX thread only.
public final class OpenAppeal {
    private static final Duration RENEW_EVERY = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(350);

    /// What became of the last thing that was done.
    public enum Said {
        NOTHING_WAITS,
        NOT_TAKEN,
        CHOOSE_FIRST,
        REASONS_FIRST,
        VIOLATION_FIRST,
        NOT_SENT,
        REFUSED,
        LEASE_LOST,
        PUT_DOWN,
        ANSWERED,
        UNDONE,
        NOT_UNDONE
    }

    /// @param slug of the refusal, if it was one
    public record Line(Said said, @Nullable String slug) {}

    private final AppealsApi api;
    private final Background background;
    private final InstantSource clock;
    private final Runnable changed;
    private final Cover cover;
    private final Gallery gallery;
    private final ReadOnlyObjectWrapper<@Nullable Task> task = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable AppealDossier> dossier = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Outcome> outcome = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>(Choice.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Line> line = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable DecisionReceipt> last = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final StringProperty reasons = new SimpleStringProperty("");
    private @Nullable Cancellable renewal;
    private @Nullable Cancellable writing;
    private @Nullable Lease lease;
    private @Nullable Task lastTask;
    private String key = "";
    private Instant openedAt;
    private int sentence;

    OpenAppeal(AppealsApi api, Background background, InstantSource clock, Runnable changed) {
        this.api = api;
        this.background = background;
        this.gallery = new Gallery(api, background);
        this.clock = clock;
        this.cover = new Cover(clock);
        this.changed = changed;
        this.openedAt = clock.instant();
        reasons.subscribe(said -> writeSoon());
    }

    /// Takes the most urgent appeal.
    public void takeNext() {
        if (busy.get() || task.get() != null) {
            return;
        }
        busy.set(true);
        background
                .run(api::takeNext)
                .onSuccess(next -> next.ifPresentOrElse(this::open, () -> say(Said.NOTHING_WAITS, null)))
                .onFailure(fault -> say(Said.NOT_TAKEN, fault));
    }

    private void open(Task next) {
        clear();
        lease = next.lease();
        key = UUID.randomUUID().toString();
        openedAt = clock.instant();
        cover.open(next);
        gallery.open(next);
        task.set(next);
        line.set(null);
        last.set(null);
        renewal = background.every(RENEW_EVERY, this::renew);
        var appeal = next.appeal();
        if (appeal != null) {
            background
                    .run(() -> api.dossier(appeal.id()))
                    .onSuccess(dossier::set)
                    .onFailure(fault -> say(Said.REFUSED, fault));
        }
        changed.run();
    }

    /// Puts it down: whoever may take it finds it in its queue again, the same person too. What was written is gone.
    public void putDown() {
        var open = task.get();
        var held = lease;
        if (open == null || held == null || busy.get()) {
            return;
        }
        clear();
        line.set(new Line(Said.PUT_DOWN, null));
        background
                .run(() -> {
                    api.putDown(open.id(), held.number());
                    return open;
                })
                .onSuccess(back -> changed.run())
                .onFailure(fault -> {
                    // Its lease runs out by itself.
                });
    }

    /// Leaves it as it is: the person goes.
    void leave() {
        clear();
    }

    private void clear() {
        if (renewal != null) {
            renewal.cancel();
        }
        if (writing != null) {
            writing.cancel();
        }
        task.set(null);
        dossier.set(null);
        lease = null;
        busy.set(false);
        outcome.set(null);
        choice.set(Choice.NOTHING);
        reasons.set("");
        notice.set(null);
        sentence = 0;
        cover.open(null);
        gallery.open(null);
    }

    private void renew() {
        var held = task.get();
        if (held != null && lease != null) {
            long number = lease.number();
            background
                    .run(() -> api.renew(held.id(), number))
                    .onSuccess(longer -> longer.ifPresentOrElse(still -> lease = still, this::lost))
                    .onFailure(fault -> {});
        }
    }

    private void lost() {
        clear();
        line.set(new Line(Said.LEASE_LOST, null));
        changed.run();
    }

    // Finding

    /// UPHOLD, OVERTURN or CHANGE.
    public void choose(Outcome answer) {
        if (task.get() == null || isVeiled() || answer == Outcome.CHANGE && !isAgainstViolation()) {
            return;
        }
        outcome.set(answer);
        sentence = 0;
        line.set(null);
        if (!needsFinding()) {
            choice.set(Choice.NOTHING);
        }
        writeSoon();
    }

    /// Writes down what one finds by oneself and shows the decision; only while it is veiled.
    public void reveal(Outcome finding) {
        var read = dossier.get();
        if (read == null || !read.veiled()) {
            return;
        }
        background
                .run(() -> api.reveal(read.appeal().id(), new ProvisionalFinding(finding, List.of(), null)))
                .onSuccess(dossier::set)
                .onFailure(fault -> say(Said.REFUSED, fault));
    }

    public void press(PolicyBrief policy) {
        change(current -> current.press(policy));
    }

    public void press(ActionType action) {
        change(current -> current.press(action));
    }

    /// @param step 1 for more severe, -1 for less
    public void severity(int step) {
        change(current -> step > 0 ? current.moreSevere() : current.lessSevere());
    }

    private void change(UnaryOperator<Choice> how) {
        if (needsFinding()) {
            choice.set(how.apply(choice.get()));
            writeSoon();
        }
    }

    /// Adds the next of the sentences prepared for the chosen answer to the reasons.
    public void nextSentence() {
        var fitting = sentences();
        if (!fitting.isEmpty()) {
            add(fitting.get(sentence % fitting.size()));
            sentence++;
        }
    }

    public void add(Sentence prepared) {
        String before = reasons.get().strip();
        if (!before.contains(prepared.text())) {
            reasons.set(before.isEmpty() ? prepared.text() : before + " " + prepared.text());
        }
    }

    /// Those prepared for the chosen answer.
    public List<Sentence> sentences() {
        var read = dossier.get();
        var answer = outcome.get();
        return read == null || answer == null
                ? List.of()
                : read.sentences().stream()
                        .filter(one -> one.outcome() == answer)
                        .toList();
    }

    /// Whether the answer brings violations of its own.
    public boolean needsFinding() {
        var answer = outcome.get();
        return answer == Outcome.CHANGE || answer == Outcome.OVERTURN && !isAgainstViolation();
    }

    public boolean isVeiled() {
        var read = dossier.get();
        return read != null && read.veiled();
    }

    /// The decision appealed against.
    public Optional<EarlierDecision> appealed() {
        var read = dossier.get();
        return read == null
                ? Optional.empty()
                : read.decisions().stream().filter(EarlierDecision::appealed).findFirst();
    }

    private boolean isAgainstViolation() {
        return appealed().map(one -> one.outcome() == Outcome.VIOLATION).orElse(true);
    }

    public List<PolicyBrief> policies() {
        var open = task.get();
        return open == null ? List.of() : PolicyOrder.of(open);
    }

    // The notice

    private void writeSoon() {
        if (writing != null) {
            writing.cancel();
        }
        writing = background.after(PAUSE, this::write);
    }

    private void write() {
        var read = dossier.get();
        var answer = outcome.get();
        if (read == null || answer == null) {
            return;
        }
        var request = new NoticeRequest(
                answer,
                choice.get().violationsAsWire(),
                choice.get().actionsAsWire(clock.instant()),
                reasons.get().strip(),
                null);
        background
                .run(() -> api.preview(read.appeal().id(), request))
                .onSuccess(notice::set)
                .onFailure(fault -> notice.set(null));
    }

    // Answering

    /// What is still missing before Enter answers; null when nothing is.
    public @Nullable Said missing() {
        if (outcome.get() == null) {
            return Said.CHOOSE_FIRST;
        }
        if (needsFinding() && choice.get().violations().isEmpty()) {
            return Said.VIOLATION_FIRST;
        }
        return reasons.get().isBlank() ? Said.REASONS_FIRST : null;
    }

    public void decide() {
        var open = task.get();
        var answer = outcome.get();
        var missing = missing();
        if (open == null || lease == null || busy.get()) {
            return;
        }
        if (missing != null || answer == null) {
            line.set(new Line(missing == null ? Said.CHOOSE_FIRST : missing, null));
            return;
        }
        busy.set(true);
        var request = request(answer, lease.number());
        String sentUnder = key;
        background
                .run(() -> api.decide(open.id(), request, sentUnder))
                .onSuccess(receipt -> decided(open, receipt))
                .onProblem(Slug.LEASE_LOST, refusal -> lost())
                .onOffline(fault -> say(Said.NOT_SENT, fault))
                .onFailure(fault -> say(Said.REFUSED, fault));
    }

    private DecisionRequest request(Outcome answer, long number) {
        return new DecisionRequest(
                number,
                answer,
                choice.get().violationsAsWire(),
                needsFinding() ? choice.get().actionsAsWire(clock.instant()) : List.of(),
                null,
                Math.max(0, Duration.between(openedAt, clock.instant()).toMillis()),
                cover.revealed(),
                reasons.get().strip(),
                cover.revealed() == null ? null : cover.shown());
    }

    private void decided(Task open, DecisionReceipt receipt) {
        clear();
        last.set(receipt);
        lastTask = open;
        line.set(new Line(Said.ANSWERED, null));
        changed.run();
    }

    /// Takes the last answer back while there is time, and opens its appeal again.
    public void undo() {
        var receipt = last.get();
        var undone = lastTask;
        if (receipt == null || undone == null || task.get() != null || !canUndo(clock.instant())) {
            return;
        }
        background
                .run(() -> {
                    api.undo(receipt.decisionId());
                    return api.task(undone.id());
                })
                .onSuccess(returned -> {
                    open(returned);
                    line.set(new Line(Said.UNDONE, null));
                })
                .onFailure(fault -> say(Said.NOT_UNDONE, fault));
    }

    public boolean canUndo(Instant now) {
        var receipt = last.get();
        return receipt != null && receipt.undoUntil() != null && now.isBefore(receipt.undoUntil());
    }

    private void say(Said said, @Nullable Exception fault) {
        busy.set(false);
        line.set(new Line(said, fault instanceof ApiProblem problem ? problem.slug() : null));
    }

    /// The item's images and videos.
    public Gallery gallery() {
        return gallery;
    }

    public Cover cover() {
        return cover;
    }

    public StringProperty reasonsProperty() {
        return reasons;
    }

    public ReadOnlyObjectProperty<@Nullable Task> taskProperty() {
        return task.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable AppealDossier> dossierProperty() {
        return dossier.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Choice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Line> lineProperty() {
        return line.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable DecisionReceipt> lastProperty() {
        return last.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
