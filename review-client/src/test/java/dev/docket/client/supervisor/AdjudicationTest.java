package dev.docket.client.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.item.Span;
import dev.docket.client.common.media.Region;
import dev.docket.client.common.media.Stretch;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.supervisor.Adjudication.Notice;
import dev.docket.client.supervisor.Adjudication.State;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdjudicationTest {
    private final InlineBackground background = new InlineBackground();
    private final FakeSupervisorApi floor = new FakeSupervisorApi();
    private final SupervisorViewModel screen =
            new SupervisorViewModel(floor, background, background.clock(), wave -> {});
    private final Adjudication disputed = screen.adjudication();

    @BeforeEach
    void openTheScreen() {
        floor.waiting.add(FakeSupervisorApi.disputed());
        screen.open();
    }

    @Test
    void nothingIsTakenByLooking() {
        assertThat(floor.waiting).hasSize(1);
        assertThat(disputed.stateProperty().get()).isEqualTo(State.IDLE);
    }

    @Test
    void followingASideDecidesAsItDid() {
        disputed.takeNext();
        disputed.choose(Side.RIGHT);
        disputed.noteProperty().set("The threat was missed.");
        disputed.decide();

        var decision = floor.decisions.getFirst();
        assertThat(decision.lease()).isEqualTo(3);
        assertThat(decision.violations()).extracting(Violation::policy).containsExactly("harassment", "violence");
        assertThat(decision.actions()).extracting(action -> action.type()).contains(ActionType.WARN);
        assertThat(decision.note()).isEqualTo("The threat was missed.");
        assertThat(notice()).isEqualTo(Notice.Kind.SETTLED);
        assertThat(disputed.stateProperty().get()).isEqualTo(State.IDLE);
    }

    @Test
    void enterWithoutAChoiceDecidesNothing() {
        disputed.takeNext();
        disputed.decide();

        assertThat(floor.decisions).isEmpty();
        assertThat(notice()).isEqualTo(Notice.Kind.CHOOSE_FIRST);
    }

    @Test
    void decidingAnewFollowsNeither() {
        disputed.takeNext();
        disputed.choose(Side.LEFT);
        disputed.decideAnew();
        disputed.press(disputed.policies().getFirst(), null);
        disputed.severity(1);
        disputed.decide();

        assertThat(floor.decisions.getFirst().violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.severity()).isEqualTo(3));
    }

    @Test
    void anewCanBeThatNothingIsBroken() {
        disputed.takeNext();
        disputed.decideAnew();
        disputed.approve();
        disputed.decide();

        assertThat(floor.decisions.getFirst().outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(floor.decisions.getFirst().violations()).isEmpty();
        assertThat(floor.decisions.getFirst().actions()).isEmpty();
    }

    @Test
    void whatIsMarkedIsOfOnesOwnFinding() {
        disputed.takeNext();
        disputed.choose(Side.LEFT);
        disputed.mark(new Region(0, 0.25, 0.5, 0.1, 0.2));
        assertThat(disputed.mayMark()).isFalse();

        disputed.decideAnew();
        assertThat(disputed.mayMark()).as("nothing is found yet").isFalse();
        disputed.press(disputed.policies().getFirst(), new Span(13, 18));
        disputed.mark(new Region(1, 0.25, 0.5, 0.1, 0.2));
        disputed.mark(Stretch.second(2, 5));
        assertThat(disputed.mayMark()).isTrue();
        disputed.press(disputed.policies().getFirst(), new Span(20, 26));
        disputed.decide();

        var violation = floor.decisions.getFirst().violations().getFirst();
        assertThat(violation.spans())
                .as("pressing the chosen policy again with words selected marks them")
                .containsExactly(List.of(13, 18), List.of(20, 26));
        assertThat(violation.regions()).containsExactly(List.of(0.25, 0.5, 0.1, 0.2, 1.0));
        assertThat(violation.seconds()).containsExactly(List.of(5.0, 6.0, 2.0));
    }

    @Test
    void policiesDoNothingWhileASideIsFollowed() {
        disputed.takeNext();
        disputed.choose(Side.LEFT);
        disputed.press(disputed.policies().getFirst(), null);

        assertThat(disputed.choiceProperty().get().violations()).isEmpty();
    }

    @Test
    void aSettledItemBecomesGolden() {
        disputed.takeNext();
        disputed.choose(Side.LEFT);
        disputed.toggleGolden();
        disputed.decide();

        assertThat(floor.golden).containsExactly("decision-1");
        assertThat(notice()).isEqualTo(Notice.Kind.SETTLED_GOLDEN);
    }

    @Test
    void aRefusedGoldenItemIsSaidAndTheDecisionStands() {
        floor.refusesGolden = Slug.NOT_INDEPENDENT;
        disputed.takeNext();
        disputed.choose(Side.LEFT);
        disputed.toggleGolden();
        disputed.decide();

        assertThat(floor.decisions).hasSize(1);
        assertThat(disputed.noticeProperty().get()).isEqualTo(new Notice(Notice.Kind.NOT_GOLDEN, Slug.NOT_INDEPENDENT));
    }

    @Test
    void aLostAnswerIsAskedForAgainUnderTheSameKey() {
        disputed.takeNext();
        disputed.choose(Side.LEFT);
        floor.offline = true;
        disputed.decide();
        assertThat(notice()).isEqualTo(Notice.Kind.NOT_SENT);
        assertThat(disputed.sideProperty().get()).isEqualTo(Side.LEFT);

        floor.offline = false;
        disputed.decide();
        assertThat(floor.decisions).hasSize(1);
        assertThat(floor.keys).hasSize(2).containsOnly(floor.keys.getFirst());
    }

    @Test
    void anItemThatNobodyDecidedIsDecidedAnew() {
        floor.waiting.clear();
        floor.waiting.add(FakeSupervisorApi.skipped());
        disputed.takeNext();

        assertThat(disputed.sideProperty().get()).isEqualTo(Side.OWN);
        disputed.choose(Side.LEFT);
        assertThat(disputed.sideProperty().get()).isEqualTo(Side.OWN);
    }

    @Test
    void aLeaseThatRanOutClosesTheItem() {
        disputed.takeNext();
        floor.leaseLost = true;
        background.advance(Duration.ofSeconds(61));

        assertThat(disputed.taskProperty().get()).isNull();
        assertThat(notice()).isEqualTo(Notice.Kind.LEASE_LOST);
    }

    @Test
    void undoOpensTheItemAgain() {
        disputed.takeNext();
        disputed.choose(Side.LEFT);
        disputed.decide();
        disputed.undo();

        assertThat(floor.undone).containsExactly("decision-1");
        assertThat(disputed.taskProperty().get()).isNotNull();
    }

    @Test
    void nothingWaitingIsSaid() {
        floor.waiting.clear();
        disputed.takeNext();

        assertThat(notice()).isEqualTo(Notice.Kind.NOTHING_WAITS);
        assertThat(disputed.stateProperty().get()).isEqualTo(State.IDLE);
    }

    private Notice.Kind notice() {
        return disputed.noticeProperty().get().kind();
    }
}
