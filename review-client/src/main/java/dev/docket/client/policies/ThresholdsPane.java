package dev.docket.client.policies;

import dev.docket.client.common.item.ItemWords;
import dev.docket.client.policies.Parts.Words;
import dev.docket.dto.policy.Simulation;
import dev.docket.dto.policy.Simulation.Transition;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The labels that feed a policy, per language, over the scores of past items, and what the thresholds would do.
final class ThresholdsPane extends VBox {
    private static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "ar", "hi", "ja", "zh");

    private final PoliciesViewModel model;
    private final ItemWords words;
    private final Answer answer;
    private final ComboBox<String> language = new ComboBox<>();
    private final Button common = new Button();
    private final MenuButton add = new MenuButton();
    private final VBox rows = new VBox(16);
    private final VBox lines = new VBox();
    private final HBox progress = new HBox(8);
    private final Map<String, ThresholdRow> shown = new LinkedHashMap<>();
    private boolean filling;

    ThresholdsPane(PoliciesViewModel model, ItemWords words, Answer answer) {
        this.model = model;
        this.words = words;
        this.answer = answer;
        getStyleClass().add("right-pane");
        language.setId("policy-language");
        language.setConverter(new Words<>(
                tag -> tag.equals(Draft.EVERY_LANGUAGE) ? words.text("policies.language.every") : words.language(tag)));
        language.setAccessibleText(words.text("policies.language"));
        language.valueProperty().subscribe(tag -> {
            if (!filling && tag != null) {
                model.speak(tag);
            }
        });
        common.setText(words.text("policies.language.common"));
        common.setOnAction(event -> model.edit(
                draft -> draft.withoutLanguage(model.languageProperty().get())));
        add.setId("policy-add-label");
        add.setText(words.text("policies.label.add"));
        lines.getStyleClass().add("answer");
        getChildren()
                .setAll(
                        Parts.part(words, "policies.thresholds", Parts.line(language, common), rows, add),
                        answerPart());
        model.draftProperty().subscribe(this::show);
        model.labels().subscribe(() -> addable(List.copyOf(shown.keySet())));
        model.languageProperty().subscribe(tag -> show(model.draftProperty().get()));
        model.simulationProperty().subscribe(this::show);
        model.tryingProperty().subscribe(this::trying);
    }

    private VBox answerPart() {
        var heading = new Label(words.heading("policies.answer"));
        heading.getStyleClass().add("overline");
        heading.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(12, heading, progress());
        head.setAlignment(Pos.CENTER_LEFT);
        var part = new VBox(head, lines);
        part.getStyleClass().add("part");
        return part;
    }

    private HBox progress() {
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.setAccessibleText(words.text("policies.answer.trying"));
        var cancel = new Button(words.text("policies.answer.cancel"));
        cancel.setId("policy-stop-trying");
        cancel.getStyleClass().addAll("quiet", "small");
        cancel.setOnAction(event -> model.stopTrying());
        progress.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(progress, Priority.ALWAYS);
        progress.getChildren().setAll(bar, cancel);
        progress.getStyleClass().add("answer-progress");
        return progress;
    }

    /// The place of the progress is kept free: nothing moves when it comes and goes.
    private void trying(boolean on) {
        progress.setVisible(on);
        lines.setOpacity(on ? 0.5 : 1);
    }

    private void show(@Nullable Draft draft) {
        if (draft == null) {
            return;
        }
        filling = true;
        languages(draft, model.languageProperty().get());
        filling = false;
        var fed = draft.fedBy();
        if (rows.getChildren().isEmpty() || !fed.equals(List.copyOf(shown.keySet()))) {
            shown.clear();
            fed.forEach(label -> shown.put(label, row(label)));
            rows.getChildren().setAll(shown.values());
            if (fed.isEmpty()) {
                rows.getChildren().setAll(Parts.faint(words.text("policies.thresholds.none")));
            }
            show(model.simulationProperty().get());
        }
        draft.rows(model.languageProperty().get()).forEach(row -> {
            var drawn = shown.get(row.label());
            if (drawn != null) {
                drawn.show(row);
            }
        });
        addable(fed);
    }

    private void languages(Draft draft, String tag) {
        var tags = new LinkedHashSet<>(draft.languages());
        tags.addAll(LANGUAGES);
        if (!List.copyOf(tags).equals(language.getItems())) {
            language.getItems().setAll(tags);
        }
        language.setValue(tag);
        common.setVisible(model.mayWrite()
                && !tag.equals(Draft.EVERY_LANGUAGE)
                && draft.languages().contains(tag));
    }

    private void addable(List<String> fed) {
        var left = model.labels().stream().filter(label -> !fed.contains(label)).toList();
        Parts.showing(add, model.mayWrite() && !left.isEmpty());
        add.getItems()
                .setAll(left.stream()
                        .map(label -> {
                            var item = new MenuItem(words.label(label));
                            item.setOnAction(event -> model.edit(draft -> draft.withLabel(label)));
                            return item;
                        })
                        .toList());
    }

    private ThresholdRow row(String label) {
        return new ThresholdRow(label, words, model.mayWrite(), new ThresholdRow.Deeds() {
            @Override
            public void move(double review, @Nullable Double act) {
                model.edit(draft ->
                        draft.withThresholds(label, model.languageProperty().get(), review, act));
            }

            @Override
            public void remove() {
                model.edit(draft -> draft.withoutLabel(label));
            }

            @Override
            public void makePrimary() {
                model.edit(draft -> draft.withPrimary(label));
            }
        });
    }

    private void show(@Nullable Simulation simulation) {
        if (simulation == null) {
            String why = model.mayTry() ? "policies.answer.none" : "policies.answer.forbidden";
            lines.getChildren().setAll(Parts.faint(words.text(why)));
            return;
        }
        simulation.histograms().forEach(histogram -> {
            var row = shown.get(histogram.label());
            if (row != null) {
                row.show(histogram);
            }
        });
        lines.getChildren().clear();
        answer.lines(simulation).forEach(line -> lines.getChildren().add(Parts.wrapped(line, "answer-line")));
        lines.getChildren().add(Parts.faint(answer.basis(simulation)));
        simulation.transitions().forEach(moved -> lines.getChildren().add(moved(moved)));
    }

    /// How many items would go another way, and some of them.
    private VBox moved(Transition moved) {
        var said = Parts.wrapped(
                words.text(
                        "policies.moved",
                        words.named("policies.route", moved.from().name()),
                        words.named("policies.route", moved.to().name()),
                        moved.items()),
                "answer-line");
        var some = new FlowPane(6, 6);
        for (int at = 0; at < moved.examples().size(); at++) {
            String id = moved.examples().get(at);
            var open = new Button(words.text("policies.moved.example", at + 1));
            open.getStyleClass().addAll("quiet", "small");
            open.setAccessibleText(words.text(
                    "policies.moved.example.said", at + 1, moved.examples().size()));
            open.setOnAction(event -> model.showExample(id));
            some.getChildren().add(open);
        }
        var part = new VBox(2, said, some);
        part.getStyleClass().add("moved");
        return part;
    }

    void takeFocus() {
        language.requestFocus();
    }
}
