package dev.docket.client.review;

import dev.docket.client.common.finding.Choice;
import dev.docket.client.common.finding.PolicyOrder;
import dev.docket.client.common.item.Cover;
import dev.docket.client.common.item.Highlight;
import dev.docket.client.common.item.Span;
import dev.docket.client.common.media.Gallery;
import dev.docket.client.common.media.PictureApi;
import dev.docket.client.common.media.Region;
import dev.docket.client.common.media.Stretch;
import dev.docket.client.common.task.Background;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.Evidence.Precedent;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.PolicyBrief;
import dev.docket.dto.review.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is found of the open item so far, and how its evidence is looked at. Every item begins with nothing found.
public final class OpenFinding {
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>(Choice.NOTHING);
    private final StringProperty note = new SimpleStringProperty("");
    private final Cover cover;
    private final Gallery gallery;
    private final Highlight highlight = new Highlight();
    private final PrecedentList precedents = new PrecedentList();
    private @Nullable Task open;

    /// @param changed something was chosen or dropped
    OpenFinding(PictureApi pictures, Background background, InstantSource clock, Runnable changed) {
        this.changed = changed;
        this.cover = new Cover(clock);
        this.gallery = new Gallery(pictures, background);
    }

    /// Takes the next item, or with null none. No words are marked before it is shown.
    void take(@Nullable Task task) {
        open = task;
        choice.set(Choice.NOTHING);
        note.set("");
        cover.open(task);
        gallery.open(task);
        precedents.take(task);
        highlight.take(null);
        highlight.chooseFirst();
        highlight.take(task);
    }

    /// Puts back what had been found.
    void restore(LastDecision decision) {
        choice.set(decision.choice());
        note.set(decision.note());
    }

    /// Chooses or drops a policy; `selection` marks where it is broken.
    public void press(PolicyBrief policy, @Nullable Span selection) {
        change(choice.get().press(policy, selection));
        highlight.chooseOneOf(policy.labels()::contains);
    }

    /// Marks a place in the text for the current violation.
    public void mark(Span span) {
        change(choice.get().mark(span));
    }

    /// Marks a place in an image for the current violation.
    public void mark(Region region) {
        change(choice.get().mark(region));
    }

    /// Marks a second of a video for the current violation.
    public void mark(Stretch second) {
        change(choice.get().mark(second));
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

    /// Chooses the same policies as the precedent.
    ///
    /// @return whether any of them is among this item's
    boolean take(Precedent example) {
        var same = policies().stream()
                .filter(policy -> example.policies().contains(policy.key()))
                .toList();
        if (same.isEmpty()) {
            return false;
        }
        choice.set(Choice.NOTHING);
        same.forEach(policy -> change(choice.get().press(policy)));
        return true;
    }

    private void change(Choice next) {
        if (open != null) {
            choice.set(next);
            changed.run();
        }
    }

    /// @param on how long the person has looked at it
    DecisionRequest asDecision(long lease, Outcome outcome, Choice chosen, Duration on, Instant now) {
        boolean violation = outcome == Outcome.VIOLATION;
        String text = note.get().strip();
        return new DecisionRequest(
                lease,
                outcome,
                violation ? chosen.violationsAsWire() : List.of(),
                violation ? chosen.actionsAsWire(now) : List.of(),
                text.isEmpty() ? null : text,
                on.toMillis(),
                cover.revealed(),
                null,
                cover.revealed() == null ? null : cover.shown());
    }

    /// Policies in the order of their digits.
    public List<PolicyBrief> policies() {
        return open == null ? List.of() : PolicyOrder.of(open);
    }

    public ReadOnlyObjectProperty<Choice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    public StringProperty noteProperty() {
        return note;
    }

    /// Whether the text is covered.
    public Cover cover() {
        return cover;
    }

    /// The item's images and videos.
    public Gallery gallery() {
        return gallery;
    }

    /// The scores, and whose words are marked.
    public Highlight highlight() {
        return highlight;
    }

    /// The decided items most like this one.
    public PrecedentList precedents() {
        return precedents;
    }
}
