package dev.docket.model.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.docket.model.ModelFault;
import dev.docket.model.onnx.ImageGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class CharacterStepsTest {
    private final CharacterSteps steps = new CharacterSteps(List.of("a", "b", " "), 0.15);

    /// Of `_` (blank), `a`, `b` and space a step each, sure of it by 0.7.
    private static ImageGraph.Values values(String path) {
        var numbers = new float[path.length() * 4];
        java.util.Arrays.fill(numbers, 0.1f);
        for (int step = 0; step < path.length(); step++) {
            numbers[4 * step + "_ab ".indexOf(path.charAt(step))] = 0.7f;
        }
        return new ImageGraph.Values(new long[] {1, path.length(), 4}, numbers);
    }

    @Test
    void equalOnesInARowAreOneUnlessABlankIsBetween() throws ModelFault {
        assertThat(steps.read(values("_aa_ab b_")).text()).isEqualTo("aab b");
        assertThat(steps.read(values("_aa_ab b_")).score()).isEqualTo(0.7, within(1e-6));
    }

    @Test
    void aSpaceThatIsLikelyEnoughIsReadBetweenCharacters() throws ModelFault {
        var unsure = values("_a_ab_a_");
        unsure.numbers()[4 * 2 + 3] = 0.2f;
        unsure.numbers()[3] = 0.2f;
        unsure.numbers()[4 * 7 + 3] = 0.2f;
        assertThat(steps.read(unsure).text()).isEqualTo("a aba");
        assertThat(steps.read(values("a_ _a")).text()).isEqualTo("a a");
    }

    @Test
    void blanksAloneSayNothing() throws ModelFault {
        assertThat(steps.read(values("____"))).isEqualTo(new CharacterSteps.Read("", 0));
    }

    @Test
    void whatIsNoProbabilityIsAFault() {
        var broken = values("_a_");
        broken.numbers()[6] = Float.NaN;
        assertThatThrownBy(() -> steps.read(broken)).isInstanceOf(ModelFault.class);
        assertThatThrownBy(() -> steps.read(new ImageGraph.Values(new long[] {1, 3, 5}, new float[15])))
                .isInstanceOf(ModelFault.class);
    }
}
