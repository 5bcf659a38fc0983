package dev.docket.model.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.model.ModelFault;
import dev.docket.model.onnx.OutOfMemory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Batches for which there is not enough memory.
class TokenBudgetTest {
    private final TokenBudget budget = new TokenBudget(512, 12);
    private final List<Integer> runs = new ArrayList<>();

    /// A model with room for so many texts of 32 tokens each.
    private List<Integer> room(int texts, List<Integer> batch) throws OutOfMemory {
        runs.add(batch.size());
        if (batch.size() > texts) {
            throw new OutOfMemory("no room", new RuntimeException("scripted"));
        }
        return batch.stream().map(text -> -text).toList();
    }

    @Test
    void aBatchThatDoesNotFitIsHalvedAndLaterOnesAreSmaller() throws ModelFault {
        var batch = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);

        var results = budget.run(batch, text -> 32, part -> room(5, part));

        assertThat(results).isEqualTo(batch.stream().map(text -> -text).toList());
        assertThat(runs).containsExactly(16, 8, 4, 4, 8, 4, 4);
        assertThat(budget.tokens()).isEqualTo(128);
        assertThat(budget.batches(Collections.nCopies(9, 0), text -> 32, 1))
                .extracting(List::size)
                .containsExactly(4, 4, 1);
    }

    @Test
    void whatFitsIsRunAsItIs() throws ModelFault {
        assertThat(budget.run(List.of(1, 2), text -> 32, part -> room(5, part))).containsExactly(-1, -2);
        assertThat(runs).containsExactly(2);
        assertThat(budget.tokens()).isEqualTo(512);
    }

    @Test
    void aTextThatDoesNotFitByItselfIsAFault() {
        assertThatThrownBy(() -> budget.run(List.of(1), text -> 32, part -> room(0, part)))
                .isInstanceOf(OutOfMemory.class);
        assertThat(budget.tokens()).isEqualTo(512);
    }

    @Test
    void anyOtherFaultIsNotHalved() {
        assertThatThrownBy(() -> budget.run(List.of(1, 2), text -> 32, part -> {
                    runs.add(part.size());
                    throw new ModelFault("choked");
                }))
                .hasMessage("choked");
        assertThat(runs).containsExactly(2);
    }
}
