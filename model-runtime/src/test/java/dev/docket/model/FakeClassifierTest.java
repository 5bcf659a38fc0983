package dev.docket.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FakeClassifierTest extends ClassifierContract {
    private final FakeClassifier fake = new FakeClassifier()
            .scoring(text -> text.contains("idiot"), "toxicity", 0.9)
            .failingOn(text -> text.equals("poison"))
            .brokenOn(text -> text.equals("broken"));

    @Override
    protected Classifier classifier() {
        return fake;
    }

    @Override
    protected Classifier openAnother() {
        return new FakeClassifier();
    }

    @Test
    void outcomesFollowTheRules() throws ModelFault {
        assertThat(fake.classify(List.of("idiot"), false).getFirst().scores())
                .contains(new LabelScore("toxicity", 0.9, FakeClassifier.VERSION));
        assertThat(fake.classify(List.of("broken"), false).getFirst().scores())
                .allSatisfy(score -> assertThat(score.score()).isNaN());
        assertThatThrownBy(() -> fake.classify(List.of("fine", "poison"), false))
                .isInstanceOf(ModelFault.class);
    }
}
