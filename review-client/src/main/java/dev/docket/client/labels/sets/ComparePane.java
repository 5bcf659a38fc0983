package dev.docket.client.labels.sets;

import dev.docket.client.common.control.FigureTable;
import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Figures;
import dev.docket.client.labels.part.Place;
import dev.docket.client.labels.part.State;
import dev.docket.dto.labels.LabelSetComparison;
import dev.docket.dto.labels.LabelSetComparison.Difference;
import dev.docket.dto.labels.LabelSetComparison.Example;
import dev.docket.dto.labels.LabelSetComparison.Side;
import dev.docket.dto.labels.LabelSetView;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What differs between the set at hand and another: how many rows were added, removed, changed, moved to another
/// split, how each label's values differ, and a few of them.
final class ComparePane extends VBox {
    private final Comparing model;
    private final Figures figures;
    private final Label title = Boxes.wrapped("title");
    private final FlowPane tiles = new FlowPane(12, 12);
    private final VBox tables = new VBox(28);

    ComparePane(Sets sets, Figures figures, Shortcuts shortcuts) {
        this.figures = figures;
        model = sets.comparing();
        var next = new KeyButton(figures.text("labels.compare.next"), shortcuts.display(Shortcut.COMPARE));
        next.setOnAction(event -> model.next());
        var close = new KeyButton(figures.text("labels.aside"), shortcuts.display(Shortcut.HIDE));
        close.getStyleClass().add("quiet");
        close.setOnAction(event -> sets.putAside());
        var page = new VBox(20, tiles, tables);
        page.getStyleClass().add("part-page");
        var place = new Place(
                Boxes.scrolled(page), "labels.compare.none", figures.words(), shortcuts, () -> sets.compare());
        VBox.setVgrow(place, Priority.ALWAYS);
        var head = new HBox(8, title, next, close);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("compare-head");
        getChildren().setAll(head, place);
        model.answer().stateProperty().subscribe(state -> place.show(stateOf(state)));
        model.othersProperty()
                .subscribe(others ->
                        place.show(stateOf(model.answer().stateProperty().get())));
        model.answer().valueProperty().subscribe(this::show);
        sets.selectedProperty().subscribe(set -> name(set, model.withProperty().get()));
        model.withProperty().subscribe(with -> name(sets.selectedProperty().get(), with));
    }

    private State stateOf(State reading) {
        return model.othersProperty().get().isEmpty() ? State.EMPTY : reading;
    }

    private void name(@Nullable LabelSetView set, @Nullable LabelSetView with) {
        title.setText(set == null || with == null ? "" : figures.text("labels.compare.title", set.name(), with.name()));
    }

    private void show(@Nullable LabelSetComparison answer) {
        tiles.getChildren().clear();
        tables.getChildren().clear();
        if (answer == null) {
            return;
        }
        tile("unchanged", answer.unchanged());
        tile("added", answer.added().count());
        tile("removed", answer.removed().count());
        tile("changed", answer.changed().count());
        tile("moved", answer.moved().count());
        if (!answer.labels().isEmpty()) {
            tables.getChildren().add(labels(answer));
        }
        examples("changed", answer.changed());
        examples("added", answer.added());
        examples("removed", answer.removed());
        examples("moved", answer.moved());
    }

    private void tile(String key, long count) {
        var number = new Label(figures.count(count));
        number.getStyleClass().add("tile-number");
        var name = new Label(figures.text("labels.compare." + key));
        name.getStyleClass().add("secondary");
        var tile = new VBox(2, number, name);
        tile.getStyleClass().addAll("tile", "tile-" + key);
        tiles.getChildren().add(tile);
    }

    private Node labels(LabelSetComparison answer) {
        var table = table("labels", 1, "label", "to-positive", "to-negative", "to-unknown", "from-unknown");
        new TreeMap<>(answer.labels())
                .forEach((label, change) -> table.row(List.of(
                        figures.words().label(label),
                        figures.count(change.toPositive()),
                        figures.count(change.toNegative()),
                        figures.count(change.toUnknown()),
                        figures.count(change.fromUnknown()))));
        return table;
    }

    private void examples(String key, Difference difference) {
        if (!difference.examples().isEmpty()) {
            var table = table(key, 3, "item", "before", "after");
            difference.examples().forEach(example -> table.row(row(example)));
            tables.getChildren().add(table);
        }
    }

    private List<String> row(Example example) {
        return List.of(example.itemId(), side(example.before()), side(example.after()));
    }

    private String side(@Nullable Side side) {
        return side == null ? "–" : figures.words().named("labels.split", side.split()) + ": " + values(side.labels());
    }

    private String values(Map<String, Integer> labels) {
        String found = labels.entrySet().stream()
                .filter(label -> label.getValue() == 1)
                .map(label -> figures.words().label(label.getKey()))
                .sorted()
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? figures.text("labels.compare.nothing") : found;
    }

    private FigureTable table(String name, int wordy, String... heads) {
        return new FigureTable(
                figures.text("labels.compare." + name),
                figures.text("labels.compare." + name + ".about"),
                wordy,
                List.of(heads).stream()
                        .map(head -> figures.text("labels.compare.head." + head))
                        .toList());
    }
}
