package dev.docket.client.labels.evaluation;

import dev.docket.client.labels.part.Figures;
import dev.docket.dto.models.Disagreement;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A row on which the model and people differ: what each says, and whose text it is.
final class DisagreementCell extends ListCell<Disagreement> {
    private static final double HALF = 0.5;

    private final Figures figures;

    DisagreementCell(Figures figures) {
        this.figures = figures;
        setPrefWidth(0); // as wide as the list, which therefore never scrolls sideways
    }

    @Override
    protected void updateItem(@Nullable Disagreement row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        var said = new Label(found(figures, row));
        said.getStyleClass().add("strong");
        String champion = row.champion() == null
                ? ""
                : "  ·  " + figures.text("labels.disagreement.champion", figures.shortFigure(row.champion()));
        var where = new Label(figures.words().language(row.language()) + "  ·  " + row.source() + champion);
        where.getStyleClass().add("faint");
        var text = new Label(
                row.text() == null ? row.itemId().toString() : row.text().replaceAll("\\s+", " "));
        text.getStyleClass().add(row.text() == null ? "mono" : "secondary");
        text.setTextOverrun(OverrunStyle.ELLIPSIS);
        setGraphic(new VBox(2, said, text, where));
    }

    /// What people found, and the model's score.
    static String found(Figures figures, Disagreement row) {
        String key = row.truth() >= HALF ? "labels.disagreement.missed" : "labels.disagreement.wrong";
        return figures.text(key, figures.shortFigure(row.score()));
    }
}
