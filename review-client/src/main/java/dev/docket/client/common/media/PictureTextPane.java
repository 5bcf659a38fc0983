package dev.docket.client.common.media;

import dev.docket.client.common.item.Cover;
import dev.docket.client.common.item.Emphasis;
import dev.docket.client.common.item.ItemText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.item.Span;
import dev.docket.dto.review.Evidence.PartScore;
import dev.docket.dto.review.Evidence.PictureText;
import java.util.Comparator;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.effect.GaussianBlur;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The text that a machine read in an image, as any other text: to be selected and copied, its
/// weighty words tinted, what a filter matched underlined. One that is nearly surely severe
/// stays covered as long as its image does.
final class PictureTextPane extends VBox {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final double BLUR = 14;
    private static final int MOST_SCORES = 3;

    private final ItemWords words;
    private final FlowPane head = new FlowPane(8, 4);
    private final Label title = new Label();
    private final ItemText text;
    private final Label note = new Label();
    private @Nullable PictureText shown;
    private @Nullable String label;

    PictureTextPane(ItemWords words) {
        this.words = words;
        this.text = new ItemText(words);
        getStyleClass().add("picture-text");
        title.getStyleClass().add("overline");
        title.setText(words.heading("media.text"));
        head.setAlignment(Pos.CENTER_LEFT);
        note.getStyleClass().add("faint");
        note.setWrapText(true);
        text.managedProperty().bind(text.visibleProperty());
        getChildren().addAll(head, text, note);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// @param read null where there is none
    /// @param matches places that a filter matched
    void show(@Nullable PictureText read, List<Span> matches) {
        setVisible(read != null);
        if (read == null) {
            shown = null;
            return;
        }
        boolean same = read.equals(shown);
        shown = read;
        if (!same) {
            text.show(read.text());
            text.setVisible(!read.text().isEmpty());
            text.setAccessibleText(words.text("media.text") + ": " + read.text());
        }
        text.match(matches);
        head.getChildren().setAll(title);
        read.scores().stream()
                .sorted(Comparator.comparing((PartScore score) -> !score.flagged())
                        .thenComparing(score -> -score.score()))
                .limit(MOST_SCORES)
                .forEach(score -> head.getChildren().add(chip(score)));
        String fault = read.fault();
        note.setText(fault == null ? words.text("media.text-read") : words.text("media.text-fault", fault));
        emphasise(label);
    }

    private Label chip(PartScore score) {
        String value = words.label(score.label()) + " " + words.score(score.score());
        var chip = new Label(score.flagged() ? value + "  " + words.text("item.score.flagged") : value);
        chip.getStyleClass().addAll("chip", "media-score");
        chip.pseudoClassStateChanged(OVER, score.flagged());
        return chip;
    }

    /// Tints the words that speak for a label, with null none.
    void emphasise(@Nullable String chosen) {
        label = chosen;
        var read = shown;
        var explanation =
                read == null || chosen == null ? null : read.explanation().get(chosen);
        text.emphasise(read == null || explanation == null ? Emphasis.NONE : Emphasis.of(read.text(), explanation));
    }

    /// Covers it with its image, or no longer.
    void cover(boolean withImage) {
        var read = shown;
        boolean covered = withImage
                && read != null
                && read.scores().stream().anyMatch(score -> Cover.isSevere(score.label(), score.score()));
        text.setEffect(covered ? new GaussianBlur(BLUR) : null);
        text.setMouseTransparent(covered);
        text.setFocusTraversable(!covered);
    }
}
