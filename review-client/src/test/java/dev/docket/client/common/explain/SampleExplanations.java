package dev.docket.client.common.explain;

import dev.docket.dto.item.Route;
import dev.docket.dto.review.ExplanationView;
import dev.docket.dto.review.ExplanationView.Change;
import dev.docket.dto.review.ExplanationView.Flip;
import dev.docket.dto.review.ExplanationView.Outcome;
import dev.docket.dto.review.ExplanationView.State;
import dev.docket.dto.review.ExplanationView.WordPull;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the floor might say of a text's words; by itself of those of
/// [dev.docket.client.common.item.SampleTasks#harassment].
public final class SampleExplanations {
    private SampleExplanations() {}

    public static ExplanationView running(double progress) {
        return new ExplanationView(
                State.RUNNING, progress, "harassment", "docket-text-1", null, null, null, List.of(), null, 0, null);
    }

    public static ExplanationView done(String text) {
        return done(
                text,
                Map.of("idiot", 1.31, "clown", 0.94, "stupider", 0.71, "Shut", 0.4, "wants", 0.12, "post", -0.2),
                List.of("idiot", "stupider", "clown"));
    }

    /// @param flip without which of the words it would take another way
    public static ExplanationView done(String text, Map<String, Double> words, List<String> flip) {
        var pulls = new ArrayList<WordPull>();
        words.forEach((word, pull) -> {
            int at = text.indexOf(word);
            pulls.add(new WordPull(at, at + word.length(), pull, 0.8));
        });
        var spans = flip.stream()
                .map(word -> List.of(text.indexOf(word), text.indexOf(word) + word.length()))
                .toList();
        return new ExplanationView(
                State.DONE,
                1,
                "harassment",
                "docket-text-2",
                "docket-text-1",
                0.91,
                0.5,
                pulls,
                null,
                0,
                new Flip(
                        Outcome.FOUND,
                        Route.REVIEW,
                        Route.ALLOW,
                        spans,
                        List.of(new Change("harassment", 0.91, 0.44, 0.5), new Change("toxicity", 0.94, 0.51, 0.6))));
    }
}
