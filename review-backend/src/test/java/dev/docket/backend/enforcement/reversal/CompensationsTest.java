package dev.docket.backend.enforcement.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.dto.enforcement.CompensatedAction;
import dev.docket.dto.enforcement.Compensation;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompensationsTest {
    @Test
    void everyActionButNoneIsTakenBackByItsOwn() {
        var compensations = Arrays.stream(ActionType.values())
                .filter(type -> type != ActionType.NONE)
                .map(Compensations::of)
                .map(Optional::orElseThrow)
                .toList();
        assertThat(compensations).doesNotHaveDuplicates().containsExactlyInAnyOrder(Compensation.values());
        assertThat(Compensations.of(ActionType.NONE)).isEmpty();
    }

    @Test
    void whatTheLaterDecisionCarriesIsNotTakenBack() {
        var remove = new Action(ActionType.REMOVE, null);
        var suspend = new Action(ActionType.SUSPEND, null);
        assertThat(Compensations.between(List.of(remove, suspend), List.of(remove)))
                .containsExactly(new CompensatedAction(suspend, Compensation.REINSTATE));
    }

    @Test
    void aBanDoesNotLiftASuspensionByItself() {
        var suspend = new Action(ActionType.SUSPEND, null);
        assertThat(Compensations.between(List.of(suspend), List.of(new Action(ActionType.BAN, null))))
                .hasSize(1);
    }
}
