package dev.docket.client.labels.training;

import dev.docket.client.common.chart.Estimate;
import dev.docket.client.common.chart.Legend;
import dev.docket.client.common.chart.RowChart;
import dev.docket.client.common.chart.RowChart.Row;
import dev.docket.client.common.control.FigureTable;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.labels.part.Boxes;
import dev.docket.client.labels.part.Facts;
import dev.docket.client.labels.part.Figures;
import dev.docket.client.labels.part.JobBar;
import dev.docket.dto.jobs.JobState;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.models.GuardEffect;
import dev.docket.dto.models.TrainingRunView;
import dev.docket.dto.models.TrainingRunView.TrainedLabel;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The training at hand: how far it is, and once it is done, what was done and what came of it.
final class RunPane extends VBox {
    private static final double VALUE = 150;
    private static final int SHORT_DIGEST = 16;

    private final Figures figures;
    private final Label title = Boxes.wrapped("title");
    private final Label state = Boxes.wrapped("secondary");
    private final JobBar bar;
    private final Label failure = Boxes.wrapped("fault-line");
    private final Facts facts = new Facts();
    private final RowChart gains = new RowChart(VALUE);
    private final VBox tables = new VBox(28);
    private final VBox record;

    RunPane(Trainings model, Figures figures, Shortcuts shortcuts) {
        super(20);
        this.figures = figures;
        getStyleClass().add("part-page");
        bar = new JobBar(figures, shortcuts.display(Shortcut.CANCEL_JOB), model::cancel);
        Boxes.folding(failure);
        var legend = new Legend();
        legend.show(figures.text("labels.run.after"), figures.text("labels.run.before"));
        gains.describe(figures.text("labels.run.gains"));
        record = Boxes.folding(new VBox(
                28,
                facts,
                Boxes.titled(figures.text("labels.run.gains"), figures.text("labels.run.gains.about"), legend, gains),
                tables));
        getChildren().setAll(new VBox(4, title, state), bar, failure, record);
        model.selectedProperty().subscribe(this::show);
        model.run().valueProperty().subscribe(this::showRun);
    }

    Node chart() {
        return gains;
    }

    private void show(@Nullable JobView job) {
        setVisible(job != null);
        if (job == null) {
            return;
        }
        title.setText(figures.text("labels.run.title", figures.words().dateTime(job.createdAt())));
        state.setText(figures.words().named("labels.job.state", job.state().name()));
        bar.show(figures.text("labels.run.under-way"), job);
        failure.setVisible(job.state() == JobState.FAILED && job.message() != null);
        failure.setText(job.message() == null ? "" : figures.said(job.said(), job.message()));
    }

    private void showRun(@Nullable TrainingRunView run) {
        record.setVisible(run != null);
        if (run == null) {
            return;
        }
        title.setText(run.name());
        facts.clear();
        facts.addMono(figures.text("labels.run.model"), run.modelVersion());
        facts.addMono(figures.text("labels.run.set"), run.labelSet() + "  ·  " + digest(run.labelSetSha256()));
        facts.addMono(figures.text("labels.run.base"), run.base());
        facts.add(
                figures.text("labels.fact.rows"),
                figures.text(
                        "labels.run.rows", figures.count(run.trainingRows()), figures.count(run.validationRows())));
        facts.addMono(figures.text("labels.run.data"), digest(run.dataSha256()));
        facts.add(
                figures.text("labels.run.parameters"),
                figures.text(
                        "labels.run.parameters.value",
                        Long.toString(run.seed()),
                        figures.shortFigure(run.replayShare()),
                        run.codeVersion()));
        facts.add(
                figures.text("labels.run.time"),
                figures.text(
                        "labels.run.time.value",
                        figures.words().dateTime(run.startedAt()),
                        figures.words().duration(Duration.ofMillis(run.durationMs()))));
        if (run.overrideReason() != null) {
            facts.add(figures.text("labels.run.override"), run.overrideReason());
        }
        double least = run.labels().stream()
                .flatMapToDouble(label -> DoubleStream.of(or(label.before(), 1), or(label.after(), 1)))
                .min()
                .orElse(0);
        gains.show(
                Math.min(0.5, Math.floor(least * 10) / 10),
                1,
                null,
                run.labels().stream().map(this::gain).toList());
        tables.getChildren().setAll(labels(run), guards(run));
    }

    private static double or(@Nullable Double value, double other) {
        return value == null ? other : value;
    }

    private Row gain(TrainedLabel label) {
        String name = figures.words().label(label.label());
        String value = figures.figureOr(label.before()) + " → " + figures.figureOr(label.after());
        boolean worse = label.before() != null && label.after() != null && label.after() < label.before();
        return Row.estimate(
                name,
                label.after() == null ? null : Estimate.of(label.after()),
                label.before() == null ? null : Estimate.of(label.before()),
                value,
                worse,
                figures.text(
                        "labels.run.gain.said",
                        name,
                        figures.figureOr(label.before()),
                        figures.figureOr(label.after())));
    }

    private Node labels(TrainingRunView run) {
        var table = table("labels", 1, "label", "positives", "negatives", "regularisation");
        run.labels()
                .forEach(label -> table.row(List.of(
                        figures.words().label(label.label()),
                        figures.count(label.positives()),
                        figures.count(label.negatives()),
                        figures.figure(label.regularisation()))));
        return table;
    }

    private Node guards(TrainingRunView run) {
        var table = table("guards", 1, "guard", "weighed", "left-out", "weight", "moderators");
        run.guards().forEach(guard -> table.row(row(guard)));
        return table;
    }

    private List<String> row(GuardEffect guard) {
        return List.of(
                figures.words().named("labels.guard", guard.guard()),
                figures.count(guard.rows()),
                figures.count(guard.left()),
                figures.percent(guard.weight()),
                figures.count(guard.moderators().size()));
    }

    private FigureTable table(String name, int wordy, String... heads) {
        return new FigureTable(
                figures.text("labels.run." + name),
                figures.text("labels.run." + name + ".about"),
                wordy,
                List.of(heads).stream()
                        .map(head -> figures.text("labels.run.head." + head))
                        .toList());
    }

    private static String digest(String sha256) {
        return sha256.substring(0, Math.min(SHORT_DIGEST, sha256.length())) + "…";
    }
}
