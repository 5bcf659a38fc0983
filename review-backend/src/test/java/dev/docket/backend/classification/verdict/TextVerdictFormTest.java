package dev.docket.backend.classification.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.model.Embedding;
import dev.docket.model.Explanation;
import dev.docket.model.LabelScore;
import dev.docket.model.TextScores;
import dev.docket.model.TokenContribution;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextVerdictFormTest {
    private final TextVerdictForm form = new TextVerdictForm();
    private static final TextScores SCORES = new TextScores(
            List.of(new LabelScore("hate", Math.nextUp(0.1), "m-1"), new LabelScore("spam", 1, "m-1")),
            Map.of(
                    "hate", new Explanation(List.of(new TokenContribution(0, 3, -1e-17)), -1.25, Math.PI),
                    "spam", new Explanation(List.of(), 0, 0)),
            7,
            Embedding.of(new float[] {0.5f, -1, 0.25f}),
            Map.of("m-2", List.of(new LabelScore("hate", Math.nextDown(0.7), "m-2"))));

    @Test
    void whatComesBackIsWhatWentIn() {
        assertThat(form.read(form.write(SCORES))).contains(SCORES);
        var plain = new TextScores(SCORES.scores(), Map.of(), 1, null);
        assertThat(form.read(form.write(plain))).contains(plain);
    }

    @Test
    void anotherFormOrHalfOfThisOneIsNoVerdict() {
        byte[] bytes = form.write(SCORES);
        byte[] other = bytes.clone();
        other[0]++;

        assertThat(form.read(other)).isEmpty();
        assertThat(form.read(Arrays.copyOf(bytes, bytes.length / 2))).isEmpty();
        assertThat(form.read(new byte[0])).isEmpty();
    }
}
