package dev.docket.client.labels.sets;

import dev.docket.client.labels.part.Figures;
import dev.docket.dto.labels.LabelImportView;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Labels from elsewhere in the list: their name, how many, since when, by whom.
final class ImportCell extends ListCell<LabelImportView> {
    private final Figures figures;

    ImportCell(Figures figures) {
        this.figures = figures;
        setPrefWidth(0); // as wide as the list, which therefore never scrolls sideways
    }

    @Override
    protected void updateItem(@Nullable LabelImportView one, boolean empty) {
        super.updateItem(one, empty);
        setText(null);
        if (empty || one == null) {
            setGraphic(null);
            return;
        }
        var name = new Label(
                one.withdrawnAt() == null ? one.name() : figures.text("labels.import.withdrawn.name", one.name()));
        name.getStyleClass().add("strong");
        String by = one.by() == null ? "" : "  ·  " + one.by();
        var facts = new Label(figures.text(
                        "labels.set.line",
                        figures.count(one.rows()),
                        figures.words().dateTime(one.createdAt()))
                + by);
        facts.getStyleClass().add("faint");
        setGraphic(new VBox(2, name, facts));
    }
}
