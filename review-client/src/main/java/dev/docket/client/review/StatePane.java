package dev.docket.client.review;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.queue.QueueView;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands in the item's place when there is none: why, what will come, what to press.
final class StatePane extends StackPane {
    private final ReviewWords words;
    private final VBox message = new VBox(8);
    private final FontIcon icon = new FontIcon("mdi2i-inbox-outline");
    private final Label title = new Label();
    private final Label body = new Label();
    private final Label details = new Label();
    private final KeyButton again;
    private final HBox skeleton = new HBox();

    StatePane(ReviewWords words, Shortcuts shortcuts, Runnable lookAgain) {
        this.words = words;
        getStyleClass().add("state-pane");
        title.getStyleClass().add("title");
        body.getStyleClass().add("state-body");
        body.setWrapText(true);
        details.getStyleClass().add("faint");
        details.setWrapText(true);
        icon.getStyleClass().add("state-icon");
        again = new KeyButton(words.text("review.state.again"), shortcuts.display(Shortcut.LOOK_AGAIN));
        again.setOnAction(event -> lookAgain.run());
        message.setAlignment(Pos.CENTER);
        message.setMaxWidth(440);
        message.getStyleClass().add("state-message");
        message.getChildren().addAll(icon, title, body, details, again);
        buildSkeleton();
        setMinWidth(0);
        skeleton.setMinWidth(0);
        getChildren().addAll(skeleton, message);
    }

    private void buildSkeleton() {
        var item = column("skeleton-item", bar(180, 20), bar(380, 12), gap(24), bar(140, 12));
        for (double width : new double[] {600, 580, 612, 590, 320}) {
            item.getChildren().add(bar(width, 14));
        }
        HBox.setHgrow(item, Priority.ALWAYS);
        var evidence = column("skeleton-evidence", bar(110, 10), bar(290, 12), bar(220, 12), gap(8));
        for (int row = 0; row < 6; row++) {
            evidence.getChildren().add(new HBox(16, bar(76, 12), bar(200, 12)));
        }
        evidence.getStyleClass().add("hairline-left");
        skeleton.getChildren().addAll(item, evidence);
        skeleton.setAccessibleText(words.text("review.state.loading.title"));
    }

    private static VBox column(String style, Region... bars) {
        var column = new VBox(12, bars);
        column.getStyleClass().add(style);
        return column;
    }

    private static Region bar(double width, double height) {
        var bar = new Region();
        bar.getStyleClass().add("skeleton");
        bar.setMinSize(width, height);
        bar.setMaxSize(width, height);
        return bar;
    }

    private static Region gap(double height) {
        var gap = new Region();
        gap.setMinHeight(height);
        return gap;
    }

    void show(ReviewScreen screen, List<QueueView> queues, int decided, int pending, @Nullable String problem) {
        boolean loading = screen == ReviewScreen.LOADING;
        skeleton.setVisible(loading);
        message.setVisible(!loading && screen != ReviewScreen.ITEM);
        if (!message.isVisible()) {
            return;
        }
        String key = "review.state." + screen.name().toLowerCase(Locale.ROOT);
        icon.setIconLiteral(
                switch (screen) {
                    case OFFLINE -> "mdi2c-cloud-off-outline";
                    case ERROR -> "mdi2a-alert-outline";
                    default -> "mdi2c-check-circle-outline";
                });
        title.setText(words.text(key + ".title"));
        body.setText(problem == null ? words.text(key) : problem);
        details.setText(details(screen, queues, decided, pending));
    }

    private String details(ReviewScreen screen, List<QueueView> queues, int decided, int pending) {
        if (screen == ReviewScreen.OFFLINE) {
            return words.text("review.state.offline.pending", pending);
        }
        long leased = queues.stream().mapToLong(QueueView::leased).sum();
        return screen == ReviewScreen.EMPTY ? words.text("review.state.empty.details", leased, decided) : "";
    }
}
