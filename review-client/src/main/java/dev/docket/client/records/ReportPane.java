package dev.docket.client.records;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.dto.enforcement.NcmecReportState;
import dev.docket.dto.enforcement.NcmecReportView;
import java.time.Instant;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One report: how far it is and by whom, what it says once that was asked for, and the next step.
final class ReportPane extends VBox {
    private final Reports model;
    private final ItemWords words;
    private final Label title = new Label();
    private final Label story = new Label();
    private final TextField item = new TextField();
    private final KeyButton preview;
    private final KeyButton keep;
    private final KeyButton release;
    private final KeyButton withdraw;
    private final TextField number = new TextField();
    private final KeyButton filed;
    private final HBox filing;
    private final TextArea document = new TextArea();

    ReportPane(Reports model, ItemWords words, Shortcuts shortcuts, Runnable save) {
        this.model = model;
        this.words = words;
        getStyleClass().add("records-form");
        title.getStyleClass().add("title");
        story.setWrapText(true);
        item.setEditable(false);
        item.getStyleClass().add("mono");
        item.setAccessibleText(words.text("records.ncmec.item"));
        preview = button("records.ncmec.preview", shortcuts.display(Shortcut.PREVIEW_REPORT), model::preview);
        keep = button("records.ncmec.keep", shortcuts.display(Shortcut.KEEP_FILE), save);
        release = button("records.ncmec.release", shortcuts.display(Shortcut.RELEASE), model::release);
        withdraw = button("records.ncmec.withdraw", shortcuts.display(Shortcut.WITHDRAW), model::withdraw);
        number.setPromptText(words.text("records.ncmec.number"));
        number.setOnAction(event -> model.filed(number.getText()));
        filed = button("records.ncmec.filed", "Enter", () -> model.filed(number.getText()));
        filing = new HBox(8, number, filed);
        HBox.setHgrow(number, Priority.ALWAYS);
        filing.managedProperty().bind(filing.visibleProperty());
        document.setEditable(false);
        document.setWrapText(true);
        document.getStyleClass().add("mono");
        document.managedProperty().bind(document.visibleProperty());
        VBox.setVgrow(document, Priority.ALWAYS);
        getChildren()
                .setAll(title, story, item, new FlowPane(8, 8, preview, keep, release, withdraw), filing, document);
        model.selectedProperty().subscribe(this::show);
        model.documentProperty().subscribe(said -> {
            document.setVisible(said != null);
            document.setText(said == null ? "" : indented(said));
        });
    }

    void focusNumber() {
        number.requestFocus();
    }

    private KeyButton button(String key, String cap, Runnable deed) {
        var button = new KeyButton(words.text(key), cap);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> deed.run());
        return button;
    }

    private void show(@Nullable NcmecReportView report) {
        setVisible(report != null);
        if (report == null) {
            return;
        }
        title.setText(words.named("records.ncmec.state", report.state().name()));
        item.setText(report.itemId());
        story.setText(story(report));
        boolean withdrawn = report.state() == NcmecReportState.WITHDRAWN;
        preview.setDisable(withdrawn);
        keep.setDisable(withdrawn);
        release.setDisable(!model.mayRelease(report));
        withdraw.setDisable(!Reports.isOpen(report));
        filing.setVisible(report.state() == NcmecReportState.READY);
        number.clear();
    }

    private String story(NcmecReportView report) {
        var story = new StringBuilder(step("prepared", report.preparedBy(), report.preparedAt()));
        if (report.releasedAt() != null) {
            story.append('\n').append(step("released", report.releasedBy(), report.releasedAt()));
        }
        if (report.filedAt() != null) {
            story.append('\n').append(step("filed", report.filedBy(), report.filedAt()));
            String filedAs = report.reportNumber() == null ? "" : report.reportNumber();
            story.append('\n').append(words.text("records.ncmec.story.number", filedAs));
        }
        String next = "records.ncmec.next."
                + (report.state() == NcmecReportState.PREPARED && !model.mayRelease(report)
                        ? "own"
                        : report.state().name().toLowerCase(Locale.ROOT));
        return story.append('\n').append(words.text(next)).toString();
    }

    private String step(String what, @Nullable String by, @Nullable Instant at) {
        String who = words.text(model.isMine(by) ? "records.ncmec.by.you" : "records.ncmec.by.other");
        return words.text("records.ncmec.story." + what, who, at == null ? "" : words.dateTime(at));
    }

    /// A line an element, so that it can be read.
    private static String indented(String xml) {
        var lines = new StringBuilder();
        int depth = 0;
        for (String piece : xml.replaceAll(">\\s*<", ">\n<").split("\n")) {
            boolean closes = piece.startsWith("</");
            if (closes) {
                depth--;
            }
            lines.append("  ".repeat(Math.max(0, depth))).append(piece).append('\n');
            if (piece.startsWith("<")
                    && !piece.startsWith("<?")
                    && !closes
                    && !piece.contains("</")
                    && !piece.endsWith("/>")) {
                depth++;
            }
        }
        return lines.toString();
    }
}
