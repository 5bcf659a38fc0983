package dev.docket.client.common.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.item.SampleTasks;
import dev.docket.client.common.item.Span;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.PolicyBrief;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private final PolicyBrief hate = policy("hate");
    private final PolicyBrief profanity = policy("profanity");

    @Test
    void aPolicyBringsItsSeverityAndAction() {
        var choice = Choice.NOTHING.press(hate);
        assertThat(choice.currentViolation())
                .hasValueSatisfying(one -> assertThat(one.severity()).isEqualTo(3));
        assertThat(choice.actions()).containsExactly(ActionType.REMOVE);
    }

    @Test
    void severalViolationsHaveTheirOwnSeverity() {
        var choice = Choice.NOTHING.press(hate).press(profanity).moreSevere();
        assertThat(choice.violations()).extracting(Choice.Chosen::severity).containsExactly(3, 2);
        assertThat(choice.actions()).containsExactlyInAnyOrder(ActionType.REMOVE, ActionType.WARN);
    }

    @Test
    void theSecondPressMakesCurrentAndTheThirdDrops() {
        var both = Choice.NOTHING.press(hate).press(profanity);
        assertThat(both.press(hate).current()).isEqualTo("hate");
        assertThat(both.press(hate).press(hate).violations()).hasSize(1);
        assertThat(both.press(hate).press(hate).current()).isEqualTo("profanity");
    }

    @Test
    void severityStaysWithinItsBounds() {
        var choice = Choice.NOTHING.press(hate).moreSevere().moreSevere();
        assertThat(choice.violations().getFirst().severity()).isEqualTo(4);
        for (int press = 0; press < 5; press++) {
            choice = choice.lessSevere();
        }
        assertThat(choice.violations().getFirst().severity()).isEqualTo(1);
    }

    @Test
    void severityStaysWithinThePolicysBounds() {
        var narrow = new PolicyBrief(
                "narrow", "Narrow", 1, "", List.of(), List.of(ActionType.REMOVE), ActionType.REMOVE, 2, 2, 3);
        var choice = Choice.NOTHING.press(narrow);
        assertThat(choice.severity(4).violations().getFirst().severity()).isEqualTo(3);
        assertThat(choice.lessSevere().violations().getFirst().severity()).isEqualTo(2);
    }

    @Test
    void aPolicyThatAllowsNoInactionKeepsItsLastAction() {
        var strict =
                new PolicyBrief("strict", "Strict", 1, "", List.of(), List.of(ActionType.REMOVE), ActionType.REMOVE, 2);
        var choice = Choice.NOTHING.press(strict).press(ActionType.REMOVE);
        assertThat(choice.actions()).containsExactly(ActionType.REMOVE);
    }

    @Test
    void anActionNoPolicyAllowsIsNotTaken() {
        var choice = Choice.NOTHING.press(profanity).press(ActionType.BAN);
        assertThat(choice.actions()).containsExactly(ActionType.WARN);
    }

    @Test
    void touchedActionsStopFollowingThePolicies() {
        var choice = Choice.NOTHING.press(profanity).press(ActionType.WARN).press(hate);
        assertThat(choice.actions()).isEmpty();
        assertThat(choice.actionsAsWire(SampleTasks.NOW))
                .singleElement()
                .satisfies(action -> assertThat(action.type()).isEqualTo(ActionType.NONE));
    }

    @Test
    void anActionGoesWithThePolicyThatAllowedIt() {
        var choice = Choice.NOTHING
                .press(profanity)
                .press(hate)
                .press(ActionType.BAN)
                .press(hate);
        assertThat(choice.current()).isEqualTo("profanity");
        assertThat(choice.actions()).doesNotContain(ActionType.BAN);
    }

    @Test
    void aSuspensionGoesThroughItsLengths() {
        var choice = Choice.NOTHING.press(hate).press(ActionType.SUSPEND);
        assertThat(choice.suspendDays()).isEqualTo(7);
        choice = choice.press(ActionType.SUSPEND).press(ActionType.SUSPEND);
        assertThat(choice.suspendDays()).isEqualTo(1);
        assertThat(choice.actionsAsWire(SampleTasks.NOW))
                .anySatisfy(action -> assertThat(action.until()).isEqualTo(SampleTasks.NOW.plus(Duration.ofDays(1))));
        assertThat(choice.press(ActionType.SUSPEND).actions()).doesNotContain(ActionType.SUSPEND);
    }

    @Test
    void marksThatTouchBecomeOne() {
        var choice = Choice.NOTHING
                .press(hate)
                .mark(new Span(0, 4))
                .mark(new Span(4, 8))
                .mark(new Span(20, 22));
        assertThat(choice.violations().getFirst().spans()).containsExactly(new Span(0, 8), new Span(20, 22));
    }

    @Test
    void markingAMarkedPlaceTakesItAway() {
        var choice = Choice.NOTHING.press(hate).mark(new Span(0, 8)).mark(new Span(2, 4));
        assertThat(choice.violations().getFirst().spans()).isEmpty();
    }

    private static PolicyBrief policy(String key) {
        return SampleTasks.policies().stream()
                .filter(policy -> policy.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
