package dev.docket.client.records;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.records.EuExport.Phase;
import dev.docket.client.records.EuExport.Progress;
import dev.docket.dto.problem.FieldError;
import java.util.Locale;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Writing a period's statements for the EU's database: what it does, how far it is, what the database would refuse.
final class ExportPane extends VBox {
    private static final int SHOWN_FAULTS = 40;

    private final ItemWords words;
    private final Label how = new Label();
    private final KeyButton stop;
    private final KeyButton run;
    private final VBox faults = new VBox(4);

    ExportPane(EuExport model, ItemWords words, Shortcuts shortcuts, Runnable write) {
        this.words = words;
        getStyleClass().add("export-pane");
        var about = new Label(words.text("records.export.about"));
        about.setWrapText(true);
        about.getStyleClass().add("export-about");
        var skip = new CheckBox(words.text("records.export.skip"));
        skip.setWrapText(true);
        skip.selectedProperty().subscribe(chosen -> model.skip(chosen));
        model.skippingProperty().subscribe(chosen -> skip.setSelected(chosen));
        run = new KeyButton(words.text("records.export.run"), shortcuts.display(Shortcut.KEEP_FILE));
        run.getStyleClass().add("primary");
        run.setOnAction(event -> write.run());
        stop = new KeyButton(words.text("records.export.stop"), shortcuts.display(Shortcut.HIDE));
        stop.setOnAction(event -> model.stop());
        how.setWrapText(true);
        how.getStyleClass().add("strong");
        getChildren().setAll(about, skip, new HBox(8, run, stop), how, faults);
        model.progressProperty().subscribe(this::show);
    }

    private void show(Progress now) {
        boolean running = now.phase() == Phase.RUNNING;
        run.setDisable(running);
        stop.setVisible(running);
        how.setVisible(now.phase() != Phase.IDLE);
        how.setText(
                now.phase() == Phase.IDLE
                        ? ""
                        : words.text(
                                "records.export." + now.phase().name().toLowerCase(Locale.ROOT),
                                now.folder(),
                                now.batches(),
                                now.statements()));
        faults.getChildren()
                .setAll(now.faults().stream()
                        .limit(SHOWN_FAULTS)
                        .map(this::fault)
                        .toList());
        if (now.faults().size() > SHOWN_FAULTS) {
            var more = new Label(words.text("records.export.more", now.faults().size() - SHOWN_FAULTS));
            more.getStyleClass().add("faint");
            faults.getChildren().add(more);
        }
    }

    private Label fault(FieldError error) {
        var parts = error.pointer().replaceFirst("^/statements/", "").split("/", 2);
        var line = new Label(
                words.text("records.export.fault", parts[0], parts.length > 1 ? parts[1] : "", error.detail()));
        line.getStyleClass().add("export-fault");
        line.setWrapText(true);
        return line;
    }
}
