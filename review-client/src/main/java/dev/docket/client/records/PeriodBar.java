package dev.docket.client.records;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.item.ItemWords;
import javafx.geometry.Pos;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The first and the last day of what is shown or written, and a key for those that are usually asked for.
final class PeriodBar extends HBox {
    private static final double WIDTH = 132;

    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private boolean showing;

    PeriodBar(RecordsViewModel model, ItemWords words, String key) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        var stretch = new KeyButton("", key);
        stretch.setMinWidth(USE_PREF_SIZE);
        stretch.setOnAction(event -> model.nextStretch());
        model.stretchProperty().subscribe(now -> {
            stretch.setText(words.text(now.messageKey()));
            stretch.describe(words.text("records.stretch.said", words.text(now.messageKey())));
        });
        var until = new Label(words.text("records.to"));
        until.getStyleClass().add("secondary");
        from.setAccessibleText(words.text("records.from.said"));
        to.setAccessibleText(words.text("records.to.said"));
        from.setPrefWidth(WIDTH);
        to.setPrefWidth(WIDTH);
        from.setMinWidth(WIDTH);
        to.setMinWidth(WIDTH);
        getChildren().setAll(from, until, to, stretch);
        model.periodProperty().subscribe(period -> {
            showing = true;
            from.setValue(period.from());
            to.setValue(period.to());
            showing = false;
        });
        from.valueProperty().subscribe(day -> chosen(model));
        to.valueProperty().subscribe(day -> chosen(model));
    }

    void focusFirst() {
        from.requestFocus();
    }

    private void chosen(RecordsViewModel model) {
        if (!showing && from.getValue() != null && to.getValue() != null) {
            model.choose(new Period(from.getValue(), to.getValue()));
        }
    }
}
