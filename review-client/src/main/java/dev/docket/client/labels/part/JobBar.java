package dev.docket.client.labels.part;

import dev.docket.client.common.control.KeyButton;
import dev.docket.dto.jobs.JobView;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How far something is that takes its time, and what stops it.
public final class JobBar extends VBox {
    private static final double TALL = 6;

    private final Figures figures;
    private final Label name = new Label();
    private final Label share = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label message = new Label();
    private final KeyButton cancel;

    public JobBar(Figures figures, String cancelKey, Runnable stop) {
        super(6);
        this.figures = figures;
        getStyleClass().add("job-bar");
        name.getStyleClass().add("strong");
        share.getStyleClass().add("secondary");
        message.getStyleClass().add("secondary");
        message.setWrapText(true);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setPrefHeight(TALL);
        HBox.setHgrow(bar, Priority.ALWAYS);
        cancel = new KeyButton(figures.text("labels.job.cancel"), cancelKey);
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> stop.run());
        var line = new HBox(12, bar, share, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(name, line, message);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// @param title what it is about
    /// @param job null, or one that is over, where nothing is under way
    public void show(String title, @Nullable JobView job) {
        setVisible(job != null && !job.state().isOver());
        if (job != null) {
            String state = figures.words().named("labels.job.state", job.state().name());
            show(title, job.progress(), job.message() == null ? state : figures.said(job.said(), job.message()));
            cancel.setDisable(job.cancelling());
        }
    }

    /// Something of the desk's own.
    ///
    /// @param progress 0..1, or negative while it is not known
    public void show(String title, double progress, String said) {
        name.setText(title);
        bar.setProgress(progress < 0 ? ProgressBar.INDETERMINATE_PROGRESS : progress);
        share.setText(progress < 0 ? "" : figures.words().percent(progress));
        message.setText(said);
        bar.setAccessibleText(title + ", " + share.getText() + ", " + said);
    }
}
