package dev.docket.client.review;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.KeyCap;
import dev.docket.client.common.finding.PolicyGrid;
import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.queue.QueueView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A small floating list for passing an item on: one digit, and it is gone.
final class PassOnPanel extends VBox {
    private final ItemWords words;
    private final TextField comment = new TextField();
    private List<Runnable> choices = List.of();
    private @Nullable TextField person;

    PassOnPanel(ItemWords words) {
        this.words = words;
        getStyleClass().addAll("pass-on", "floating");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        comment.setAccessibleText(words.text("review.pass-on.comment"));
        comment.setPromptText(words.text("review.pass-on.comment"));
        setVisible(false);
    }

    void askSkip(BiConsumer<SkipReason, @Nullable String> skip) {
        var rows = new ArrayList<Node>();
        var deeds = new ArrayList<Runnable>();
        for (var reason : SkipReason.values()) {
            Runnable deed = () -> skip.accept(reason, said());
            deeds.add(deed);
            rows.add(row(words.named("review.skip", reason.name()), deeds.size(), deed));
        }
        person = null;
        open("review.skip.title", "review.skip.hint", rows, deeds);
    }

    void askEscalate(
            List<QueueView> queues,
            BiConsumer<String, @Nullable String> toQueue,
            BiConsumer<String, @Nullable String> toPerson) {
        var rows = new ArrayList<Node>();
        var deeds = new ArrayList<Runnable>();
        for (var queue : queues.stream().limit(PolicyGrid.DIGITS.size()).toList()) {
            Runnable deed = () -> toQueue.accept(queue.key(), said());
            deeds.add(deed);
            rows.add(row(words.text("review.escalate.queue", queue.title()), deeds.size(), deed));
        }
        var name = new TextField();
        name.setPromptText(words.text("review.escalate.person"));
        name.setAccessibleText(words.text("review.escalate.person"));
        name.setId("escalate-person");
        HBox.setHgrow(name, Priority.ALWAYS);
        Runnable send = () -> {
            if (!name.getText().isBlank()) {
                toPerson.accept(name.getText().strip(), said());
            }
        };
        name.setOnAction(event -> send.run());
        var hand = new KeyButton(words.text("review.escalate.hand-over"), "Enter");
        hand.setOnAction(event -> send.run());
        var line = new HBox(8, name, hand);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("person-row");
        rows.add(line);
        person = name;
        open("review.escalate.title", "review.escalate.hint", rows, deeds);
    }

    private @Nullable String said() {
        String text = comment.getText().strip();
        return text.isEmpty() ? null : text;
    }

    private void open(String title, String hint, List<Node> rows, List<Runnable> deeds) {
        choices = deeds;
        comment.clear();
        var head = new Label(words.text(title));
        head.getStyleClass().add("strong");
        var close = new Label(words.text(hint));
        close.getStyleClass().add("faint");
        close.setWrapText(true);
        var list = new VBox(2);
        list.getChildren().addAll(rows);
        var note = new HBox(8, new KeyCap("N"), comment);
        HBox.setHgrow(comment, Priority.ALWAYS);
        note.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, list, note, close);
        setVisible(true);
        (deeds.isEmpty() && person != null ? person : list.getChildren().getFirst()).requestFocus();
    }

    private static Button row(String text, int digit, Runnable deed) {
        var row = new Button(text);
        row.setGraphic(new KeyCap(Integer.toString(digit)));
        row.getStyleClass().setAll("pass-on-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setMnemonicParsing(false);
        row.setAccessibleText(text + ", " + digit);
        row.setOnAction(event -> deed.run());
        return row;
    }

    void close() {
        setVisible(false);
        choices = List.of();
        person = null;
        getChildren().clear();
    }

    boolean isOpen() {
        return isVisible();
    }

    void choose(int digit) {
        if (digit >= 1 && digit <= choices.size()) {
            choices.get(digit - 1).run();
        }
    }

    void focusComment() {
        comment.requestFocus();
    }
}
