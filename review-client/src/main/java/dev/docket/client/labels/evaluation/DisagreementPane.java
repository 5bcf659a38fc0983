package dev.docket.client.labels.evaluation;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.item.ItemText;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Facts;
import dev.docket.client.labels.part.Figures;
import dev.docket.client.labels.part.Place;
import dev.docket.dto.Page;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.models.Disagreement;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The rows on which the model and people differ, the farthest apart first, and the item behind the one at hand for
/// whoever may see content.
final class DisagreementPane extends VBox {
    private static final double LIST_WIDTH = 380;

    private final Evaluation model;
    private final Figures figures;
    private final Label title = Boxes.wrapped("title");
    private final ListView<Disagreement> list = new ListView<>();
    private final Button more = new Button();
    private final Label said = Boxes.wrapped("strong");
    private final Facts facts = new Facts();
    private final TextField id = new TextField();
    private final ItemText text;
    private final Label hidden = Boxes.wrapped("secondary");
    private final VBox preview;

    DisagreementPane(Evaluation model, Figures figures, Shortcuts shortcuts) {
        this.model = model;
        this.figures = figures;
        text = Boxes.folding(new ItemText(figures.words()));
        Boxes.folding(hidden);
        id.setEditable(false);
        id.getStyleClass().add("mono");
        id.setAccessibleText(figures.text("labels.disagreement.item"));
        var close = new KeyButton(figures.text("labels.disagreement.back"), shortcuts.display(Shortcut.HIDE));
        close.getStyleClass().add("quiet");
        close.setOnAction(event -> model.putAside());
        var head = new HBox(8, title, close);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("compare-head");
        list.getStyleClass().add("rows");
        list.setCellFactory(view -> new DisagreementCell(figures));
        list.setAccessibleText(figures.text("labels.disagreements"));
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.choose(row);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        more.setText(figures.text("labels.disagreement.more"));
        more.getStyleClass().add("more-button");
        more.setMaxWidth(Double.MAX_VALUE);
        more.setOnAction(event -> model.readMore());
        Boxes.folding(more);
        var rows = new VBox(list, more);
        rows.setMinWidth(LIST_WIDTH);
        rows.setMaxWidth(LIST_WIDTH);
        preview = new VBox(12, said, facts, id, text, hidden);
        preview.getStyleClass().add("part-page");
        var page = Boxes.scrolled(preview);
        page.getStyleClass().add("hairline-left");
        HBox.setHgrow(page, Priority.ALWAYS);
        var place =
                new Place(new HBox(rows, page), "labels.disagreements.empty", figures.words(), shortcuts, model::read);
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().setAll(head, place);
        model.disagreements().stateProperty().subscribe(place::show);
        model.disagreements().valueProperty().subscribe(this::showAll);
        model.rowProperty().subscribe(this::showRow);
        model.item().valueProperty().subscribe(this::showItem);
        model.labelProperty()
                .subscribe(label -> title.setText(
                        label == null
                                ? ""
                                : figures.text(
                                        "labels.disagreement.title",
                                        figures.words().label(label))));
    }

    Node first() {
        return list;
    }

    private void showAll(@Nullable Page<Disagreement> page) {
        int before = list.getItems().size();
        list.getItems().setAll(page == null ? List.of() : page.items());
        more.setVisible(page != null && page.next() != null);
        if (page != null && !page.items().isEmpty() && before == 0) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void showRow(@Nullable Disagreement row) {
        preview.setVisible(row != null);
        if (row == null) {
            return;
        }
        said.setText(DisagreementCell.found(figures, row));
        facts.clear();
        facts.add(figures.text("labels.disagreement.language"), figures.words().language(row.language()));
        facts.add(figures.text("labels.disagreement.source"), row.source());
        if (row.champion() != null) {
            facts.add(figures.text("labels.model.state.champion"), figures.shortFigure(row.champion()));
        }
        id.setText(row.itemId().toString());
        text.setVisible(row.text() != null);
        text.show(row.text() == null ? "" : row.text());
        hidden.setVisible(row.text() == null);
        hidden.setText(
                figures.text(model.rights().openItems() ? "labels.disagreement.gone" : "labels.disagreement.hidden"));
    }

    /// The rest of what is known of it.
    private void showItem(@Nullable ItemView item) {
        if (item == null) {
            return;
        }
        facts.add(figures.text("labels.disagreement.submitted"), figures.words().dateTime(item.submittedAt()));
        facts.add(
                figures.text("labels.disagreement.state"),
                figures.words().named("labels.item.state", item.state().name()));
        if (item.content() != null && item.content().text() != null) {
            text.setVisible(true);
            text.show(item.content().text());
            hidden.setVisible(false);
        }
    }
}
