package dev.docket.client.search;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.item.Emphasis;
import dev.docket.client.common.item.ItemText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.item.MarkedText;
import dev.docket.client.common.item.Span;
import dev.docket.client.common.media.MediaPane;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.queue.Whereabouts;
import dev.docket.dto.queue.Whereabouts.Place;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.ExplanationView;
import dev.docket.dto.search.PastFinding;
import dev.docket.dto.search.SearchHit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The item that is looked at: its text as it is, and everything that was decided of it.
final class ItemDetails extends VBox {
    private final ItemWords words;
    private final Supplier<Instant> now;
    private final Label title = new Label();
    private final Label facts = new Label();
    private final MediaPane media;
    private final ItemText text;
    private final VBox history = new VBox();
    private final KeyButton likeThis;
    private final KeyButton reverse;
    private final KeyButton statement;
    private final KeyButton reassign;
    private final KeyButton golden;
    private final KeyButton explain;
    private final VBox places = new VBox(2);

    /// What can be done with the item.
    record Deeds(
            Runnable likeThis,
            Runnable readStatement,
            Runnable reverse,
            Runnable reassign,
            Runnable makeGolden,
            Runnable explain) {}

    ItemDetails(ItemWords words, Shortcuts shortcuts, MediaPane media, Deeds deeds, Supplier<Instant> now) {
        this.words = words;
        this.media = media;
        this.now = now;
        text = new ItemText(words);
        likeThis = new KeyButton(words.text("search.like-this"), shortcuts.display(Shortcut.LIKE_THIS));
        statement = new KeyButton(words.text("search.statement"), shortcuts.display(Shortcut.STATEMENT));
        statement.setOnAction(event -> deeds.readStatement().run());
        statement.managedProperty().bind(statement.visibleProperty());
        likeThis.setOnAction(event -> deeds.likeThis().run());
        reverse = new KeyButton(words.text("search.reverse"), shortcuts.display(Shortcut.REVERSE));
        reverse.setOnAction(event -> deeds.reverse().run());
        reassign = new KeyButton(words.text("search.reassign"), shortcuts.display(Shortcut.REASSIGN));
        reassign.setOnAction(event -> deeds.reassign().run());
        reassign.managedProperty().bind(reassign.visibleProperty());
        golden = new KeyButton(words.text("search.golden"), shortcuts.display(Shortcut.GOLDEN));
        golden.setOnAction(event -> deeds.makeGolden().run());
        golden.managedProperty().bind(golden.visibleProperty());
        explain = new KeyButton(words.text("item.explain"), shortcuts.display(Shortcut.EXPLAIN));
        explain.setOnAction(event -> deeds.explain().run());
        explain.managedProperty().bind(explain.visibleProperty());
        reassign.setVisible(false);
        golden.setVisible(false);
        explain.setVisible(false);
        reverse.managedProperty().bind(reverse.visibleProperty());
        places.managedProperty().bind(places.visibleProperty());
        places.setVisible(false);
        getStyleClass().add("item-details");
        title.getStyleClass().add("title");
        facts.getStyleClass().add("faint");
        facts.setWrapText(true);
        history.getStyleClass().add("history");
        var heading = new Label(words.heading("search.history"));
        heading.getStyleClass().add("overline");
        getChildren()
                .addAll(
                        new VBox(4, title, facts),
                        text,
                        media,
                        new FlowPane(8, 8, likeThis, statement, reverse, reassign, golden, explain),
                        places,
                        heading,
                        history);
        setVisible(false);
    }

    void show(@Nullable SearchHit hit) {
        setVisible(hit != null);
        if (hit == null) {
            return;
        }
        title.setText(hit.externalId());
        facts.setText(hit.source()
                + (hit.author() == null ? "" : "  ·  " + hit.author())
                + (hit.language() == null ? "" : "  ·  " + words.language(hit.language()))
                + "  ·  " + words.dateTime(hit.submittedAt()));
        text.show(hit.text() == null ? "" : hit.text());
        showHistory(hit);
    }

    /// The rest of a long text, once it was read.
    void showAll(@Nullable ItemView item) {
        if (item != null && item.content() != null && item.content().text() != null) {
            text.show(item.content().text());
        }
    }

    /// Marks what words pull, and strikes those through without which it would take another way; with null neither.
    void explain(@Nullable ExplanationView known, List<Span> flip) {
        text.emphasise(known == null ? Emphasis.NONE : Emphasis.of(known.words()));
        text.strike(flip);
    }

    MarkedText text() {
        return text.text();
    }

    /// Whether what its words do can be asked from here.
    void showExplicable(boolean explicable) {
        explain.setVisible(explicable);
    }

    /// Whether anything was told that can be read.
    void showStatement(boolean there) {
        statement.setVisible(there);
    }

    /// Whether the decision in effect can be taken back from here.
    void showReversible(boolean reversible) {
        reverse.setVisible(reversible);
    }

    /// Whether its task can be sent elsewhere from here.
    void showMovable(boolean movable) {
        reassign.setVisible(movable);
    }

    /// Whether it can be made golden from here.
    void showSettleable(boolean settleable) {
        golden.setVisible(settleable);
    }

    /// Where it waits, or before whom it is.
    void showPlaces(@Nullable Whereabouts whereabouts) {
        places.setVisible(whereabouts != null);
        if (whereabouts == null) {
            return;
        }
        var heading = new Label(words.heading("search.places"));
        heading.getStyleClass().add("overline");
        places.getChildren().setAll(heading);
        if (whereabouts.tasks().isEmpty()) {
            places.getChildren().add(line(words.text("search.place.nowhere"), "faint"));
        }
        whereabouts.tasks().forEach(place -> places.getChildren().add(line(said(place), "result-decision")));
    }

    String said(Place place) {
        String queue = words.queue(place.queue());
        var left = Duration.between(now.get(), place.dueAt());
        String due = words.text(left.isNegative() ? "item.header.late" : "item.header.due", words.duration(left));
        if (place.holder() != null) {
            return words.text("search.place.held", queue, place.holder(), due);
        }
        return place.keptFor() == null
                ? words.text("search.place.waits", queue, due)
                : words.text("search.place.kept", queue, place.keptFor(), due);
    }

    private static Label line(String said, String style) {
        var line = new Label(said);
        line.getStyleClass().add(style);
        line.setWrapText(true);
        return line;
    }

    void focusText() {
        text.requestFocus();
    }

    private void showHistory(SearchHit hit) {
        history.getChildren().clear();
        if (hit.decisionsHidden() || hit.decisions().isEmpty()) {
            var none = new Label(ResultCell.decided(words, hit));
            none.getStyleClass().add("faint");
            none.setWrapText(true);
            history.getChildren().add(none);
        }
        hit.decisions().reversed().forEach(finding -> history.getChildren().add(entry(finding)));
    }

    private Node entry(PastFinding finding) {
        var icon = new FontIcon(ResultCell.icon(finding));
        icon.getStyleClass().add("outcome-icon");
        var said = new Label(ResultCell.summary(words, finding));
        said.getStyleClass().add("result-decision");
        said.setWrapText(true);
        String standing = finding.state() == DecisionState.EFFECTIVE ? "effective" : "superseded";
        var when = new Label(words.text(
                "search.history.line",
                words.text("search.kind." + finding.kind().name().toLowerCase(Locale.ROOT)),
                words.ago(finding.decidedAt(), now.get()),
                words.text("search.standing." + standing)));
        when.getStyleClass().add("faint");
        var column = new VBox(2, said, when);
        var row = new HBox(8, icon, column);
        row.setAlignment(Pos.TOP_LEFT);
        row.setMinHeight(Region.USE_PREF_SIZE);
        row.getStyleClass().addAll("history-entry", ResultCell.style(finding.outcome()), standing);
        return row;
    }
}
