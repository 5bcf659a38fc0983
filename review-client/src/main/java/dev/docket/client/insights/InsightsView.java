package dev.docket.client.insights;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.control.SaveDialog;
import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.screen.ScreenView;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcut.Scope;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.insights.InsightsViewModel.Said;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The Insights screen: small panels beside each other, one question each. It knows them only as a list.
public final class InsightsView implements ScreenView {
    private final InsightsViewModel model;
    private final ItemWords words;
    private final Shortcuts shortcuts;
    private final SaveDialog saves;
    private final List<PanelCard> cards;
    private final PanelGrid grid;
    private final Label said = new Label();
    private final KeyButton span;
    private final KeyButton export;

    @FXML
    private BorderPane root;

    @FXML
    private HBox head;

    @FXML
    private ScrollPane scroll;

    /// @param panels those of the view-model, drawn
    @SuppressWarnings("NullAway.Init") // The loader sets the fields before initialize().
    public InsightsView(
            InsightsViewModel model, List<Panel> panels, Messages messages, Shortcuts shortcuts, SaveDialog saves) {
        this.model = model;
        this.shortcuts = shortcuts;
        this.saves = saves;
        words = new ItemWords(messages);
        cards = panels.stream().map(panel -> new PanelCard(panel, words)).toList();
        grid = new PanelGrid(cards);
        span = new KeyButton("", shortcuts.display(Shortcut.SPAN));
        span.setId("span");
        span.setOnAction(event -> model.nextSpan());
        export = new KeyButton(words.text("insights.export"), shortcuts.display(Shortcut.EXPORT));
        export.setId("export");
        export.setOnAction(event -> export());
    }

    @FXML
    void initialize() {
        var title = new Label(words.text("insights.title"));
        title.getStyleClass().add("title");
        said.getStyleClass().add("secondary");
        said.setId("said");
        HBox.setHgrow(said, Priority.ALWAYS);
        said.setMaxWidth(Double.MAX_VALUE);
        said.setAlignment(Pos.CENTER_RIGHT);
        span.setMinWidth(Region.USE_PREF_SIZE);
        export.setMinWidth(Region.USE_PREF_SIZE);
        head.getChildren().setAll(title, said, span, export);
        scroll.setContent(grid);
        for (int at = 0; at < cards.size(); at++) {
            int index = at;
            cards.get(at).setOnMousePressed(event -> model.go(index));
            cards.get(at).focusedProperty().subscribe(focused -> {
                if (focused) {
                    model.go(index);
                }
            });
        }
        shortcuts.install(root, Scope.INSIGHTS, deeds());
        model.atProperty().subscribe(at -> showCurrent(at.intValue()));
        model.spanProperty().subscribe(chosen -> {
            span.setText(words.text(chosen.messageKey()));
            span.describe(words.text("insights.span.said", words.text(chosen.messageKey())));
        });
        model.lineProperty().subscribe(line -> said.setText(saying(line)));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focus() {
        if (cards.isEmpty()) {
            root.requestFocus();
        } else {
            cards.get(model.atProperty().get()).requestFocus();
        }
    }

    private String saying(InsightsViewModel.Line line) {
        if (line.said() == Said.NOTHING) {
            return "";
        }
        String key =
                "insights.said." + line.said().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return words.text(key, line.file() == null ? "" : line.file().toString());
    }

    private void showCurrent(int at) {
        for (int index = 0; index < cards.size(); index++) {
            cards.get(index).current(index == at);
        }
        if (at < cards.size()) {
            cards.get(at).requestFocus();
            reveal(cards.get(at));
        }
    }

    /// Scrolls as little as it takes to see all of a card.
    private void reveal(PanelCard card) {
        double seen = scroll.getViewportBounds().getHeight();
        double all = grid.getHeight();
        if (all <= seen || seen <= 0) {
            return;
        }
        double top = scroll.getVvalue() * (all - seen);
        double from = card.getBoundsInParent().getMinY() - grid.snappedTopInset();
        double to = card.getBoundsInParent().getMaxY() + grid.snappedBottomInset();
        double next = Math.min(Math.max(top, to - seen), from);
        scroll.setVvalue(Math.clamp(next / (all - seen), 0, 1));
    }

    private void export() {
        var made = model.export();
        if (made != null) {
            var file = saves.choose(
                    root.getScene() == null ? null : root.getScene().getWindow(), made.name());
            if (file != null) {
                model.keep(made, file);
            }
        }
    }

    private Map<Shortcut, Runnable> deeds() {
        var deeds = new EnumMap<Shortcut, Runnable>(Shortcut.class);
        deeds.put(Shortcut.PANEL_LEFT, () -> go(-1));
        deeds.put(Shortcut.PANEL_RIGHT, () -> go(1));
        deeds.put(Shortcut.ROW_UP, () -> go(-grid.columns()));
        deeds.put(Shortcut.ROW_DOWN, () -> go(grid.columns()));
        deeds.put(Shortcut.PREVIOUS_VALUE, () -> model.step(-1));
        deeds.put(Shortcut.NEXT_VALUE, () -> model.step(1));
        deeds.put(Shortcut.SPAN, model::nextSpan);
        deeds.put(Shortcut.EXPORT, this::export);
        deeds.put(Shortcut.LOOK_AGAIN, model::lookAgain);
        deeds.put(Shortcut.NEXT_PANE, this::nextPane);
        return deeds;
    }

    private void go(int by) {
        model.go(model.atProperty().get() + by);
    }

    private void nextPane() {
        if (span.isFocused()) {
            focus();
        } else {
            span.requestFocus();
        }
    }
}
