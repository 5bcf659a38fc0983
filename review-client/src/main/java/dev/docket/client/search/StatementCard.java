package dev.docket.client.search;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.item.NoticeText;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.search.Statement.Open;
import dev.docket.client.search.Statement.State;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A statement of reasons over the results, as its reader sees it.
final class StatementCard extends VBox {
    private static final double HEIGHT = 420;

    private final ItemWords words;
    private final Label head = new Label();
    private final Label about = new Label();
    private final NoticeText text = new NoticeText();
    private final Label database = new Label();
    private final TextField ids = new TextField();
    private final KeyButton reader;
    private final KeyButton before;
    private final KeyButton after;

    StatementCard(Statement model, ItemWords words, Shortcuts shortcuts) {
        this.words = words;
        getStyleClass().addAll("notice-card", "statement-card", "floating");
        setMaxHeight(Region.USE_PREF_SIZE);
        head.getStyleClass().add("overline");
        about.getStyleClass().add("secondary");
        about.setWrapText(true);
        database.getStyleClass().add("secondary");
        database.setWrapText(true);
        database.managedProperty().bind(database.visibleProperty());
        ids.setEditable(false);
        ids.getStyleClass().add("mono");
        ids.setAccessibleText(words.text("search.statement.ids"));
        reader = new KeyButton("", shortcuts.display(Shortcut.READER));
        reader.setOnAction(event -> model.otherReader());
        before = new KeyButton(words.text("search.statement.before"), shortcuts.display(Shortcut.PREVIOUS_DECISION));
        before.setOnAction(event -> model.step(-1));
        after = new KeyButton(words.text("search.statement.after"), shortcuts.display(Shortcut.NEXT_DECISION));
        after.setOnAction(event -> model.step(1));
        var close = new KeyButton(words.text("search.statement.close"), shortcuts.display(Shortcut.HIDE));
        close.getStyleClass().add("quiet");
        close.setOnAction(event -> model.close());
        for (var button : List.of(reader, before, after, close)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var scroll = new ScrollPane(text);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("statement-scroll");
        scroll.prefViewportHeightProperty()
                .bind(Bindings.min(HEIGHT, text.heightProperty().add(2)));
        getChildren().setAll(head, about, scroll, database, ids, new HBox(8, reader, before, after, gap, close));
        setVisible(false);
        model.openProperty().subscribe(this::show);
    }

    private void show(@Nullable Open open) {
        setVisible(open != null);
        if (open == null) {
            return;
        }
        String who = open.forReporters() ? "reporters" : "author";
        head.setText(words.heading("search.statement." + who));
        about.setText(words.text(
                "search.statement.about",
                ResultCell.summary(words, open.finding()),
                open.at() + 1,
                open.of(),
                open.state() == State.READY ? words.language(open.language()) : "–"));
        String other = words.text("search.statement.for-" + (open.forReporters() ? "author" : "reporters"));
        reader.setText(other);
        reader.describe(other);
        before.setDisable(open.at() == 0);
        after.setDisable(open.at() + 1 == open.of());
        if (open.text() == null) {
            text.say(words.text("search.statement." + open.state().name().toLowerCase(Locale.ROOT)));
        } else {
            text.show(open.text().title(), open.text().sections());
        }
        showDatabase(open);
        ids.setText(words.text(
                "search.statement.id", open.hit().itemId(), open.finding().decisionId()));
    }

    /// Whether the EU's database would take it.
    private void showDatabase(Open open) {
        var statement = open.statement();
        boolean faulty = statement != null && !statement.faults().isEmpty();
        database.setVisible(faulty);
        if (statement != null && faulty) {
            var first = statement.faults().getFirst();
            database.setText(
                    words.text("search.statement.faulty", statement.faults().size(), first.pointer(), first.detail()));
        }
    }
}
