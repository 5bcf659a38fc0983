package dev.docket.client.supervisor;

import dev.docket.client.common.control.KeyCap;
import dev.docket.client.common.control.Skeleton;
import dev.docket.client.common.control.Whisker;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.supervisor.QualityFigures.Accuracy;
import dev.docket.client.supervisor.QualityFigures.Agreement;
import dev.docket.client.supervisor.QualityFigures.Alert;
import dev.docket.client.supervisor.QualityFigures.Interval;
import dev.docket.client.supervisor.QualityFigures.Overturned;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// How well the floor decides: what is below the mark first, then agreement per policy and accuracy per person, each
/// with its interval.
final class QualityPane extends VBox {
    /// Below these an alert is raised.
    private static final double AGREEMENT_WANTED = 0.6;

    private static final double ACCURACY_WANTED = 0.9;
    private static final double NAME = 96;

    /// Below so many items with two looks, an interval says nothing yet.
    private static final int FEWEST_ITEMS = 10;

    private final ItemWords words;
    private final Shortcuts shortcuts;
    private final Consumer<String> acknowledge;

    QualityPane(ItemWords words, Shortcuts shortcuts, Consumer<String> acknowledge) {
        this.acknowledge = acknowledge;
        this.words = words;
        this.shortcuts = shortcuts;
        getStyleClass().add("quality-pane");
    }

    void show(SupervisorViewModel.State state, @Nullable QualityFigures figures) {
        if (figures == null) {
            getChildren().setAll(state == SupervisorViewModel.State.LOADING ? loading() : without(state));
            return;
        }
        var parts = new ArrayList<Node>();
        if (figures.isEmpty()) {
            parts.add(part("supervisor.quality.title", List.of(faint("supervisor.quality.empty"))));
        } else {
            if (!figures.alerts().isEmpty()) {
                parts.add(part(
                        "supervisor.quality.alerts",
                        figures.alerts().stream().map(this::alert).toList()));
            }
            var agreement = part("supervisor.quality.agreement", agreement(figures.agreement()));
            agreement.getChildren().add(closer(Shortcut.AGREEMENT, "supervisor.quality.agreement.more"));
            parts.add(agreement);
            var accuracy = part("supervisor.quality.accuracy", accuracy(figures.accuracy()));
            accuracy.getChildren().add(closer(Shortcut.PERSON, "supervisor.quality.person.more"));
            parts.add(accuracy);
            if (!figures.overturned().isEmpty()) {
                parts.add(part(
                        "supervisor.quality.overturned",
                        figures.overturned().stream().map(this::overturned).toList()));
            }
        }
        parts.add(new VBox(
                8,
                closer(Shortcut.GOLDEN_ITEMS, "supervisor.quality.golden.more"),
                closer(Shortcut.CALIBRATIONS, "supervisor.quality.calibration.more")));
        getChildren().setAll(parts);
    }

    private Node loading() {
        var shapes = Skeleton.column("skeleton-quality", Skeleton.bar(110, 10));
        for (int row = 0; row < 7; row++) {
            shapes.getChildren().add(new HBox(16, Skeleton.bar(76, 12), Skeleton.bar(160, 12)));
        }
        return shapes;
    }

    private Node without(SupervisorViewModel.State state) {
        return part(
                "supervisor.quality.title",
                List.of(faint(
                        state == SupervisorViewModel.State.OFFLINE
                                ? "supervisor.quality.offline"
                                : "supervisor.quality.error")));
    }

    private VBox part(String titleKey, List<? extends Node> rows) {
        var title = new Label(words.text(titleKey));
        title.getStyleClass().add("overline");
        var part = new VBox(8, title);
        part.getChildren().addAll(rows);
        return part;
    }

    private Node alert(Alert alert) {
        String who = String.join(", ", alert.people());
        String about = alert.policy() == null ? "" : words.queue(alert.policy());
        var title = new Label(words.named("supervisor.alert", alert.kind()) + (about.isEmpty() ? "" : "  ·  " + about));
        title.getStyleClass().add("strong");
        var meaning = new Label(
                words.text("supervisor.alert.below", who, words.score(alert.value()), words.score(alert.threshold())));
        meaning.getStyleClass().add("secondary");
        meaning.setWrapText(true);
        var lines = new VBox(2, title, meaning);
        HBox.setHgrow(lines, Priority.ALWAYS);
        var seen = new Button(words.text("supervisor.alert.seen"));
        seen.getStyleClass().add("quiet");
        seen.setMinWidth(USE_PREF_SIZE);
        seen.setAccessibleText(words.text("supervisor.alert.seen-said", title.getText()));
        seen.setOnAction(event -> acknowledge.accept(alert.id()));
        var row = new HBox(10, new FontIcon("mdi2a-alert-outline"), lines, seen);
        row.getStyleClass().add("alert-row");
        return row;
    }

    private List<Node> agreement(List<Agreement> all) {
        return rows(
                all.stream()
                        .map(one -> figure(
                                words.queue(one.policy()),
                                one.items() < FEWEST_ITEMS ? null : one.alpha(),
                                AGREEMENT_WANTED,
                                one.alpha() != null && one.alpha().value() < AGREEMENT_WANTED,
                                words.text("supervisor.quality.items", one.items())))
                        .toList(),
                "supervisor.quality.no-agreement");
    }

    private List<Node> accuracy(List<Accuracy> all) {
        return rows(
                all.stream()
                        .map(one -> figure(
                                one.person(),
                                one.accuracy(),
                                ACCURACY_WANTED,
                                one.alert(),
                                words.text("supervisor.quality.judged", one.judged())))
                        .toList(),
                "supervisor.quality.no-accuracy");
    }

    /// A key that looks closer, and at what.
    private Node closer(Shortcut shortcut, String key) {
        var cap = new KeyCap(shortcuts.display(shortcut));
        cap.setMinWidth(USE_PREF_SIZE);
        var more = new HBox(8, cap, faint(key));
        more.setAlignment(Pos.CENTER_LEFT);
        return more;
    }

    private Node overturned(Overturned one) {
        return figure(
                one.subject(),
                one.share(),
                one.most(),
                one.alert(),
                words.text("supervisor.quality.appeals", one.decided()));
    }

    private List<Node> rows(List<Node> rows, String emptyKey) {
        return rows.isEmpty() ? List.of(faint(emptyKey)) : rows;
    }

    private Node figure(String name, @Nullable Interval interval, double wanted, boolean missed, String basis) {
        var label = new Label(name);
        label.getStyleClass().add("figure-name");
        label.setMinWidth(NAME);
        label.setPrefWidth(NAME);
        if (interval == null) {
            return new HBox(8, label, faint("supervisor.quality.too-few"));
        }
        var whisker = new Whisker();
        whisker.show(interval.value(), interval.low(), interval.high(), wanted, missed);
        HBox.setHgrow(whisker, Priority.ALWAYS);
        whisker.setMaxWidth(Double.MAX_VALUE);
        var value = new Label(words.score(interval.value()));
        value.getStyleClass().add("figure-value");
        value.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(8, label, whisker, value);
        row.setAlignment(Pos.CENTER_LEFT);
        String said = words.text(
                missed ? "supervisor.quality.said-missed" : "supervisor.quality.said",
                name,
                words.score(interval.value()),
                words.score(interval.low()),
                words.score(interval.high()),
                basis,
                words.score(wanted));
        row.setAccessibleText(said);
        Tooltip.install(row, new Tooltip(said));
        return row;
    }

    private Label faint(String key) {
        var label = new Label(words.text(key));
        label.getStyleClass().add("faint");
        label.setWrapText(true);
        return label;
    }
}
