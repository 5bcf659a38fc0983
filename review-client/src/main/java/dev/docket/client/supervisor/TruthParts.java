package dev.docket.client.supervisor;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.Whisker;
import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.quality.Estimate;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Pieces that the cards on settled truth are put together from.
final class TruthParts {
    static final double WANTED = 0.9;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double WHISKER = 130;

    private final ItemWords words;

    TruthParts(ItemWords words) {
        this.words = words;
    }

    Label line(String text, String style) {
        var line = new Label(text);
        line.getStyleClass().add(style);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }

    Label title(String key) {
        return line(words.text(key), "title");
    }

    Label overline(String key) {
        return line(words.heading(key), "overline");
    }

    KeyButton button(String key, String cap, Runnable deed) {
        var button = new KeyButton(words.text(key), cap);
        button.getStyleClass().add("quiet");
        button.setOnAction(event -> deed.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    static HBox row(Node... parts) {
        var row = new HBox(8, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    static ScrollPane scroll(Node content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("agreement-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    /// A row of a list that keys go through.
    static <T extends Region> T chosen(T row, boolean isChosen) {
        row.getStyleClass().add("truth-row");
        row.pseudoClassStateChanged(CHOSEN, isChosen);
        return row;
    }

    /// A share with its interval drawn, or that there is too little to say.
    Node share(String name, @Nullable Estimate estimate, int right, int judged) {
        var label = new Label(name);
        label.getStyleClass().add("figure-name");
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(0);
        if (estimate == null) {
            return row(label, line(words.text("supervisor.quality.too-few"), "faint"));
        }
        var whisker = new Whisker();
        whisker.setMinWidth(WHISKER);
        whisker.setPrefWidth(WHISKER);
        whisker.show(estimate.value(), estimate.low(), estimate.high(), WANTED, estimate.high() < WANTED);
        var value = new Label(words.percent(estimate.value()));
        value.getStyleClass().add("figure-value");
        value.setMinWidth(40);
        value.setAlignment(Pos.CENTER_RIGHT);
        var of = new Label(words.text("supervisor.truth.of", right, judged));
        of.getStyleClass().add("faint");
        of.setMinWidth(64);
        var row = row(label, whisker, value, of);
        row.setAccessibleText(words.text(
                "supervisor.truth.share.said",
                name,
                words.percent(estimate.value()),
                words.percent(estimate.low()),
                words.percent(estimate.high()),
                judged));
        return row;
    }

    String found(Outcome outcome, List<Violation> violations) {
        String broken = violations.stream()
                .map(violation -> words.queue(violation.policy()) + " (" + words.severity(violation.severity()) + ")")
                .collect(Collectors.joining(", "));
        return broken.isEmpty() ? words.outcome(outcome) : broken;
    }

    String policies(List<String> keys) {
        return keys.stream().map(words::queue).collect(Collectors.joining(", "));
    }
}
