package dev.docket.client.shell;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.journal.Conflict;
import dev.docket.dto.review.Violation;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Decisions that the floor refused for good, with what the person had found, until they have been seen.
final class ConflictSheet extends VBox {
    private static final double MOST_HEIGHT = 360;

    private final Messages messages;
    private final Button close = new Button();

    ConflictSheet(List<Conflict> conflicts, Messages messages, Runnable closed, Runnable seen) {
        this.messages = messages;
        getStyleClass().addAll("floating", "conflict-sheet");
        setMaxHeight(USE_PREF_SIZE);
        var title = new Label(messages.get("shell.conflicts.title"));
        title.getStyleClass().add("title");
        var meaning = new Label(messages.get("shell.conflicts.meaning"));
        meaning.getStyleClass().add("secondary");
        meaning.setWrapText(true);
        var rows = new VBox(8);
        conflicts.forEach(conflict -> rows.getChildren().add(row(conflict)));
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(title, meaning, scroll, buttons(closed, seen));
    }

    Button close() {
        return close;
    }

    private Node row(Conflict conflict) {
        var found = new Label(messages.get("shell.conflicts.row", outcome(conflict), time(conflict)));
        found.getStyleClass().add("strong");
        var why = new Label(why(conflict.slug()));
        why.getStyleClass().add("secondary");
        var row = new VBox(2, found, why);
        String note = conflict.decision().note();
        if (note != null && !note.isBlank()) {
            var written = new Label(messages.get("shell.conflicts.note", note));
            written.setWrapText(true);
            row.getChildren().add(written);
        }
        row.getStyleClass().add("conflict-row");
        return row;
    }

    private HBox buttons(Runnable closed, Runnable seen) {
        close.setText(messages.get("shell.close"));
        close.setOnAction(event -> closed.run());
        var forget = new Button(messages.get("shell.conflicts.seen"));
        forget.getStyleClass().add("primary");
        forget.setOnAction(event -> seen.run());
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        var buttons = new HBox(8, room, close, forget);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private String outcome(Conflict conflict) {
        var violations = conflict.decision().violations();
        String outcome = messages.get(
                "shell.outcome." + conflict.decision().outcome().name().toLowerCase(Locale.ROOT));
        if (violations == null || violations.isEmpty()) {
            return outcome;
        }
        return outcome + ": " + violations.stream().map(Violation::policy).collect(Collectors.joining(", "));
    }

    private String time(Conflict conflict) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(messages.locale())
                .withZone(ZoneId.systemDefault())
                .format(conflict.at());
    }

    private String why(String slug) {
        String key = "problem." + slug;
        return messages.get(messages.has(key) ? key : "problem.unknown");
    }
}
