package dev.docket.client.labels.training;

import dev.docket.client.labels.part.Figures;
import dev.docket.dto.jobs.JobState;
import dev.docket.dto.jobs.JobView;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A training in the list: when it was asked for, how far it is, what it made.
final class JobCell extends ListCell<JobView> {
    private final Figures figures;

    JobCell(Figures figures) {
        this.figures = figures;
        setPrefWidth(0); // as wide as the list, which therefore never scrolls sideways
    }

    @Override
    protected void updateItem(@Nullable JobView job, boolean empty) {
        super.updateItem(job, empty);
        setText(null);
        if (empty || job == null) {
            setGraphic(null);
            return;
        }
        var name = new Label(figures.words().dateTime(job.createdAt()));
        name.getStyleClass().add("strong");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var state =
                new Label(figures.words().named("labels.job.state", job.state().name()));
        state.getStyleClass().addAll("state-word", style(job.state()));
        state.setMinWidth(USE_PREF_SIZE);
        var what = new Label(what(job));
        what.getStyleClass().add("faint");
        setGraphic(new VBox(2, new HBox(8, name, state), what));
    }

    /// The version that it made, or how far it is and what it is doing.
    private String what(JobView job) {
        String made = job.result() == null ? null : job.result().get("modelVersion");
        if (made != null) {
            return made;
        }
        String message = figures.said(job.said(), Objects.requireNonNullElse(job.message(), ""));
        return job.state() == JobState.RUNNING ? figures.words().percent(job.progress()) + "  ·  " + message : message;
    }

    private static String style(JobState state) {
        return switch (state) {
            case DONE -> "passed";
            case FAILED -> "failed";
            case QUEUED, RUNNING, CANCELLED -> state.name().toLowerCase(Locale.ROOT);
        };
    }
}
