package dev.docket.backend.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.model.Classifier;
import dev.docket.model.LabelScore;
import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import dev.docket.model.artifact.ModelPackage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Answers that do not count, and candidates that do not count.
class CheckedClassifierTest {
    private double champion = 0.5;
    private List<LabelScore> candidate = List.of(new LabelScore("hate", 0.25, "candidate"));
    private final CheckedClassifier checked = new CheckedClassifier(new Fake());

    private final class Fake implements Classifier {
        @Override
        public List<TextScores> classify(List<String> texts, boolean explain) {
            return texts.stream()
                    .map(text -> new TextScores(
                            List.of(new LabelScore("hate", champion, "champion")),
                            Map.of(),
                            1,
                            null,
                            Map.of("candidate", candidate)))
                    .toList();
        }

        @Override
        public void serve(ModelPackage heads, List<ModelPackage> beside) {
            candidate = List.of(new LabelScore("hate", 0.75, "candidate"));
        }

        @Override
        public ModelDescription describe() {
            return new ModelDescription("champion", "none", "0", List.of("hate"), "CPU")
                    .withBeside(List.of("candidate"));
        }

        @Override
        public void close() {
            champion = Double.NaN;
        }
    }

    private String standing() {
        return Ensemble.HEADS.standing(checked, checked.leftOut());
    }

    private TextScores score() throws ModelFault {
        return checked.classify(List.of("a text"), false).getFirst();
    }

    @Test
    void scoresBesideComeWithTheAnswer() throws ModelFault {
        assertThat(score().beside()).containsOnlyKeys("candidate");
        assertThat(standing()).isEqualTo("champion on CPU; beside it, unseen: candidate");
    }

    @Test
    void aCandidateWithoutANumberIsLeftOutUntilOtherHeadsServe() throws ModelFault {
        for (var bad : List.of(
                List.<LabelScore>of(),
                List.of(new LabelScore("hate", Double.NaN, "candidate")),
                List.of(new LabelScore("hate", 1.5, "candidate")))) {
            candidate = bad;
            assertThat(score().beside()).isEmpty();
            assertThat(score().scores()).containsExactly(new LabelScore("hate", 0.5, "champion"));
            candidate = List.of(new LabelScore("hate", 0.25, "candidate"));
            assertThat(score().beside()).isEmpty();
            assertThat(checked.describe().beside()).isEmpty();
            assertThat(checked.leftOut()).containsOnlyKeys("candidate");
            assertThat(standing()).isEqualTo("champion on CPU; candidate was left out: it gave no number from 0 to 1");

            checked.serve(ModelPackage.read(dev.docket.model.Classifiers.shipped()), List.of());

            assertThat(score().beside()).containsOnlyKeys("candidate");
            assertThat(checked.leftOut()).isEmpty();
        }
    }

    @Test
    void aChampionWithoutANumberIsAFault() {
        champion = Double.NaN;
        assertThatThrownBy(this::score).isInstanceOf(ModelFault.class);
    }
}
