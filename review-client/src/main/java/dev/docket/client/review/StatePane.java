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
    private final VBox skeleton = new VBox(12);

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
        getChildren().addAll(skeleton, message);
    }

    private void buildSkeleton() {
        skeleton.getStyleClass().add("skeleton-page");
        skeleton.setAlignment(Pos.TOP_LEFT);
        skeleton.getChildren().add(bar(180, 20));
        skeleton.getChildren().add(bar(360, 12));
        skeleton.getChildren().add(gap());
        skeleton.getChildren().add(bar(140, 12));
        for (double width : new double[] {560, 590, 520, 575, 300}) {
            skeleton.getChildren().add(bar(width, 14));
        }
        skeleton.setAccessibleText(words.text("review.state.loading.title"));
    }

    private static Region bar(double width, double height) {
        var bar = new Region();
        bar.getStyleClass().add("skeleton");
        bar.setMinHeight(height);
        bar.setPrefSize(width, height);
        bar.setMaxWidth(width);
        return bar;
    }

    private static HBox gap() {
        var gap = new HBox();
        gap.setMinHeight(20);
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
