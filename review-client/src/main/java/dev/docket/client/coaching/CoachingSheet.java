package dev.docket.client.coaching;

import dev.docket.client.coaching.CoachingViewModel.State;
import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.MarkdownText;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.item.AuthorText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.quality.CoachingCard;
import dev.docket.dto.quality.ModeratorQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A card that lays what one found beside what was settled. Arrows turn the cards; it says nothing about anybody else.
public final class CoachingSheet extends VBox {
    private static final double WIDTH = 560;
    private static final double MOST_HEIGHT = 420;
    private static final int COLUMNS = 72;

    private final CoachingViewModel model;
    private final ItemWords words;
    private final Label figures = new Label();
    private final VBox card = new VBox(12);
    private final Label place = new Label();
    private final KeyButton before;
    private final KeyButton next;
    private final KeyButton acknowledge;
    private final KeyButton close;

    public CoachingSheet(CoachingViewModel model, Messages messages, Runnable closed) {
        this.model = model;
        this.words = new ItemWords(messages);
        getStyleClass().addAll("floating", "coaching-sheet");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        var title = new Label(words.text("coaching.title"));
        title.getStyleClass().add("title");
        figures.getStyleClass().add("secondary");
        figures.setWrapText(true);
        var scroll = new ScrollPane(card);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        card.heightProperty().subscribe(height -> scroll.setPrefViewportHeight(height.doubleValue()));
        scroll.setFocusTraversable(false);
        place.getStyleClass().add("faint");
        before = button("coaching.before", "←", () -> model.step(-1));
        next = button("coaching.next", "→", () -> model.step(1));
        acknowledge = button("coaching.acknowledge", "Enter", model::acknowledge);
        close = button("coaching.close", "Esc", closed);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var buttons = new HBox(8, before, next, place, gap, acknowledge, close);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(title, figures, scroll, buttons);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        sceneProperty().addListener((property, before, now) -> {
            if (now == null) {
                model.close();
            }
        });
        model.stateProperty().subscribe(state -> show());
        model.atProperty().subscribe(at -> show());
    }

    /// The button that the focus belongs on.
    public Node focusFirst() {
        return close;
    }

    private KeyButton button(String key, String cap, Runnable deed) {
        var button = new KeyButton(words.text(key), cap);
        button.getStyleClass().add("quiet");
        button.setOnAction(event -> deed.run());
        return button;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            model.step(event.getCode() == KeyCode.LEFT ? -1 : 1);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && acknowledge.isVisible()) {
            model.acknowledge();
            event.consume();
        } else if (event.getCode() == KeyCode.F5) {
            model.open();
            event.consume();
        }
    }

    private void show() {
        var own = model.figuresProperty().get();
        figures.setText(own == null ? words.text("coaching.private") : said(own));
        var shown = model.stateProperty().get() == State.CARDS ? model.card() : null;
        int at = model.atProperty().get();
        before.setDisable(shown == null || at == 0);
        next.setDisable(shown == null || at == model.count() - 1);
        place.setText(shown == null ? "" : words.text("coaching.place", at + 1, model.count()));
        boolean waits = shown != null && shown.sent() != null && shown.sent().acknowledgedAt() == null;
        acknowledge.setVisible(waits);
        acknowledge.setManaged(waits);
        card.getChildren().setAll(shown == null ? without() : parts(shown));
    }

    private List<Node> without() {
        return List.of(
                line(words.named("coaching.state", model.stateProperty().get().name()), "secondary"));
    }

    private String said(ModeratorQuality own) {
        var accuracy = own.accuracy();
        return accuracy == null
                ? words.text("coaching.private")
                : words.text(
                        "coaching.accuracy",
                        words.percent(accuracy.value()),
                        own.judged(),
                        words.percent(accuracy.low()),
                        words.percent(accuracy.high()));
    }

    private List<Node> parts(CoachingCard shown) {
        var parts = new ArrayList<Node>();
        parts.add(line(
                words.text(
                        "coaching.item",
                        shown.source() + "  ·  " + shown.externalId(),
                        words.named("coaching.by", shown.settledBy()),
                        words.dateTime(shown.answeredAt())),
                "secondary"));
        if (shown.sent() != null) {
            parts.add(sent(shown.sent()));
        }
        parts.add(pair("coaching.found", found(shown.answer())));
        parts.add(pair("coaching.settled", found(shown.truth())));
        if (!shown.missed().isEmpty()) {
            parts.add(pair("coaching.missed", policies(shown.missed())));
        }
        if (!shown.falselyFound().isEmpty()) {
            parts.add(pair("coaching.falsely-found", policies(shown.falselyFound())));
        }
        for (var policy : shown.policies()) {
            if (policy.text() != null) {
                String name = policy.title() == null ? words.queue(policy.key()) : policy.title();
                var text = new MarkdownText();
                text.show(policy.text());
                parts.add(new VBox(4, line(name, "strong"), text));
            }
        }
        return parts;
    }

    private Node sent(CoachingCard.Sent sent) {
        var box = new VBox(
                4, line(words.text("coaching.sent", sent.by().displayName(), words.dateTime(sent.at())), "strong"));
        if (sent.note() != null) {
            box.getChildren().add(line(sent.note(), "coaching-words"));
        }
        box.getStyleClass().add("sent-note");
        return box;
    }

    private Node pair(String key, String value) {
        var name = new Label(words.text(key));
        name.getStyleClass().add("faint");
        return new VBox(2, name, line(value, "coaching-words"));
    }

    private static Label line(String text, String style) {
        return AuthorText.paragraph(text, COLUMNS, style);
    }

    private String found(CoachingCard.Answer answer) {
        String broken = answer.violations().stream()
                .map(violation -> words.queue(violation.policy()) + " (" + words.severity(violation.severity()) + ")")
                .collect(Collectors.joining(", "));
        return broken.isEmpty() ? words.outcome(answer.outcome()) : broken;
    }

    private String policies(List<String> keys) {
        return keys.stream().map(words::queue).collect(Collectors.joining(", "));
    }
}
