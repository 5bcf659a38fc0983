package dev.docket.client.labels.models;

import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Figures;
import dev.docket.dto.models.ModelView;
import java.util.ArrayList;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The model version at hand: its name, where it is in its life, where it comes from.
public final class ModelHead extends VBox {
    private final Registry registry;
    private final Figures figures;
    private final Label title = Boxes.wrapped("title");
    private final Label facts = Boxes.wrapped("secondary");
    private final Label lineage = Boxes.wrapped("secondary");
    private final Label reason = Boxes.wrapped("fault-line");

    public ModelHead(Registry registry, Figures figures) {
        super(4);
        this.registry = registry;
        this.figures = figures;
        Boxes.folding(lineage);
        Boxes.folding(reason);
        getChildren().setAll(title, facts, lineage, reason);
        registry.selectedProperty().subscribe(this::show);
    }

    private void show(@Nullable ModelView model) {
        setVisible(model != null);
        if (model == null) {
            return;
        }
        title.setText(figures.text("labels.model.title", model.name(), ModelCell.state(figures, model)));
        var said = new ArrayList<String>();
        said.add(model.version());
        said.add(figures.words()
                .named("labels.model.origin", model.origin().name().toLowerCase(Locale.ROOT)));
        if (model.labelSet() != null) {
            said.add(figures.text("labels.model.set", model.labelSet()));
        }
        said.add(model.licence());
        facts.setText(String.join("  ·  ", said));
        var line = registry.lineage(model);
        lineage.setVisible(!line.isEmpty());
        lineage.setText(figures.text("labels.model.lineage", String.join(" ← ", line)));
        reason.setVisible(model.reason() != null);
        reason.setText(model.reason() == null ? "" : model.reason());
    }
}
