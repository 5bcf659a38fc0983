package dev.docket.client.labels.sets;

import dev.docket.client.common.control.KeyButton;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Figures;
import dev.docket.client.labels.part.JobBar;
import dev.docket.client.labels.sets.SetExport.Phase;
import dev.docket.client.labels.sets.SetExport.Progress;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Writing a label set to a file: as what, which part of it, how far it is.
final class ExportBar extends VBox {
    private static final double MEGABYTE = 1e6;

    private final Figures figures;
    private final KeyButton run;
    private final JobBar bar;
    private final Label ended = Boxes.wrapped("secondary");

    ExportBar(Sets model, Figures figures, Shortcuts shortcuts, Runnable write) {
        super(8);
        this.figures = figures;
        var export = model.export();
        var format = new KeyButton("", shortcuts.display(Shortcut.FORMAT));
        format.setOnAction(event -> export.nextFormat());
        export.formatProperty().subscribe(now -> {
            format.setText(figures.text("labels.format." + now.key()));
            format.describe(figures.text("labels.format.said", figures.text("labels.format." + now.key())));
        });
        var split = new KeyButton("", shortcuts.display(Shortcut.SPLIT));
        split.setOnAction(event -> model.nextSplit());
        export.splitProperty().subscribe(now -> {
            String name = now == null
                    ? figures.text("labels.split.all")
                    : figures.words().named("labels.split", now);
            split.setText(name);
            split.describe(figures.text("labels.split.said", name));
        });
        run = new KeyButton(figures.text("labels.export"), shortcuts.display(Shortcut.WRITE_SET));
        run.setOnAction(event -> write.run());
        bar = new JobBar(figures, shortcuts.display(Shortcut.HIDE), export::stop);
        Boxes.folding(ended);
        var line = new FlowPane(8, 8, format, split, run);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(line, bar, ended);
        export.progressProperty().subscribe(this::show);
    }

    private void show(Progress now) {
        boolean running = now.phase() == Phase.RUNNING;
        run.setDisable(running);
        bar.setVisible(running);
        ended.setVisible(!running && now.phase() != Phase.IDLE);
        String moved = figures.shortFigure(now.moved() / MEGABYTE);
        if (running) {
            bar.show(
                    figures.text("labels.export.running", now.file()),
                    now.share(),
                    figures.text("labels.export.moved", moved));
        } else if (now.phase() != Phase.IDLE) {
            ended.setText(
                    figures.text("labels.export." + now.phase().name().toLowerCase(Locale.ROOT), now.file(), moved));
        }
    }
}
