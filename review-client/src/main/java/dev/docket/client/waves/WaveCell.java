package dev.docket.client.waves;

import dev.docket.client.common.item.AuthorText;
import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.precedents.WaveState;
import dev.docket.dto.precedents.WaveSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One wave in the list: how many, where they wait, how the first of them begins, and who asks.
final class WaveCell extends ListCell<WaveSummary> {
    private static final int SHOWN_CHARACTERS = 110;
    private static final int COLUMNS = 36;
    private static final double BESIDE = 60;

    private final ItemWords words;
    private final Supplier<Instant> now;

    WaveCell(ItemWords words, Supplier<Instant> now) {
        this.words = words;
        this.now = now;
        getStyleClass().add("wave-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable WaveSummary wave, boolean empty) {
        super.updateItem(wave, empty);
        setText(null);
        setGraphic(empty || wave == null ? null : row(wave));
        setAccessibleText(
                empty || wave == null
                        ? ""
                        : words.text("waves.row.said", wave.size(), words.queue(wave.queue()), facts(wave)));
    }

    /// Text wraps at the list's width; a list would give each row the height of an unwrapped one.
    @Override
    protected double computePrefHeight(double width) {
        return getListView() == null || !(getGraphic() instanceof Region row)
                ? super.computePrefHeight(width)
                : snappedTopInset() + row.prefHeight(getListView().getWidth() - BESIDE) + snappedBottomInset();
    }

    private VBox row(WaveSummary wave) {
        var size = new Label(words.text("waves.size", wave.size()));
        size.getStyleClass().add("wave-size");
        size.setMinWidth(Region.USE_PREF_SIZE);
        var queue = new Label(words.queue(wave.queue()));
        queue.getStyleClass().add("strong");
        queue.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(8, size, queue, gap);
        head.setAlignment(Pos.CENTER_LEFT);
        if (wave.state() != WaveState.WAITING) {
            var state = new Label(words.named("waves.state-chip", wave.state().name()));
            state.getStyleClass()
                    .addAll(
                            "chip",
                            "wave-"
                                    + wave.state()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'));
            state.setMinWidth(Region.USE_PREF_SIZE);
            head.getChildren().add(state);
        }
        var text = AuthorText.paragraph(
                beginning(words, wave.text(), SHOWN_CHARACTERS), COLUMNS, wave.text() == null ? "faint" : "wave-text");
        text.setMaxHeight(Region.USE_PREF_SIZE);
        var facts = new Label(facts(wave));
        facts.getStyleClass().add("faint");
        facts.setMinWidth(0);
        return new VBox(6, head, text, facts);
    }

    static String beginning(ItemWords words, @Nullable String text, int most) {
        if (text == null) {
            return words.text("waves.no-text");
        }
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= most ? line : line.substring(0, most) + " …";
    }

    private String facts(WaveSummary wave) {
        var facts = new ArrayList<String>();
        if (wave.oldestAt() != null) {
            facts.add(
                    wave.state() == WaveState.WAITING
                            ? words.text(
                                    "waves.oldest",
                                    words.duration(java.time.Duration.between(wave.oldestAt(), now.get())))
                            : words.ago(wave.oldestAt(), now.get()));
        }
        if (wave.by() != null) {
            facts.add(words.text("waves.by", wave.by().displayName()));
        }
        return String.join("  ·  ", facts);
    }
}
