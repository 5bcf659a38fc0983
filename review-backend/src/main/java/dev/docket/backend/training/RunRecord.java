package dev.docket.backend.training;

import dev.docket.backend.jobs.JobRun;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.CodeVersion;
import dev.docket.dto.labels.LabelSetView;
import dev.docket.dto.models.GuardEffect;
import dev.docket.dto.models.TrainingRunView;
import dev.docket.model.artifact.Manifest;
import dev.docket.model.train.TrainedHeads;
import dev.docket.model.train.TrainedLabel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes down what a training did.
///
/// @param vetted what the guards did that look at weights and people
record RunRecord(JobRun run, TrainingOrder order, Manifest base, TrainedHeads trained, List<GuardEffect> vetted) {
    private static final int LISTED = 50;

    TrainingRunView write(LabelSetView set, Instant from, Instant to, long workedMs) {
        return new TrainingRunView(
                order.version(),
                order.name(),
                run.job(),
                base.version(),
                set.version(),
                Objects.requireNonNullElse(set.sha256(), ""),
                trained.dataSha256(),
                CodeVersion.ofThisProcess(),
                order.seed(),
                trained.replayed() ? order.replayShare() : 0,
                order.overrideReason(),
                trained.trainingRows(),
                trained.validationRows(),
                trained.labels().stream().map(RunRecord::label).toList(),
                guards(),
                run.by() instanceof Actor.Person(UUID id) ? id : null,
                from,
                to,
                workedMs);
    }

    private static TrainingRunView.TrainedLabel label(TrainedLabel label) {
        return new TrainingRunView.TrainedLabel(
                label.label(),
                label.positives(),
                label.negatives(),
                label.pull(),
                figure(label.before()),
                figure(label.after()));
    }

    private static @Nullable Double figure(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private List<GuardEffect> guards() {
        var guards = new ArrayList<>(vetted);
        for (var label : trained.labels()) {
            guards.add(new GuardEffect(
                    "outlier",
                    label.outliers().size(),
                    0,
                    label.takenAway(),
                    label.outliers().stream()
                            .limit(LISTED)
                            .map(UUID::fromString)
                            .toList(),
                    label.raters().keySet().stream().map(UUID::fromString).toList(),
                    "%s: rows that the heads and their neighbours contradict, and moderators whose rows are doubted far more often than others'."
                            .formatted(label.label())));
        }
        return guards;
    }
}
