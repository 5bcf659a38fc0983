package dev.docket.client.policies;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.item.ItemText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.policies.Examples.Open;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One item whose route would be another, as it was submitted.
final class ExampleCard extends VBox {
    private static final double HEIGHT = 260;

    private final ItemWords words;
    private final Label head = new Label();
    private final Label facts = new Label();
    private final ItemText text;
    private final Label why = new Label();
    private final KeyButton before;
    private final KeyButton after;

    ExampleCard(Examples model, ItemWords words) {
        this.words = words;
        text = new ItemText(words);
        getStyleClass().addAll("ask-card", "floating");
        setSpacing(12);
        setMaxSize(620, USE_PREF_SIZE);
        head.getStyleClass().add("title");
        head.setWrapText(true);
        facts.getStyleClass().add("faint");
        facts.setWrapText(true);
        why.getStyleClass().add("secondary");
        why.setWrapText(true);
        why.managedProperty().bind(why.visibleProperty());
        before = new KeyButton(words.text("policies.example.before"), "←");
        before.setOnAction(event -> model.step(-1));
        after = new KeyButton(words.text("policies.example.after"), "→");
        after.setOnAction(event -> model.step(1));
        var close = new KeyButton(words.text("policies.example.close"), "Esc");
        close.getStyleClass().add("quiet");
        close.setOnAction(event -> model.close());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var scroll = new ScrollPane(text);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(HEIGHT);
        scroll.getStyleClass().add("example-scroll");
        getChildren().setAll(head, facts, why, scroll, new HBox(8, before, after, gap, close));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
                model.step(event.getCode() == KeyCode.LEFT ? -1 : 1);
                event.consume();
            }
        });
    }

    Node first() {
        return text;
    }

    void show(Open open) {
        head.setText(words.text(
                "policies.example.moved",
                words.named("policies.route", open.example().from().name()),
                words.named("policies.route", open.example().to().name())));
        before.setDisable(open.at() == 0);
        after.setDisable(open.at() + 1 == open.of());
        String place = words.text("policies.example.place", open.at() + 1, open.of());
        var item = open.item();
        why.setVisible(item == null || item.content() == null);
        if (item == null) {
            facts.setText(place);
            text.show("");
            why.setText(words.text("policies.example." + open.state().name().toLowerCase(Locale.ROOT)));
            return;
        }
        facts.setText(place + "  ·  " + item.source() + "  ·  " + item.externalId() + "  ·  "
                + words.dateTime(item.submittedAt()));
        var content = item.content();
        why.setText(words.text("policies.example.erased"));
        text.show(content == null || content.text() == null ? "" : content.text());
    }
}
