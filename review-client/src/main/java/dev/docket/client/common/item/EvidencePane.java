package dev.docket.client.common.item;

import dev.docket.client.common.control.Fold;
import dev.docket.client.common.control.ScoreBar;
import dev.docket.dto.item.ReportView;
import dev.docket.dto.review.EffectiveDecision;
import dev.docket.dto.review.Evidence;
import dev.docket.dto.review.Evidence.Score;
import dev.docket.dto.review.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Why the item is here and how sure the machine is.
public final class EvidencePane extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");
    private static final PseudoClass AGAINST = PseudoClass.getPseudoClass("against");
    private static final double READABLE = 620;
    private static final int COLUMNS = 34;
    private static final int WORDS_SHOWN = 8;

    private final ItemWords words;
    private final Consumer<String> highlight;
    private final Label reason = new Label();
    private final Label note = new Label();
    private final VBox notePart;
    private final Label scoresNote = new Label();
    private final VBox scores = new VBox();
    private final Label wordsTitle = new Label();
    private final FlowPane chips = new FlowPane(6, 6);
    private final VBox wordsPart = new VBox(8);
    private final Fold matches;
    private final Fold reports;
    private final Fold author;
    private final Fold thread;
    private final Fold precedents;
    private final Fold earlier;
    private List<Node> precedentRows = List.of();

    public EvidencePane(ItemWords words, Consumer<String> highlight) {
        this.words = words;
        this.highlight = highlight;
        getStyleClass().add("evidence-pane");
        wordsPart.setMaxWidth(READABLE);
        scores.setMaxWidth(READABLE);
        reason.getStyleClass().add("reason");
        reason.setWrapText(true);
        note.getStyleClass().add("reason");
        note.setWrapText(true);
        var handedOn = new Label(words.text("item.evidence.note"));
        handedOn.getStyleClass().add("overline");
        notePart = new VBox(8, handedOn, note);
        scoresNote.getStyleClass().add("scores-note");
        scoresNote.setWrapText(true);
        scores.getStyleClass().add("scores");
        wordsTitle.getStyleClass().add("overline");
        wordsPart.getChildren().addAll(wordsTitle, chips);
        matches = new Fold(words.text("item.evidence.matches"));
        reports = new Fold(words.text("item.evidence.reports"));
        author = new Fold(words.text("item.evidence.author"));
        thread = new Fold(words.text("item.evidence.thread"));
        precedents = new Fold(words.text("item.evidence.precedents"));
        earlier = new Fold(words.text("item.evidence.earlier"));
        author.openProperty().set(true);
        reports.openProperty().set(true);
        matches.openProperty().set(true);
        var why = new Label(words.text("item.evidence.why"));
        why.getStyleClass().add("overline");
        var folds = new VBox(earlier, matches, reports, author, thread, precedents);
        folds.getStyleClass().add("folds");
        getChildren().addAll(notePart, new VBox(8, why, reason), new VBox(8, scoresNote, scores), wordsPart, folds);
    }

    /// Whether it stands under the content, with the window's width to fill, or beside it.
    public void below(boolean under) {
        pseudoClassStateChanged(BELOW, under);
    }

    /// Puts what asks for more than contributions under the words.
    public void explainWith(Node more) {
        wordsPart.getChildren().add(more);
    }

    public Fold thread() {
        return thread;
    }

    public Fold author() {
        return author;
    }

    public void show(Task task, List<Score> sorted, Instant now) {
        var evidence = task.evidence();
        String why = task.reason() == null
                ? words.text("item.evidence.no-reason")
                : words.reason(task.reasonSaid(), task.reason());
        AuthorText.showParagraph(reason, why, COLUMNS);
        show(notePart, task.note() != null);
        AuthorText.showParagraph(note, task.note() == null ? "" : task.note(), COLUMNS);
        showScores(task, sorted);
        showMatches(evidence, task.item().text());
        showReports(evidence.reports(), now);
        showAuthor(task, now);
        showThread(evidence.thread(), now);
        showPrecedents(evidence.precedents());
        showEarlier(task.first(), now);
    }

    private void showScores(Task task, List<Score> sorted) {
        scores.getChildren().setAll(sorted.stream().map(this::row).toList());
        String key = task.evidence().scoresHidden()
                ? "item.evidence.scores-hidden"
                : task.unscored() ? "item.evidence.unscored" : null;
        show(scoresNote, key != null);
        scoresNote.setText(key == null ? "" : words.text(key));
        show(scores, !sorted.isEmpty());
    }

    private Button row(Score score) {
        var name = new Label(words.label(score.label()));
        name.getStyleClass().add("score-name");
        var bar = new ScoreBar();
        bar.show(score.score(), score.reviewThreshold(), score.flagged());
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.setMaxWidth(Double.MAX_VALUE);
        var number = new Label(words.score(score.score()));
        number.getStyleClass().add("score-number");
        var state = new Label(score.flagged() ? words.text("item.score.flagged") : "");
        state.getStyleClass().add("score-state");
        var line = new HBox(8, name, bar, number, state);
        line.setAlignment(Pos.CENTER_LEFT);
        var row = new Button();
        row.setGraphic(line);
        row.getStyleClass().setAll("score-row");
        row.setUserData(score.label());
        row.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(row.widthProperty().subtract(16));
        row.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        row.setAccessibleText(describe(score));
        row.setTooltip(new Tooltip(
                describe(score) + origin(score) + "\n" + words.text("item.score.model", score.modelVersion())));
        row.setOnAction(event -> highlight.accept(score.label()));
        return row;
    }

    /// Which part of the item it is the score of, where there are several.
    private String origin(Score score) {
        String part = score.origin();
        if (part == null) {
            return "";
        }
        if (!part.startsWith(Origin.MEDIA)) {
            return "\n" + words.text("item.score.of-text");
        }
        boolean written = part.endsWith(Origin.TEXT);
        String index = part.substring(Origin.MEDIA.length(), part.length() - (written ? Origin.TEXT.length() : 0));
        String key = written ? "item.score.of-picture-text" : "item.score.of-media";
        return "\n" + words.text(key, Integer.parseInt(index) + 1);
    }

    private String describe(Score score) {
        String value = words.text("item.score.value", words.label(score.label()), words.score(score.score()));
        Double threshold = score.reviewThreshold();
        if (threshold == null) {
            return value + words.text("item.score.no-threshold");
        }
        String key = score.flagged() ? "item.score.over" : "item.score.under";
        return value + words.text(key, words.score(threshold));
    }

    /// Shows which label is chosen, and which words speak for and against it.
    public void showWords(@Nullable String label, Emphasis emphasis, MarkedText text) {
        scores.getChildren()
                .forEach(row -> row.pseudoClassStateChanged(CHOSEN, Objects.equals(row.getUserData(), label)));
        var weighty = emphasis.words(text, WORDS_SHOWN);
        show(wordsPart, !weighty.isEmpty());
        if (label != null) {
            wordsTitle.setText(words.heading("item.evidence.words", words.label(label)));
        }
        chips.getChildren().setAll(weighty.stream().map(this::chip).toList());
    }

    private Node chip(Emphasis.Word word) {
        var name = AuthorText.label(word.count() > 1 ? word.text() + " ×" + word.count() : word.text(), "word-name");
        name.setMaxWidth(160);
        var value = new Label(words.contribution(word.contribution()));
        value.getStyleClass().add("word-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        var chip = new HBox(6, name, value);
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().add("word-chip");
        chip.pseudoClassStateChanged(AGAINST, word.contribution() < 0);
        return chip;
    }

    private void showMatches(Evidence evidence, @Nullable String text) {
        matches.show(
                amount(evidence.filters().size()),
                evidence.filters().stream()
                        .map(filter -> entry(
                                words.named("item.match", filter.kind()) + "  ·  " + filter.source()
                                        + (filter.origin() == null
                                                ? ""
                                                : "  ·  " + words.text("item.match.in-picture")),
                                quoted(filter, filter.origin() == null ? text : inPicture(evidence, filter.origin()))))
                        .toList());
        matches.openProperty().set(!evidence.filters().isEmpty());
    }

    /// The text in an image, by what the evidence calls it.
    private static @Nullable String inPicture(Evidence evidence, String origin) {
        return evidence.media().stream()
                .filter(medium -> origin.equals(Origin.textIn(medium.index())))
                .map(Evidence.MediaFinding::text)
                .filter(Objects::nonNull)
                .map(Evidence.PictureText::text)
                .findFirst()
                .orElse(null);
    }

    private static String quoted(Evidence.Filter filter, @Nullable String text) {
        if (text == null) {
            return "";
        }
        var marked = MarkedText.of(text);
        return filter.spans().stream()
                .filter(span -> span.size() == 2 && span.getFirst() >= 0 && span.getLast() <= text.length())
                .filter(span -> span.getFirst() < span.getLast())
                .map(span -> "“" + marked.visible(new Span(span.getFirst(), span.getLast())) + "”")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void showReports(List<ReportView> all, Instant now) {
        reports.show(
                amount(all.size()),
                all.stream()
                        .map(report -> entry(reported(report, now), report.comment() == null ? "" : report.comment()))
                        .toList());
        reports.openProperty().set(!all.isEmpty());
    }

    /// Whoever said the same is one line; how far to trust them is said where it is known.
    private String reported(ReportView report, Instant now) {
        var parts = new ArrayList<String>();
        if (report.policy() != null) {
            parts.add(words.queue(report.policy()));
        }
        if (report.count() > 1) {
            parts.add(words.text("item.report.count", report.count()));
        }
        parts.add(words.ago(report.reportedAt(), now));
        if (report.trust() != null) {
            parts.add(words.text("item.report.trust", words.percent(report.trust())));
        }
        return String.join("  ·  ", parts);
    }

    private void showAuthor(Task task, Instant now) {
        var rows = new ArrayList<Node>();
        var by = task.item().author();
        if (by != null) {
            fact(rows, "item.author.joined", by.createdAt() == null ? null : words.ago(by.createdAt(), now));
            fact(rows, "item.author.followers", by.followers() == null ? null : words.count(by.followers()));
        }
        var history = task.evidence().history();
        fact(rows, "item.author.items", history.items() == null ? null : words.count(history.items()));
        fact(rows, "item.author.violations", history.violations() == null ? null : words.count(history.violations()));
        fact(rows, "item.author.strikes", history.strikes() == null ? null : words.count(history.strikes()));
        author.show(by == null ? "" : by.externalId(), rows);
        author.openProperty().set(!rows.isEmpty());
    }

    private void fact(List<Node> rows, String key, @Nullable String value) {
        if (value == null) {
            return;
        }
        var name = new Label(words.text(key));
        name.getStyleClass().add("fact-name");
        var number = new Label(value);
        number.getStyleClass().add("fact-value");
        rows.add(new HBox(8, name, number));
    }

    private void showThread(List<Evidence.ThreadItem> items, Instant now) {
        thread.show(
                amount(items.size()),
                items.stream()
                        .map(item -> entry(
                                (item.author() == null ? words.text("item.content.author-unknown") : item.author())
                                        + (item.occurredAt() == null
                                                ? ""
                                                : "  ·  " + words.ago(item.occurredAt(), now)),
                                item.text() == null ? "" : item.text()))
                        .toList());
    }

    /// Marks the precedent that was gone to, by its place in the list; with -1 none.
    public void showPrecedent(int at) {
        if (at >= 0) {
            precedents.openProperty().set(true);
        }
        for (int row = 0; row < precedentRows.size(); row++) {
            precedentRows.get(row).pseudoClassStateChanged(CHOSEN, row == at);
        }
    }

    /// How far down the precedents stand.
    public double precedentsTop() {
        return precedents.getBoundsInParent().getMinY()
                + precedents.getParent().getBoundsInParent().getMinY();
    }

    private void showPrecedents(List<Evidence.Precedent> all) {
        precedentRows = all.stream().map(this::precedent).toList();
        precedents.show(amount(all.size()), precedentRows);
    }

    private Node precedent(Evidence.Precedent one) {
        String outcome = words.outcome(one.outcome());
        String head = one.overturned() ? outcome + "  ·  " + words.text("item.precedent.overturned") : outcome;
        String policies = one.policies().stream().map(words::queue).collect(Collectors.joining(", "));
        String alike = words.percent(one.similarity());
        var row = entry(
                head,
                policies.isEmpty()
                        ? words.text("item.precedent.alike", alike)
                        : words.text("item.precedent.similar", alike, policies));
        row.getStyleClass().add("precedent");
        return row;
    }

    private void showEarlier(@Nullable List<EffectiveDecision> decisions, Instant now) {
        var all = decisions == null ? List.<EffectiveDecision>of() : decisions;
        earlier.show(
                amount(all.size()),
                all.stream()
                        .map(one -> entry(
                                words.outcome(one.outcome()) + "  ·  " + words.ago(one.effectiveAt(), now),
                                one.violations().stream()
                                        .map(violation -> words.queue(violation.policy()) + " ("
                                                + words.severity(violation.severity()) + ")")
                                        .collect(Collectors.joining(", "))))
                        .toList());
        earlier.openProperty().set(!all.isEmpty());
        show(earlier, !all.isEmpty());
    }

    private static Node entry(String head, String body) {
        var top = AuthorText.label(head, "entry-head");
        var box = new VBox(2, top);
        if (!body.isEmpty()) {
            var below = AuthorText.paragraph(body, COLUMNS, "entry-body");
            box.getChildren().add(below);
        }
        box.getStyleClass().add("entry");
        return box;
    }

    private static String amount(int size) {
        return size == 0 ? "–" : Integer.toString(size);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
