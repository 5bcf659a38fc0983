package dev.docket.client.common.item;

import dev.docket.dto.queue.QueueKey;
import dev.docket.dto.review.Evidence.Explanation;
import dev.docket.dto.review.Evidence.PictureText;
import dev.docket.dto.review.Evidence.Score;
import dev.docket.dto.review.Task;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The scores of the open item, and which of them has its words marked in the text.
public final class Highlight {
    private final ReadOnlyObjectWrapper<@Nullable String> label = new ReadOnlyObjectWrapper<>();
    private @Nullable Task task;
    private @Nullable Explanation emphasised;
    private Emphasis emphasis = Emphasis.NONE;

    /// Takes the next item, or with null none. Its scores are known from here on; [#chooseFirst] follows once the
    /// item is shown, since whoever watches the label looks at the text.
    public void take(@Nullable Task next) {
        task = next;
    }

    /// Chooses the label of the queue's own policy if the model flagged it, else the strongest one that can be
    /// explained.
    public void chooseFirst() {
        label.set(task == null ? null : firstLabel(task));
    }

    /// The strongest suspicion first: flagged before others, then by value.
    public List<Score> scores() {
        if (task == null || task.evidence().scoresHidden()) {
            return List.of();
        }
        return task.evidence().scores().stream()
                .sorted(Comparator.comparing((Score score) -> !score.flagged()).thenComparing(score -> -score.score()))
                .toList();
    }

    /// Chooses the label whose words are marked in the text.
    public void choose(String chosen) {
        label.set(chosen);
    }

    /// Chooses the strongest of several labels, where the item has a score for one.
    public void chooseOneOf(Predicate<String> fits) {
        scores().stream().map(Score::label).filter(fits).findFirst().ifPresent(label::set);
    }

    /// Goes to the label `step` rows further down the list.
    public void move(int step) {
        var labels = scores().stream().map(Score::label).toList();
        if (!labels.isEmpty()) {
            int at = Math.max(labels.indexOf(label.get()), 0);
            label.set(labels.get(Math.floorMod(at + step, labels.size())));
        }
    }

    /// The text in an image that the chosen label's score is of; empty where it is of something else.
    public Optional<PictureText> picture() {
        if (task == null) {
            return Optional.empty();
        }
        var evidence = task.evidence();
        return scores().stream()
                .filter(score -> score.label().equals(label.get()))
                .flatMap(score -> evidence.media().stream()
                        .filter(medium -> Origin.textIn(medium.index()).equals(score.origin()))
                        .flatMap(medium -> Stream.ofNullable(medium.text())))
                .findFirst();
    }

    /// What the words of such a text say about the chosen label.
    public Emphasis emphasis(PictureText read) {
        var known = read.explanation().get(Objects.requireNonNullElse(label.get(), ""));
        return known == null ? Emphasis.NONE : Emphasis.of(read.text(), known);
    }

    /// What the words say about the chosen label.
    public Emphasis emphasis() {
        var text = task == null ? null : task.item().text();
        var explanation = explanation();
        if (text == null || explanation.isEmpty()) {
            return Emphasis.NONE;
        }
        if (!explanation.get().equals(emphasised)) {
            emphasised = explanation.get();
            emphasis = Emphasis.of(text, explanation.get());
        }
        return emphasis;
    }

    public ReadOnlyObjectProperty<@Nullable String> labelProperty() {
        return label.getReadOnlyProperty();
    }

    private Optional<Explanation> explanation() {
        String chosen = label.get();
        return task == null || chosen == null || task.evidence().scoresHidden()
                ? Optional.empty()
                : Optional.ofNullable(task.evidence().explanation().get(chosen));
    }

    private @Nullable String firstLabel(Task next) {
        var explained = scores().stream()
                .filter(score ->
                        next.evidence().explanation().containsKey(score.label()) || isExplainedInAPicture(next, score))
                .toList();
        return explained.stream()
                .filter(score -> score.flagged() && score.label().equals(QueueKey.policyOf(next.queue())))
                .findFirst()
                .or(() -> explained.stream().findFirst())
                .map(Score::label)
                .orElse(null);
    }

    private static boolean isExplainedInAPicture(Task next, Score score) {
        return next.evidence().media().stream()
                .filter(medium -> Origin.textIn(medium.index()).equals(score.origin()))
                .flatMap(medium -> Stream.ofNullable(medium.text()))
                .anyMatch(read -> read.explanation().containsKey(score.label()));
    }
}
