package dev.docket.client.care;

import dev.docket.client.care.CareViewModel.Kept;
import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.LoadBar;
import dev.docket.client.common.i18n.Messages;
import dev.docket.dto.care.CareSettings;
import dev.docket.dto.care.ExposureView;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A person's own exposure: today against the cap, the last weeks, and how they want to be reminded. It says of nobody
/// else and is told to nobody else.
public final class CareSheet extends VBox {
    private static final double WIDTH = 560;
    private static final double NUMBER = 88;
    private static final int MINUTE = 60;

    private final CareViewModel model;
    private final Messages messages;
    private final Label points = new Label();
    private final LoadBar load = new LoadBar();
    private final Label facts = line("secondary");
    private final Label cap = line("secondary");
    private final Label history = new Label();
    private final ExposureBars bars;
    private final KeyButton turn;
    private final VBox figures;
    private final Label nothing = line("secondary");
    private final CheckBox reminders = new CheckBox();
    private final TextField every = number("care-every");
    private final TextField ownCap = number("care-cap");
    private final Label said = line("secondary");
    private final KeyButton close;
    private boolean byWeek;
    private @Nullable CareSettings filled;

    public CareSheet(CareViewModel model, Messages messages, Runnable closed) {
        this.model = model;
        this.messages = messages;
        bars = new ExposureBars(messages);
        getStyleClass().addAll("floating", "care-sheet");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        var title = new Label(messages.get("care.title"));
        title.getStyleClass().add("title");
        var meaning = line("secondary");
        meaning.setText(messages.get("care.meaning"));
        points.getStyleClass().add("strong");
        history.getStyleClass().add("overline");
        turn = button("care.by-week", "W", this::turn);
        close = button("care.close", "Esc", closed);
        figures = new VBox(8, points, load, facts, cap, row(history, gap(), turn), bars);
        getChildren().setAll(title, meaning, figures, nothing, settings(), buttons());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.exposureProperty().subscribe(this::show);
        model.keptProperty().subscribe(this::say);
    }

    /// The button that the focus belongs on.
    public Node focusFirst() {
        return close;
    }

    private Node settings() {
        var title = new Label(messages.get("care.settings"));
        title.getStyleClass().add("overline");
        reminders.setId("care-reminders");
        reminders.setText(messages.get("care.settings.reminders"));
        ownCap.setPromptText(messages.get("care.settings.floor"));
        var settings = new VBox(
                8,
                title,
                row(reminders, every, word("care.settings.every")),
                row(word("care.settings.cap"), ownCap, word("care.settings.points")),
                said);
        settings.getStyleClass().addAll("care-settings", "hairline-top");
        return settings;
    }

    private Node buttons() {
        var keep = button("care.keep", "Enter", this::keep);
        keep.getStyleClass().remove("quiet");
        keep.getStyleClass().add("primary");
        keep.setId("care-keep");
        return row(gap(), close, keep);
    }

    private void show(@Nullable ExposureView view) {
        visible(figures, view != null);
        nothing.setText(messages.get("care.unread"));
        visible(nothing, view == null);
        if (view == null) {
            return;
        }
        var today = view.today();
        points.setText(messages.get("care.points", round(today.points()), round(view.dailyCap())));
        long whole = Math.round(today.points());
        load.show(Math.min(whole, view.dailyCap()), 0, view.capReached() ? whole : 0, view.dailyCap());
        facts.setText(
                messages.get("care.facts", today.items(), today.seconds() / MINUTE, today.harshSeconds() / MINUTE));
        cap.setText(capSaid(view));
        showBars(view);
        fill(view.settings());
    }

    private String capSaid(ExposureView view) {
        if (view.capReached()) {
            return messages.get("care.cap-reached");
        }
        if (view.restUntil() != null) {
            var until = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                    .withLocale(messages.locale())
                    .withZone(ZoneId.systemDefault())
                    .format(view.restUntil());
            return messages.get("care.rests", until);
        }
        return messages.get("care.cap", round(view.dailyCap()));
    }

    private void showBars(ExposureView view) {
        var today = view.today().day();
        bars.show(byWeek ? Exposed.byWeek(view.days(), today) : Exposed.byDay(view.days(), today), view.dailyCap());
        history.setText(messages.get(byWeek ? "care.weeks" : "care.days").toUpperCase(messages.locale()));
        turn.setText(messages.get(byWeek ? "care.by-day" : "care.by-week"));
    }

    /// What is typed is not overwritten by figures that come meanwhile.
    private void fill(CareSettings settings) {
        if (settings.equals(filled)) {
            return;
        }
        filled = settings;
        reminders.setSelected(settings.reminders());
        every.setText(Integer.toString(settings.breakEveryMinutes()));
        ownCap.setText(settings.dailyCap() == null ? "" : settings.dailyCap().toString());
    }

    private void turn() {
        byWeek = !byWeek;
        var view = model.exposureProperty().get();
        if (view != null) {
            showBars(view);
        }
    }

    private void keep() {
        Integer minutes = typed(every);
        boolean isCapNumber = ownCap.getText().isBlank() || typed(ownCap) != null;
        if (minutes == null || !isCapNumber) {
            say(Kept.REFUSED);
            return;
        }
        model.keep(new CareSettings(reminders.isSelected(), minutes, typed(ownCap)));
    }

    private static @Nullable Integer typed(TextField field) {
        String text = field.getText().strip();
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    private void say(Kept kept) {
        said.setText(
                kept == Kept.NOTHING
                        ? messages.get("care.settings.meaning")
                        : messages.get("care.kept." + kept.name().toLowerCase(Locale.ROOT)));
    }

    private void pressed(KeyEvent event) {
        boolean isTyping = event.getTarget() instanceof TextInputControl;
        if (event.getCode() == KeyCode.ENTER && (isTyping || !(event.getTarget() instanceof KeyButton))) {
            keep();
            event.consume();
        } else if (event.getCode() == KeyCode.W && !isTyping) {
            turn();
            event.consume();
        } else if (event.getCode() == KeyCode.F5) {
            model.look();
            event.consume();
        }
    }

    private String round(double number) {
        return NumberFormat.getIntegerInstance(messages.locale()).format(Math.round(number));
    }

    private Label word(String key) {
        var word = new Label(messages.get(key));
        word.setMinWidth(USE_PREF_SIZE);
        return word;
    }

    private KeyButton button(String key, String cap, Runnable deed) {
        var button = new KeyButton(messages.get(key), cap);
        button.getStyleClass().add("quiet");
        button.setOnAction(event -> deed.run());
        return button;
    }

    private static TextField number(String id) {
        var field = new TextField();
        field.setId(id);
        field.setPrefWidth(NUMBER);
        field.setMaxWidth(NUMBER);
        return field;
    }

    private static Label line(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static HBox row(Node... parts) {
        var row = new HBox(8, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
