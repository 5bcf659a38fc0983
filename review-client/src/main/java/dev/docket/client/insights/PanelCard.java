package dev.docket.client.insights;

import dev.docket.client.common.control.Skeleton;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.insights.PanelModel.State;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A panel as it stands on the screen: the question, what is drawn, the drawing or what stands in its stead, and the
/// value at hand.
final class PanelCard extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Panel panel;
    private final ItemWords words;
    private final Label instead = new Label();
    private final Region shape = shape();
    private final Label caption = new Label();
    private final String title;

    PanelCard(Panel panel, ItemWords words) {
        this.panel = panel;
        this.words = words;
        title = words.text("insights.panel." + panel.model().id() + ".title");
        setId("panel-" + panel.model().id());
        getStyleClass().add("panel-card");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        var question = new Label(title);
        question.getStyleClass().add("panel-title");
        question.setWrapText(true);
        var meaning = new Label(words.text("insights.panel." + panel.model().id() + ".meaning"));
        meaning.getStyleClass().add("secondary");
        meaning.setWrapText(true);
        meaning.setMinHeight(USE_PREF_SIZE);
        instead.getStyleClass().add("panel-instead");
        instead.setWrapText(true);
        var body = new StackPane(shape, instead, panel.drawing());
        body.setMinHeight(0);
        body.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        caption.getStyleClass().add("panel-caption");
        caption.setWrapText(true);
        caption.textProperty().bind(panel.caption());
        getChildren().setAll(new VBox(2, question, meaning), body, caption);
        panel.model().stateProperty().subscribe(this::show);
        panel.caption().subscribe(said -> describe());
    }

    void current(boolean isCurrent) {
        pseudoClassStateChanged(CURRENT, isCurrent);
    }

    private static Region shape() {
        var bars = Skeleton.column("panel-shape");
        for (double width : new double[] {280, 220, 250, 140, 180}) {
            bars.getChildren().add(Skeleton.bar(width, 12));
        }
        return bars;
    }

    private void show(State state) {
        shape.setVisible(state == State.LOADING);
        panel.drawing().setVisible(state == State.READY);
        instead.setVisible(state != State.LOADING && state != State.READY);
        instead.setText(
                switch (state) {
                    case LOADING, READY -> "";
                    case EMPTY -> words.text("insights.panel." + panel.model().id() + ".empty");
                    case OFFLINE -> words.text("insights.state.offline");
                    case ERROR -> words.text("insights.state.error");
                });
        describe();
    }

    private void describe() {
        String said = panel.caption().getValue();
        String more = said == null || said.isEmpty() ? instead.getText() : said;
        setAccessibleText(more.isEmpty() ? title : title + " " + more);
    }
}
