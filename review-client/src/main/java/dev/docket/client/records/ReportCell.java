package dev.docket.client.records;

import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.enforcement.NcmecReportView;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A report in the list: how far it is, and since when.
final class ReportCell extends ListCell<NcmecReportView> {
    private final ItemWords words;

    ReportCell(ItemWords words) {
        this.words = words;
        setPrefWidth(0); // as wide as the list, which therefore never scrolls sideways
    }

    @Override
    protected void updateItem(@Nullable NcmecReportView report, boolean empty) {
        super.updateItem(report, empty);
        setText(null);
        if (empty || report == null) {
            setGraphic(null);
            return;
        }
        var state = new Label(words.named("records.ncmec.state", report.state().name()));
        state.getStyleClass().add("strong");
        String number = report.reportNumber() == null ? "" : "  ·  " + report.reportNumber();
        var since = new Label(words.dateTime(report.preparedAt()) + number);
        since.getStyleClass().add("faint");
        setGraphic(new VBox(2, state, since));
    }
}
