package dev.docket.backend.queue;

import dev.docket.backend.classification.Assessment;
import dev.docket.dto.review.Evidence;
import dev.docket.dto.review.Task;
import java.util.List;
import java.util.Map;

/// A task without what any model said of its item, nor anything that would tell it.
final class Withheld {
    private static final String REASON = "It was sent for review.";

    private Withheld() {}

    static Assessment from(Assessment known) {
        return new Assessment(
                known.id(),
                known.item(),
                known.unscored(),
                List.of(),
                Map.of(),
                known.filters(),
                Map.of(),
                known.policyVersions(),
                known.route(),
                REASON,
                known.samplingProbability(),
                known.media().stream().map(Withheld::from).toList());
    }

    private static Evidence.MediaFinding from(Evidence.MediaFinding known) {
        return new Evidence.MediaFinding(
                known.index(),
                known.kind(),
                known.unscored(),
                known.fault(),
                List.of(),
                Map.of(),
                known.seconds().stream()
                        .map(second -> new Evidence.Second(second.second(), Map.of(), false))
                        .toList(),
                known.text() == null ? null : from(known.text()));
    }

    private static Evidence.PictureText from(Evidence.PictureText known) {
        return new Evidence.PictureText(
                known.text(), known.lines(), List.of(), Map.of(), known.modelVersion(), known.fault());
    }

    /// @param task that was put together without scores
    static Task from(Task task) {
        var known = task.evidence();
        var evidence = new Evidence(
                known.scores(),
                true,
                known.explanation(),
                known.filters(),
                known.reports(),
                known.history(),
                known.thread(),
                known.precedents(),
                known.media());
        return new Task(
                task.id(),
                task.kind(),
                task.queue(),
                task.dueAt(),
                task.lease(),
                task.item(),
                evidence,
                task.policies(),
                task.first(),
                task.appeal(),
                task.unscored(),
                REASON,
                Reasons.read(REASON),
                task.note());
    }
}
