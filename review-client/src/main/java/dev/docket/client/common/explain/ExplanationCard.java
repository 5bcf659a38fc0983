package dev.docket.client.common.explain;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.item.Emphasis;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.item.MarkedText;
import dev.docket.dto.item.Route;
import dev.docket.dto.review.ExplanationView;
import dev.docket.dto.review.ExplanationView.Change;
import dev.docket.dto.review.ExplanationView.Flip;
import dev.docket.dto.review.ExplanationView.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What leaving words out does to a score, floating over the content: nothing beneath it moves. The words themselves
/// are marked in the text.
public final class ExplanationCard extends VBox {
    private static final PseudoClass AGAINST = PseudoClass.getPseudoClass("against");
    private static final int WORDS_SHOWN = 6;
    private static final double NUMBERS = 44;

    private final Explaining model;
    private final ItemWords words;
    private final Supplier<MarkedText> text;
    private final Label head = new Label();
    private final KeyButton close;
    private final Label saying = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final FlowPane chips = new FlowPane(6, 6);
    private final Label flip = new Label();
    private final VBox changes = new VBox(4);
    private final Label note = new Label();

    /// @param text what is explained
    /// @param key what closes it
    public ExplanationCard(Explaining model, ItemWords words, Supplier<MarkedText> text, String key) {
        this.model = model;
        this.words = words;
        this.text = text;
        getStyleClass().addAll("explanation-card", "floating");
        setMaxHeight(Region.USE_PREF_SIZE);
        head.getStyleClass().add("overline");
        head.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(head, Priority.ALWAYS);
        close = new KeyButton(words.text("item.explain.close"), key);
        close.getStyleClass().add("quiet");
        close.setOnAction(event -> model.close());
        var top = new HBox(8, head, close);
        top.setAlignment(Pos.CENTER_LEFT);
        saying.setWrapText(true);
        flip.setWrapText(true);
        flip.getStyleClass().add("strong");
        note.setWrapText(true);
        note.getStyleClass().add("faint");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.progressProperty().bind(model.progressProperty());
        getChildren().setAll(top, progress, saying, chips, flip, changes, note);
        model.stateProperty().subscribe(state -> show());
        model.explanationProperty().subscribe(known -> show());
    }

    private void show() {
        var state = model.stateProperty().get();
        setVisible(state != Explaining.State.HIDDEN);
        show(progress, state == Explaining.State.RUNNING);
        var known = model.explanationProperty().get();
        close.setText(words.text(state == Explaining.State.RUNNING ? "item.explain.cancel" : "item.explain.close"));
        if (known == null) {
            head.setText(words.heading("item.explain.title"));
            saying.setText(saying(state));
            say(saying, saying.getText());
            show(chips, false);
            say(flip, "");
            show(changes, false);
            say(note, "");
        } else {
            show(known);
        }
    }

    private String saying(Explaining.State state) {
        String slug = model.refusalProperty().get();
        if (state == Explaining.State.REFUSED && slug != null && words.knows("item.explain.refused", slug)) {
            return words.named("item.explain.refused", slug);
        }
        return words.text("item.explain." + state.name().toLowerCase(Locale.ROOT));
    }

    private void show(ExplanationView known) {
        head.setText(words.heading("item.explain.title-of", words.label(known.label())));
        var weighty = Emphasis.of(known.words()).words(text.get(), WORDS_SHOWN);
        chips.getChildren().setAll(weighty.stream().map(this::chip).toList());
        show(chips, !weighty.isEmpty());
        say(saying, words.text(weighty.isEmpty() ? "item.explain.no-word" : "item.explain.pulls"));
        var found = known.flip();
        say(flip, found == null ? "" : flipped(found));
        changes.getChildren().setAll(found == null ? List.of() : rows(found));
        show(changes, !changes.getChildren().isEmpty());
        say(note, notes(known));
    }

    private Node chip(Emphasis.Word word) {
        var name = new Label(word.count() > 1 ? word.text() + " ×" + word.count() : word.text());
        name.getStyleClass().add("word-name");
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

    private String flipped(Flip found) {
        if (found.outcome() != Outcome.FOUND) {
            return words.named("item.explain.flip", found.outcome().name().replace('_', '-'));
        }
        Route to = found.to();
        return words.text(
                "item.explain.flip.found." + (to == Route.ALLOW ? "allow" : "review"),
                found.spans().size());
    }

    private List<Node> rows(Flip found) {
        return found.outcome() == Outcome.NOTHING_REACHED
                ? List.of()
                : found.changes().stream().map(this::row).toList();
    }

    private Node row(Change change) {
        var name = new Label(words.label(change.label()));
        name.getStyleClass().add("score-name");
        var before = number(words.score(change.before()));
        Double left = change.after();
        var arrow = new Label(left == null ? "" : "→");
        arrow.getStyleClass().add("faint");
        var after = number(left == null ? "" : words.score(left));
        after.getStyleClass().add("strong");
        var threshold = new Label(words.text("item.explain.threshold", words.score(change.threshold())));
        threshold.getStyleClass().add("faint");
        var row = new HBox(8, name, before, arrow, after, threshold);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private static Label number(String value) {
        var number = new Label(value);
        number.getStyleClass().add("score-number");
        number.setMinWidth(NUMBERS);
        return number;
    }

    private String notes(ExplanationView known) {
        var notes = new ArrayList<String>();
        if (known.passage() != null) {
            notes.add(words.text("item.explain.passage"));
        }
        if (known.untried() > 0) {
            notes.add(words.text("item.explain.untried", known.words().size(), known.untried()));
        }
        if (known.scoredBy() != null && !known.scoredBy().equals(known.modelVersion())) {
            notes.add(words.text("item.explain.other-model", known.scoredBy(), known.modelVersion()));
        }
        return String.join(" ", notes);
    }

    private static void say(Label label, String text) {
        label.setText(text);
        show(label, !text.isEmpty());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
