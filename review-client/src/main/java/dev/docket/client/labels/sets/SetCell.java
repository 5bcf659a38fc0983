package dev.docket.client.labels.sets;

import dev.docket.client.labels.part.Figures;
import dev.docket.client.labels.part.GateLine.Light;
import dev.docket.dto.labels.LabelSetState;
import dev.docket.dto.labels.LabelSetView;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A label set in the list: its name, how it stands, how large it is, whose it is.
final class SetCell extends ListCell<LabelSetView> {
    private final Figures figures;

    SetCell(Figures figures) {
        this.figures = figures;
        setPrefWidth(0); // as wide as the list, which therefore never scrolls sideways
    }

    @Override
    protected void updateItem(@Nullable LabelSetView set, boolean empty) {
        super.updateItem(set, empty);
        setText(null);
        if (empty || set == null) {
            setGraphic(null);
            return;
        }
        var name = new Label(set.name());
        name.getStyleClass().add("strong");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var state = new Label(standing(figures, set));
        state.getStyleClass().addAll("state-word", style(set));
        state.setMinWidth(USE_PREF_SIZE);
        var facts = new Label(figures.text(
                "labels.set.line", figures.count(set.rows()), figures.words().dateTime(set.createdAt())));
        facts.getStyleClass().add("faint");
        var by = new Label(set.version() + (set.by() == null ? "" : "  ·  " + set.by()));
        by.getStyleClass().add("faint");
        setGraphic(new VBox(2, new HBox(8, name, state), facts, by));
    }

    /// How it stands, in a word.
    static String standing(Figures figures, LabelSetView set) {
        if (set.state() != LabelSetState.READY || set.gates() == null) {
            return figures.words().named("labels.set.state", set.state().name());
        }
        return figures.words().named("labels.set.gates", set.gates().name());
    }

    /// As colours go.
    static String style(LabelSetView set) {
        if (set.state() == LabelSetState.READY && set.gates() != null) {
            return Light.valueOf(set.gates().name()).name().toLowerCase(Locale.ROOT);
        }
        return set.state() == LabelSetState.FAILED ? "failed" : "unknown";
    }
}
