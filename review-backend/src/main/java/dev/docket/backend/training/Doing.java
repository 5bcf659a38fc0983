package dev.docket.backend.training;

import dev.docket.backend.platform.Sentence;
import dev.docket.dto.Phrase;
import dev.docket.model.train.Stage;
import java.util.Map;

/// What a training or an evaluation is doing, in words.
final class Doing {
    static final Sentence VETTING = Sentence.of("job.vetting", "Looking at the rows");
    static final Sentence FIGURES = Sentence.of("job.figures", "Working out figures");

    private Doing() {}

    static Sentence of(Stage stage) {
        return switch (stage) {
            case Stage.Reading(int rows) ->
                Sentence.of("job.reading", "Reading texts: " + rows, Map.of("texts", (double) rows));
            case Stage.Fitting(String label) ->
                new Sentence("Fitting " + label, new Phrase("job.fitting", Map.of(), Map.of("label", label)));
            case Stage.SummingUp() -> Sentence.of("job.summing-up", "Summing up");
        };
    }

    static Sentence evaluating(int texts) {
        return Sentence.of("job.evaluating", "Evaluating: " + texts, Map.of("texts", (double) texts));
    }

    /// Whoever waits for an evaluation.
    @FunctionalInterface
    interface Watch {
        void progress(double share, Sentence doing);
    }
}
