package dev.docket.client.supervisor;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.Skeleton;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.supervisor.QueueOutlook.Expected;
import dev.docket.client.supervisor.QueueOutlook.Look;
import dev.docket.dto.floor.Forecast;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows what the next day will bring to a queue, and asks how long its tasks may wait.
final class OutlookCard extends VBox implements FloatingCard {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final QueueOutlook model;
    private final ItemWords words;
    private final Supplier<Instant> clock;
    private final Label title = new Label();
    private final VBox forecast = new VBox(8);
    private final TextField minutes = new TextField();
    private final Label explanation = new Label();
    private final KeyButton confirm;
    private @Nullable Object drawn;

    OutlookCard(QueueOutlook model, ItemWords words, Supplier<Instant> clock) {
        this.model = model;
        this.words = words;
        this.clock = clock;
        getStyleClass().addAll("transfer", "outlook", "floating");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        title.getStyleClass().add("title");
        minutes.setId("target-minutes");
        minutes.setPrefColumnCount(6);
        minutes.textProperty().subscribe(model::typed);
        explanation.getStyleClass().add("secondary");
        explanation.setWrapText(true);
        confirm = new KeyButton(words.text("supervisor.outlook.confirm"), "Enter");
        confirm.getStyleClass().add("primary");
        confirm.setOnAction(event -> confirm());
        var cancel = new KeyButton(words.text("supervisor.outlook.close"), "Esc");
        cancel.getStyleClass().add("quiet");
        cancel.setOnAction(event -> cancel());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var buttons = new HBox(8, gap, cancel, confirm);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(title, forecast, target(), explanation, buttons);
        setVisible(false);
        model.lookProperty().subscribe(this::show);
    }

    private Node target() {
        var before = new Label(words.text("supervisor.outlook.target"));
        before.getStyleClass().add("secondary");
        before.setLabelFor(minutes);
        var after = new Label(words.text("supervisor.outlook.minutes"));
        after.getStyleClass().add("secondary");
        var row = new HBox(8, before, minutes, after);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    @Override
    public boolean isOpen() {
        return isVisible();
    }

    @Override
    public void confirm() {
        model.confirm();
    }

    @Override
    public void cancel() {
        model.close();
    }

    private void show(@Nullable Look look) {
        boolean opens = look != null && !isVisible();
        setVisible(look != null);
        if (look == null) {
            drawn = null;
            return;
        }
        if (opens) {
            title.setText(look.queue().title());
            minutes.setText(look.minutes());
            minutes.requestFocus();
            minutes.selectAll();
        }
        showForecast(look);
        explanation.setText(explained(look));
        explanation.getStyleClass().removeAll("refusal");
        if (look.refusal() != null || !(look.isPossible() || look.sending())) {
            explanation.getStyleClass().add("refusal");
        }
        confirm.setDisable(!look.isPossible());
    }

    private String explained(Look look) {
        if (look.refusal() != null) {
            return words.knows("problem", look.refusal())
                    ? words.named("problem", look.refusal())
                    : words.text("supervisor.outlook.refused");
        }
        if (!look.isPossible() && !look.sending()) {
            return words.text("supervisor.outlook.wrong");
        }
        return words.text(look.minutes().isBlank() ? "supervisor.outlook.by-severity" : "supervisor.outlook.by-target");
    }

    /// Drawn once for each reading: typing does not draw it again.
    private void showForecast(Look look) {
        Object now = look.forecast() == null ? look.unread() : look.forecast();
        if (now.equals(drawn)) {
            return;
        }
        drawn = now;
        var read = look.forecast();
        if (read == null) {
            forecast.getChildren()
                    .setAll(
                            look.unread()
                                    ? faint("supervisor.outlook.unread")
                                    : Skeleton.column(
                                            "skeleton-quality", Skeleton.bar(180, 12), Skeleton.bar(480, 72)));
        } else if (read.weeks() == 0) {
            forecast.getChildren().setAll(faint("supervisor.outlook.no-weeks"));
        } else {
            draw(read, QueueOutlook.nextDay(read, look.queue().key(), clock.get()));
        }
    }

    private void draw(Forecast read, List<Expected> hours) {
        var zone = ZoneId.systemDefault();
        var bars = new ForecastBars(words);
        bars.show(hours, zone);
        double all = hours.stream().mapToDouble(Expected::expected).sum();
        var sum = new Label(words.text("supervisor.outlook.day", ForecastBars.round(all)));
        sum.getStyleClass().add("strong");
        var summary = new Label(busiest(hours, zone));
        summary.getStyleClass().add("secondary");
        summary.setWrapText(true);
        var basis = faint("supervisor.outlook.weeks", read.weeks());
        forecast.getChildren().setAll(sum, bars, summary, basis);
        bars.setAccessibleText(sum.getText() + " " + summary.getText());
    }

    private String busiest(List<Expected> hours, ZoneId zone) {
        var top = hours.stream()
                .max(Comparator.comparingDouble(Expected::expected))
                .orElseThrow();
        String hour = HOUR.format(top.from().atZone(zone));
        return top.people() == null
                ? words.text(
                        "supervisor.outlook.busiest",
                        hour,
                        ForecastBars.round(top.expected()),
                        ForecastBars.round(top.low()),
                        ForecastBars.round(top.high()))
                : words.text(
                        "supervisor.outlook.busiest-people",
                        hour,
                        ForecastBars.round(top.expected()),
                        ForecastBars.round(top.low()),
                        ForecastBars.round(top.high()),
                        top.people());
    }

    private Label faint(String key, Object... arguments) {
        var label = new Label(words.text(key, arguments));
        label.getStyleClass().add("faint");
        label.setWrapText(true);
        return label;
    }
}
