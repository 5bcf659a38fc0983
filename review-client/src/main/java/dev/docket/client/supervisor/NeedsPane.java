package dev.docket.client.supervisor;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.item.AuthorText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.floor.FloorView.Need;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What waits for a supervisor, the most urgent first, and the button that takes the next.
final class NeedsPane extends VBox {
    private static final int MOST = 40;
    private static final int COLUMNS = 60;

    private final ItemWords words;
    private final Label summary = new Label();
    private final KeyButton take;
    private final VBox list = new VBox();

    NeedsPane(ItemWords words, Shortcuts shortcuts, Runnable takeNext) {
        this.words = words;
        getStyleClass().add("needs-pane");
        var title = new Label(words.text("supervisor.needs.title"));
        title.getStyleClass().add("title");
        summary.getStyleClass().add("secondary");
        take = new KeyButton(words.text("supervisor.needs.take"), shortcuts.display(Shortcut.DECIDE));
        take.setId("take-next");
        take.getStyleClass().add("primary");
        take.setOnAction(event -> takeNext.run());
        take.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(16, new VBox(4, title, summary), gap, take);
        head.setAlignment(Pos.CENTER_LEFT);
        list.getStyleClass().add("needs");
        getChildren().addAll(head, list);
    }

    void show(List<Need> needs, Instant now) {
        summary.setText(needs.isEmpty() ? words.text("supervisor.needs.none") : counts(needs));
        take.setDisable(needs.isEmpty());
        list.getChildren()
                .setAll(needs.stream().limit(MOST).map(need -> row(need, now)).toList());
        if (needs.size() > MOST) {
            var more = new Label(words.text("supervisor.needs.more", needs.size() - MOST));
            more.getStyleClass().add("faint");
            list.getChildren().add(more);
        }
        if (needs.isEmpty()) {
            list.getChildren().setAll(nothing());
        }
    }

    void taking(boolean underWay) {
        take.setText(words.text(underWay ? "supervisor.needs.taking" : "supervisor.needs.take"));
    }

    private String counts(List<Need> needs) {
        return needs.stream()
                .collect(Collectors.groupingBy(Need::kind, java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> count(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("  ·  "));
    }

    private String count(String kind, long many) {
        String key = "supervisor.needs.count." + kind.toLowerCase(java.util.Locale.ROOT);
        return words.knows("supervisor.needs.count", kind) ? words.text(key, many) : many + " " + kind(kind);
    }

    private String kind(String kind) {
        return words.named("supervisor.need", kind);
    }

    private Node row(Need need, Instant now) {
        var kind = new Label(kind(need.kind()));
        kind.getStyleClass().addAll("chip", "need-kind");
        var queue = new Label(words.queue(need.queue()));
        queue.getStyleClass().add("strong");
        var since =
                new Label(words.text("supervisor.needs.since", words.duration(Duration.between(need.since(), now))));
        since.getStyleClass().add("faint");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var left = Duration.between(now, need.dueAt());
        var due =
                new Label(words.text(left.isNegative() ? "item.header.late" : "item.header.due", words.duration(left)));
        due.getStyleClass().add(left.isNegative() ? "need-late" : "secondary");
        due.setMinWidth(USE_PREF_SIZE);
        var first = new HBox(10, kind, queue, since, gap, due);
        first.setAlignment(Pos.BASELINE_LEFT);
        var row = new VBox(4, first);
        if (need.reason() != null) {
            row.getChildren().add(AuthorText.paragraph(need.reason(), COLUMNS, "secondary"));
        }
        row.getStyleClass().add("need-row");
        return row;
    }

    private Node nothing() {
        var said = new Label(words.text("supervisor.needs.empty"));
        said.getStyleClass().add("secondary");
        said.setWrapText(true);
        return said;
    }
}
