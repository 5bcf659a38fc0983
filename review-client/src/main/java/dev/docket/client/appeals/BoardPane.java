package dev.docket.client.appeals;

import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.appeals.AppealBoard;
import dev.docket.dto.appeals.DueWithin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The deadline board: what must be decided today, this week, later, and what is late.
final class BoardPane extends VBox {
    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");
    private static final PseudoClass BARRED = PseudoClass.getPseudoClass("barred");
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");

    private final ItemWords words;

    BoardPane(ItemWords words) {
        this.words = words;
        getStyleClass().add("board");
    }

    /// @param taken the task at hand
    void show(AppealBoard board, @Nullable String taken, Instant now) {
        getChildren().clear();
        for (var due : DueWithin.values()) {
            var rows = board.appeals().stream().filter(row -> row.due() == due).toList();
            long count = count(board.counts(), due);
            if (count > 0 || due == DueWithin.TODAY) {
                getChildren().add(part(due, count, rows, taken, now));
            }
        }
    }

    private static long count(AppealBoard.Counts counts, DueWithin due) {
        return switch (due) {
            case OVERDUE -> counts.overdue();
            case TODAY -> counts.today();
            case THIS_WEEK -> counts.thisWeek();
            case LATER -> counts.later();
        };
    }

    private Node part(DueWithin due, long count, List<AppealBoard.Row> rows, @Nullable String taken, Instant now) {
        var title = new Label(words.heading("appeals.due." + due.wire()));
        title.getStyleClass().add("overline");
        title.pseudoClassStateChanged(LATE, due == DueWithin.OVERDUE);
        var number = new Label(words.count(count));
        number.getStyleClass().add("fold-count");
        var part = new VBox(2, new HBox(8, title, number));
        rows.forEach(row -> part.getChildren().add(row(row, taken, now)));
        if (rows.isEmpty()) {
            var none = new Label(words.text("appeals.due.none"));
            none.getStyleClass().add("faint");
            part.getChildren().add(none);
        }
        part.getStyleClass().add("board-part");
        return part;
    }

    private Node row(AppealBoard.Row row, @Nullable String taken, Instant now) {
        var name = new Label(title(row));
        name.getStyleClass().add("board-name");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var left = new Label(words.duration(Duration.between(now, row.dueAt())));
        left.getStyleClass().add("board-left");
        left.setMinWidth(Region.USE_PREF_SIZE);
        left.pseudoClassStateChanged(LATE, row.due() == DueWithin.OVERDUE);
        var top = new HBox(8, name, gap, left);
        top.setAlignment(Pos.CENTER_LEFT);
        var below = new Label(below(row));
        below.getStyleClass().add("faint");
        var box = new VBox(1, top, below);
        box.getStyleClass().add("board-row");
        boolean own = row.taskId() != null && row.taskId().equals(taken);
        box.pseudoClassStateChanged(OWN, own);
        name.pseudoClassStateChanged(BARRED, !row.independent());
        return box;
    }

    private String title(AppealBoard.Row row) {
        if (row.severity() == null) {
            return words.text("appeals.row.veiled");
        }
        String policies = row.policies().stream().map(words::queue).collect(Collectors.joining(", "));
        return policies.isEmpty() ? words.text("appeals.row.no-policy") : policies;
    }

    private String below(AppealBoard.Row row) {
        String role = words.text("appeals.role." + row.role().name().toLowerCase(Locale.ROOT));
        return row.severity() == null
                ? words.text("appeals.row.below-veiled", role, standing(row))
                : words.text("appeals.row.below", role, words.severity(row.severity()), standing(row));
    }

    private String standing(AppealBoard.Row row) {
        if (!row.independent()) {
            return words.text("appeals.row.not-independent");
        }
        return words.text(row.held() ? "appeals.row.held" : "appeals.row.waits");
    }
}
