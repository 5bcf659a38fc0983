package dev.docket.client.supervisor;

import dev.docket.client.common.control.LoadBar;
import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.floor.FloorView;
import dev.docket.dto.floor.FloorView.PersonOnFloor;
import dev.docket.dto.floor.FloorView.QueueOnFloor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The floor: a row for each queue, a row for each person. The row that was gone to is the one that keys move.
final class FloorPane extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");

    /// @param id key of a queue or id of a person
    record Row(boolean isQueue, String id) {}

    private final ItemWords words;
    private final VBox queues = new VBox();
    private final VBox people = new VBox();
    private final Label peopleTitle = new Label();
    private final Label nobody = new Label();
    private @Nullable Row selected;

    FloorPane(ItemWords words) {
        this.words = words;
        getStyleClass().add("floor-pane");
        var title = new Label(words.text("supervisor.floor.queues"));
        title.getStyleClass().add("overline");
        peopleTitle.getStyleClass().add("overline");
        peopleTitle.setText(words.text("supervisor.floor.people"));
        nobody.setText(words.text("supervisor.floor.nobody"));
        nobody.getStyleClass().add("faint");
        getChildren().addAll(new VBox(8, title, queues), new VBox(8, peopleTitle, nobody, people));
    }

    void show(FloorView floor, Instant now, Function<QueueOnFloor, List<String>> namesOn) {
        long most =
                floor.queues().stream().mapToLong(QueueOnFloor::waiting).max().orElse(0);
        var rows = new ArrayList<Button>();
        floor.queues().forEach(queue -> rows.add(queueRow(queue, most, now, namesOn.apply(queue))));
        keepFocus(queues, rows);
        keepFocus(people, floor.people().stream().map(this::personRow).toList());
        nobody.setVisible(floor.people().isEmpty());
        nobody.setManaged(floor.people().isEmpty());
        markSelected();
    }

    /// The row that keys move, where one was gone to.
    Optional<Row> selected() {
        return Optional.ofNullable(selected);
    }

    /// Puts the focus on the first row, or on the one it was on.
    void focusRow() {
        rows().stream()
                .filter(row -> row.getUserData().equals(selected))
                .findFirst()
                .or(() -> rows().stream().findFirst())
                .ifPresent(Node::requestFocus);
    }

    /// Goes from row to row.
    void step(Node from, int step) {
        var all = rows();
        int at = all.indexOf(from);
        if (at >= 0) {
            all.get(Math.clamp(at + step, 0, all.size() - 1)).requestFocus();
        }
    }

    private List<Node> rows() {
        var all = new ArrayList<Node>(queues.getChildren());
        all.addAll(people.getChildren());
        return all;
    }

    /// Rows are drawn anew with every reading; a row that had the focus has it again.
    private void keepFocus(VBox list, List<Button> next) {
        var scene = getScene();
        var focused = scene == null ? null : scene.getFocusOwner();
        var had = focused != null && list.getChildren().contains(focused) ? focused.getUserData() : null;
        list.getChildren().setAll(next);
        next.stream().filter(row -> row.getUserData().equals(had)).findFirst().ifPresent(Node::requestFocus);
    }

    private Button queueRow(QueueOnFloor queue, long most, Instant now, List<String> names) {
        var title = new Label(queue.title());
        title.getStyleClass().add("floor-name");
        var waiting = new Label(words.text("supervisor.count", queue.waiting()));
        waiting.getStyleClass().add("floor-count");
        var bar = new LoadBar();
        bar.show(queue.waiting(), queue.dueSoon(), queue.late(), most);
        var facts = new Label(facts(queue, now));
        facts.getStyleClass().add("faint");
        facts.setWrapText(true);
        facts.pseudoClassStateChanged(LATE, queue.late() > 0);
        var on = new Label(String.join(", ", names));
        on.getStyleClass().add("secondary");
        on.setWrapText(true);
        var lines = new VBox(5, line(title, waiting), bar, facts);
        if (!names.isEmpty()) {
            lines.getChildren().add(on);
        }
        var row = row(new Row(true, queue.key()), lines);
        row.setAccessibleText(words.text(
                "supervisor.floor.queue.said", queue.title(), queue.waiting(), facts(queue, now), names.size()));
        return row;
    }

    private String facts(QueueOnFloor queue, Instant now) {
        var facts = new ArrayList<String>();
        if (queue.late() > 0) {
            facts.add(words.text("supervisor.floor.late", queue.late()));
        }
        if (queue.dueSoon() > 0) {
            facts.add(words.text("supervisor.floor.due-soon", queue.dueSoon()));
        }
        if (queue.oldestAt() != null) {
            facts.add(words.text(
                    "supervisor.floor.oldest", words.duration(java.time.Duration.between(queue.oldestAt(), now))));
        }
        return facts.isEmpty() ? words.text("supervisor.floor.empty") : String.join("  ·  ", facts);
    }

    private Button personRow(PersonOnFloor person) {
        var name = new Label(person.displayName());
        name.getStyleClass().add("floor-name");
        var held = new Label(words.text("supervisor.floor.held", person.held()));
        held.getStyleClass().add("secondary");
        var pace = new Label(words.text("supervisor.floor.pace", person.decidedLastHour()));
        pace.getStyleClass().add("faint");
        var row = row(new Row(false, person.id()), new VBox(2, line(name, held), pace));
        row.setAccessibleText(person.displayName() + ", " + held.getText() + ", " + pace.getText());
        return row;
    }

    private static HBox line(Label name, Label figure) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        figure.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(8, name, gap, figure);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private Button row(Row what, VBox lines) {
        var row = new RowButton(lines);
        row.setUserData(what);
        row.getStyleClass().setAll("floor-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setTooltip(new Tooltip(
                words.text(what.isQueue() ? "supervisor.floor.queue-keys" : "supervisor.floor.person-keys")));
        row.focusedProperty().subscribe(focused -> {
            if (focused) {
                selected = what;
                markSelected();
            }
        });
        row.setOnAction(event -> row.requestFocus());
        return row;
    }

    private void markSelected() {
        rows().forEach(row ->
                row.pseudoClassStateChanged(SELECTED, row.getUserData().equals(selected)));
    }

    /// A button as wide as its pane, and as high as its lines are at that width: the skin of a button asks its
    /// graphic how high it is without saying how wide, which wrapped lines cannot answer.
    private static final class RowButton extends Button {
        private final VBox lines;

        RowButton(VBox lines) {
            this.lines = lines;
            setGraphic(lines);
            lines.prefWidthProperty()
                    .bind(Bindings.createDoubleBinding(
                            () -> getWidth() - snappedLeftInset() - snappedRightInset(),
                            widthProperty(),
                            insetsProperty()));
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            double inner = width < 0 ? width : width - snappedLeftInset() - snappedRightInset();
            return snappedTopInset() + lines.prefHeight(inner) + snappedBottomInset();
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }
    }
}
