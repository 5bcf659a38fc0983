package dev.docket.client.supervisor;

import dev.docket.client.common.control.KeyCap;
import dev.docket.client.common.control.SeverityDots;
import dev.docket.client.common.item.AuthorText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.item.MarkedText;
import dev.docket.client.common.item.Span;
import dev.docket.client.common.media.Stretch;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.item.Media;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.EffectiveDecision;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Two decisions on one item as two columns with the same rows, so that the eye goes across and finds where they
/// part. Nobody's name is on them.
final class SideColumns extends GridPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass DIFFERENT = PseudoClass.getPseudoClass("different");
    private static final double NAMES = 88;
    private static final int COLUMNS = 30;
    private static final int LONGEST_QUOTE = 90;

    private final ItemWords words;
    private final Shortcuts shortcuts;
    private final Consumer<Side> choose;
    private final Button left = backdrop(Side.LEFT);
    private final Button right = backdrop(Side.RIGHT);

    SideColumns(ItemWords words, Shortcuts shortcuts, Consumer<Side> choose) {
        this.words = words;
        this.shortcuts = shortcuts;
        this.choose = choose;
        getStyleClass().add("sides");
        var names = new ColumnConstraints(NAMES);
        names.setHalignment(HPos.LEFT);
        var side = new ColumnConstraints();
        side.setHgrow(Priority.ALWAYS);
        side.setPercentWidth(-1);
        side.setPrefWidth(200);
        side.setMinWidth(120);
        var other = new ColumnConstraints();
        other.setHgrow(Priority.ALWAYS);
        other.setPrefWidth(200);
        other.setMinWidth(120);
        getColumnConstraints().setAll(names, side, other);
    }

    private Button backdrop(Side side) {
        var button = new Button();
        button.getStyleClass().setAll("side-card");
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setMinSize(0, 0);
        button.setPrefSize(0, 0);
        button.setOnAction(event -> choose.accept(side));
        button.setId(side == Side.LEFT ? "side-left" : "side-right");
        return button;
    }

    /// @param media of the item
    void show(List<EffectiveDecision> sides, String text, @Nullable List<Media> media) {
        getChildren().clear();
        if (sides.size() < 2) {
            return;
        }
        var one = sides.getFirst();
        var other = sides.getLast();
        int rows = 6;
        add(left, 1, 0, 1, rows);
        add(right, 2, 0, 1, rows);
        left.setAccessibleText(said(one, "supervisor.side.left"));
        right.setAccessibleText(said(other, "supervisor.side.right"));
        add(head("supervisor.side.left", Shortcut.LEFT_SIDE, "side-sample-one"), 1, 0);
        add(head("supervisor.side.right", Shortcut.RIGHT_SIDE, "side-sample-other"), 2, 0);
        row(1, "supervisor.side.outcome", words.outcome(one.outcome()), words.outcome(other.outcome()));
        nodes(2, "supervisor.side.policies", policies(one), policies(other), !same(one, other));
        row(3, "supervisor.side.actions", actions(one), actions(other));
        row(4, "supervisor.side.places", places(one, text, media), places(other, text, media));
        row(5, "supervisor.side.note", note(one), note(other));
    }

    void chosen(Side side) {
        left.pseudoClassStateChanged(CHOSEN, side == Side.LEFT);
        right.pseudoClassStateChanged(CHOSEN, side == Side.RIGHT);
    }

    private Node head(String key, Shortcut shortcut, String sample) {
        var mark = new Region();
        mark.getStyleClass().addAll("side-sample", sample);
        var name = new Label(words.text(key));
        name.getStyleClass().add("strong");
        var head = new HBox(8, new KeyCap(shortcuts.display(shortcut)), name, mark);
        head.setAlignment(Pos.CENTER_LEFT);
        return cell(head);
    }

    private void row(int row, String key, String one, String other) {
        nodes(row, key, paragraph(one), paragraph(other), !one.equals(other));
    }

    private void nodes(int row, String key, Node one, Node other, boolean different) {
        var name = new Label(words.text(key));
        name.getStyleClass().add("side-name");
        name.pseudoClassStateChanged(DIFFERENT, different);
        name.setGraphic(null);
        if (different) {
            name.setText(words.text("supervisor.side.different", words.text(key)));
        }
        GridPane.setValignment(name, VPos.TOP);
        add(name, 0, row);
        add(cell(one), 1, row);
        add(cell(other), 2, row);
    }

    private static Node cell(Node inside) {
        inside.getStyleClass().add("side-cell");
        inside.setMouseTransparent(true);
        GridPane.setValignment(inside, VPos.TOP);
        return inside;
    }

    private static Label paragraph(String text) {
        return AuthorText.paragraph(text, COLUMNS, "side-words");
    }

    private Node policies(EffectiveDecision decision) {
        var rows = new VBox(2);
        for (var violation : decision.violations()) {
            var dots = new SeverityDots(3);
            dots.show(violation.severity());
            var name = new Label(words.queue(violation.policy()) + ", " + words.severity(violation.severity()));
            name.getStyleClass().add("side-words");
            name.setWrapText(true);
            var line = new HBox(6, dots, name);
            line.setAlignment(Pos.CENTER_LEFT);
            rows.getChildren().add(line);
        }
        if (rows.getChildren().isEmpty()) {
            rows.getChildren().add(paragraph(words.text("supervisor.side.none")));
        }
        return rows;
    }

    private static boolean same(EffectiveDecision one, EffectiveDecision other) {
        return found(one).equals(found(other));
    }

    private static List<String> found(EffectiveDecision decision) {
        return decision.violations().stream()
                .map(violation -> violation.policy() + violation.severity())
                .sorted()
                .toList();
    }

    private String actions(EffectiveDecision decision) {
        String all = decision.actions().stream()
                .map(Action::type)
                .filter(type -> type != ActionType.NONE)
                .map(words::action)
                .collect(Collectors.joining(" + "));
        return all.isEmpty() ? words.action(ActionType.NONE) : all;
    }

    private String places(EffectiveDecision decision, String text, @Nullable List<Media> media) {
        var marked = MarkedText.of(text);
        var inText = spans(decision, text.length()).stream().map(span -> "“" + shortened(marked.visible(span)) + "”");
        var inImages = dev.docket.client.common.media.Region.of(decision.violations()).stream()
                .collect(Collectors.groupingBy(
                        dev.docket.client.common.media.Region::index, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(image -> words.text("supervisor.side.in-image", image.getValue(), image.getKey() + 1));
        var inVideos = Stretch.of(decision.violations(), media).stream()
                .map(stretch -> words.text("supervisor.side.in-video", stretch.said(), stretch.index() + 1));
        String quotes = Stream.of(inText, inImages, inVideos)
                .flatMap(Function.identity())
                .collect(Collectors.joining(", "));
        return quotes.isEmpty() ? words.text("supervisor.side.none") : quotes;
    }

    private static String shortened(String quote) {
        return quote.length() <= LONGEST_QUOTE ? quote : quote.substring(0, LONGEST_QUOTE) + "…";
    }

    private String note(EffectiveDecision decision) {
        return decision.note() == null || decision.note().isBlank()
                ? words.text("supervisor.side.none")
                : decision.note();
    }

    private String said(EffectiveDecision decision, String key) {
        String found = decision.violations().stream()
                .map(violation -> words.queue(violation.policy()) + " " + words.severity(violation.severity()))
                .collect(Collectors.joining(", "));
        return words.text(key) + ", " + words.outcome(decision.outcome()) + (found.isEmpty() ? "" : ", " + found);
    }

    /// The marked places of a decision that lie within the text.
    static List<Span> spans(EffectiveDecision decision, int length) {
        return Span.of(decision.violations(), length);
    }
}
