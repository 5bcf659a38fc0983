package dev.docket.model.train;

import dev.docket.model.head.Heads;
import java.util.List;

/// What came of a training.
///
/// @param dataSha256 of all rows as they were read: ids, marks and texts, in order
/// @param replayed whether the base had a summary of its own training to hold on to
public record TrainedHeads(
        Heads heads,
        List<TrainedLabel> labels,
        String dataSha256,
        int trainingRows,
        int validationRows,
        boolean replayed,
        byte[] summary) {
    public TrainedHeads {
        labels = List.copyOf(labels);
        summary = summary.clone();
    }

    @Override
    public byte[] summary() {
        return summary.clone();
    }
}
