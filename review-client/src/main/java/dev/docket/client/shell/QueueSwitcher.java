package dev.docket.client.shell;

import dev.docket.client.common.i18n.Messages;
import dev.docket.dto.queue.QueueView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Which queues work comes from, with what waits in each.
final class QueueSwitcher extends MenuButton {
    private static final double ROW_WIDTH = 280;

    private final Workplace workplace;
    private final Messages messages;

    QueueSwitcher(Workplace workplace, Messages messages) {
        this.workplace = workplace;
        this.messages = messages;
        setId("queues");
        getStyleClass().addAll("queue-switcher", "quiet");
        setMinWidth(USE_PREF_SIZE);
        InvalidationListener changed = queues -> refresh();
        workplace.queues().all().addListener(changed);
        refresh();
    }

    private void refresh() {
        var queues = workplace.queues().all();
        var items = new ArrayList<MenuItem>();
        items.add(
                item(null, messages.get("shell.queues.all"), workplace.queues().waiting(), 0));
        items.add(new SeparatorMenuItem());
        for (QueueView queue : queues) {
            items.add(item(queue.key(), queue.title(), queue.waiting(), queue.atRisk()));
        }
        getItems().setAll(items);
        setText(messages.get("shell.queues.chosen", chosenTitle(queues), chosenWaiting(queues)));
    }

    private MenuItem item(@Nullable String key, String title, long waiting, long atRisk) {
        boolean isChosen = Objects.equals(key, workplace.chosenQueue());
        var tick = new FontIcon("mdi2c-check");
        tick.setVisible(isChosen);
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        var row = new HBox(8, tick, new Label(title), room);
        if (atRisk > 0) {
            var risk = new Label(messages.get("shell.queues.at-risk", atRisk));
            risk.getStyleClass().add("queue-at-risk");
            row.getChildren().add(risk);
        }
        var count = new Label(messages.get("shell.queues.count", waiting));
        count.getStyleClass().add("queue-count");
        row.getChildren().add(count);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPrefWidth(ROW_WIDTH);
        var item = new CustomMenuItem(row);
        item.setOnAction(event -> choose(key));
        return item;
    }

    private void choose(@Nullable String key) {
        workplace.choose(key);
        refresh();
    }

    private String chosenTitle(List<QueueView> queues) {
        return queues.stream()
                .filter(queue -> queue.key().equals(workplace.chosenQueue()))
                .map(QueueView::title)
                .findFirst()
                .orElseGet(() -> messages.get("shell.queues.all"));
    }

    private long chosenWaiting(List<QueueView> queues) {
        return queues.stream()
                .filter(queue -> workplace.chosenQueue() == null || queue.key().equals(workplace.chosenQueue()))
                .mapToLong(QueueView::waiting)
                .sum();
    }
}
