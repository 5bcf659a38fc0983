package dev.docket.client.labels.models;

import dev.docket.client.labels.part.Figures;
import dev.docket.dto.models.ModelState;
import dev.docket.dto.models.ModelView;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A model version in the list: its name, where it is in its life, when it came.
final class ModelCell extends ListCell<ModelView> {
    private final Figures figures;

    ModelCell(Figures figures) {
        this.figures = figures;
        setPrefWidth(0); // as wide as the list, which therefore never scrolls sideways
    }

    @Override
    protected void updateItem(@Nullable ModelView model, boolean empty) {
        super.updateItem(model, empty);
        setText(null);
        if (empty || model == null) {
            setGraphic(null);
            return;
        }
        var name = new Label(model.name());
        name.getStyleClass().add("strong");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var state = new Label(state(figures, model));
        state.getStyleClass().addAll("state-word", model.state().name().toLowerCase(Locale.ROOT));
        state.setMinWidth(USE_PREF_SIZE);
        if (model.state() == ModelState.CHAMPION) {
            state.setGraphic(new FontIcon("mdi2c-crown-outline"));
        }
        var version = new Label(model.version());
        version.getStyleClass().add("faint");
        String by = model.by() == null ? "" : "  ·  " + model.by().displayName();
        var since = new Label(figures.words().dateTime(model.createdAt()) + by);
        since.getStyleClass().add("faint");
        setGraphic(new VBox(2, new HBox(8, name, state), version, since));
    }

    /// Where it is in its life, with its share while it is the canary.
    static String state(Figures figures, ModelView model) {
        String state = figures.words().named("labels.model.state", model.state().name());
        return model.canaryShare() == null ? state : state + " " + figures.percent(model.canaryShare());
    }
}
