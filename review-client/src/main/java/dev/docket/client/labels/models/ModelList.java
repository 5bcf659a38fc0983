package dev.docket.client.labels.models;

import dev.docket.client.labels.part.Figures;
import dev.docket.dto.models.ModelView;
import java.util.List;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/// The model versions there are, to choose one from.
public final class ModelList extends ListView<ModelView> {
    private boolean showing;

    public ModelList(Registry registry, Figures figures) {
        getStyleClass().addAll("labels-list", "rows");
        setCellFactory(view -> new ModelCell(figures));
        setAccessibleText(figures.text("labels.models"));
        getSelectionModel().selectedItemProperty().subscribe(model -> {
            if (!showing && model != null) {
                registry.select(model);
            }
        });
        registry.all().valueProperty().subscribe(all -> show(all == null ? List.of() : all, registry));
        registry.selectedProperty().subscribe(model -> {
            showing = true;
            choose(model);
            showing = false;
        });
    }

    private void show(List<ModelView> all, Registry registry) {
        showing = true;
        getItems().setAll(all);
        choose(registry.selectedProperty().get());
        showing = false;
    }

    private void choose(@Nullable ModelView model) {
        getItems().stream()
                .filter(each -> model != null && each.version().equals(model.version()))
                .findFirst()
                .ifPresent(each -> getSelectionModel().select(each));
    }
}
