package dev.docket.backend.classification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.classification.Finding.Failed;
import dev.docket.backend.classification.Finding.Scored;
import dev.docket.backend.classification.Finding.Unavailable;
import dev.docket.backend.models.ModelUnavailable;
import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The search for bad texts.
class ScorerTest {
    private final List<Integer> runs = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 15, 16, 30, 31})
    void oneBadTextIn32TakesSixMoreRuns(int bad) {
        var findings = score(32, Set.of(bad));

        assertThat(runs).hasSizeLessThanOrEqualTo(7);
        assertThat(findings.get(bad)).isInstanceOf(Failed.class);
        assertThat(findings.stream().filter(Scored.class::isInstance)).hasSize(31);
    }

    @Test
    void severalBadTextsAreAllFound() {
        var findings = score(32, Set.of(0, 1, 31));

        assertThat(findings.stream().filter(Failed.class::isInstance)).hasSize(3);
        assertThat(findings.stream().filter(Scored.class::isInstance)).hasSize(29);
    }

    @Test
    void aLoneBadTextIsRunOnce() {
        assertThat(score(1, Set.of(0))).singleElement().isInstanceOf(Failed.class);
        assertThat(runs).hasSize(1);
    }

    @Test
    void anUnavailableModelIsNotSearched() {
        var findings = new Scorer((Scorer.Model) (texts, explain) -> {
                    runs.add(texts.size());
                    throw new ModelUnavailable("resting");
                })
                .score(Collections.nCopies(32, "a"), false);

        assertThat(findings).hasSize(32).allMatch(Unavailable.class::isInstance);
        assertThat(runs).hasSize(1);
    }

    @Test
    void longTextsShareNoCall() {
        new Scorer((Scorer.Model) this::sane).score(Collections.nCopies(3, "a".repeat(60_000)), false);

        assertThat(runs).containsExactly(1, 1, 1);
    }

    @Test
    void nothingIsAskedForNothing() {
        assertThat(score(0, Set.of())).isEmpty();
        assertThat(runs).isEmpty();
    }

    private List<Finding> score(int count, Set<Integer> bad) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            texts.add(bad.contains(i) ? "poison" : "text " + i);
        }
        return new Scorer((Scorer.Model) this::sane).score(texts, false);
    }

    private List<TextScores> sane(List<String> texts, boolean explain) throws ModelFault {
        runs.add(texts.size());
        if (texts.contains("poison")) {
            throw new ModelFault("choked");
        }
        return ScriptedModel.sane(texts);
    }
}
