package dev.docket.client.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.appeals.OpenAppeal.Said;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.review.Outcome;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppealsViewModelTest {
    private final InlineBackground background = new InlineBackground();
    private final FakeAppealsApi floor = new FakeAppealsApi();
    private final AppealsViewModel model = new AppealsViewModel(floor, background, background.clock(), ZoneOffset.UTC);
    private final OpenAppeal appeal = model.appeal();

    @BeforeEach
    void oneWaits() {
        floor.waiting.add(FakeAppealsApi.appealed());
        model.open();
    }

    @Test
    void theBoardIsReadWhenShownAndWhenItChanges() {
        int read = floor.boardReads;

        model.happened(new LiveEvent("appeal.received", Map.of()));
        model.happened(new LiveEvent("queue.changed", Map.of()));
        model.hidden();
        model.happened(new LiveEvent("appeal.received", Map.of()));

        assertThat(floor.boardReads).isEqualTo(read + 1);
        assertThat(model.boardProperty().get()).isEqualTo(floor.board);
    }

    @Test
    void whatWasReadStaysWhileTheFloorIsAway() {
        floor.offline = true;
        model.lookAgain();

        assertThat(model.stateProperty().get()).isEqualTo(AppealsViewModel.State.OFFLINE);
        assertThat(model.boardProperty().get()).isNotNull();
    }

    @Test
    void anAnswerNeedsAnOutcomeAndReasons() {
        appeal.takeNext();
        appeal.decide();
        assertThat(said()).isEqualTo(Said.CHOOSE_FIRST);
        appeal.choose(Outcome.UPHOLD);
        appeal.decide();
        assertThat(said()).isEqualTo(Said.REASONS_FIRST);
        appeal.choose(Outcome.CHANGE);
        appeal.reasonsProperty().set("Milder.");
        appeal.decide();
        assertThat(said()).isEqualTo(Said.VIOLATION_FIRST);

        assertThat(floor.decisions).isEmpty();
    }

    @Test
    void anOverturnIsSentWithItsReasons() {
        appeal.takeNext();
        appeal.choose(Outcome.OVERTURN);
        appeal.reasonsProperty().set(" A quotation. ");

        appeal.decide();

        var sent = floor.decisions.getFirst();
        assertThat(sent.outcome()).isEqualTo(Outcome.OVERTURN);
        assertThat(sent.reasons()).isEqualTo("A quotation.");
        assertThat(sent.violations()).isEmpty();
        assertThat(sent.lease()).isEqualTo(3);
        assertThat(appeal.taskProperty().get()).isNull();
    }

    @Test
    void aChangeBringsAFinding() {
        appeal.takeNext();
        appeal.choose(Outcome.CHANGE);
        appeal.press(appeal.policies().getFirst());
        appeal.reasonsProperty().set("Milder.");

        appeal.decide();

        assertThat(floor.decisions.getFirst().violations()).hasSize(1);
        assertThat(floor.decisions.getFirst().actions()).isNotEmpty();
    }

    @Test
    void anApprovalIsOverturnedByAFindingAndCannotBeChanged() {
        floor.found = Outcome.APPROVE;
        appeal.takeNext();

        appeal.choose(Outcome.CHANGE);
        assertThat(appeal.outcomeProperty().get()).isNull();
        appeal.choose(Outcome.OVERTURN);
        assertThat(appeal.needsFinding()).isTrue();
    }

    @Test
    void preparedSentencesAreTakenOverOneByOneAndOnce() {
        appeal.takeNext();
        appeal.choose(Outcome.OVERTURN);

        for (int press = 0; press < 3; press++) {
            appeal.nextSentence();
        }

        assertThat(appeal.reasonsProperty().get())
                .isEqualTo("The item is sharp about what somebody said or did, but does not attack the person."
                        + " Read in its context, the item stays within our rules.");
    }

    @Test
    void theNoticeFollowsTheReasonsAfterAPause() {
        appeal.takeNext();
        appeal.choose(Outcome.OVERTURN);
        appeal.reasonsProperty().set("A");
        appeal.reasonsProperty().set("A quotation.");
        assertThat(floor.previews).isEmpty();

        background.advance(Duration.ofMillis(400));

        assertThat(floor.previews).hasSize(1);
        assertThat(floor.previews.getFirst().reasons()).isEqualTo("A quotation.");
        assertThat(appeal.noticeProperty().get()).isNotNull();
    }

    @Test
    void aVeiledDecisionWaitsForAFindingOfOnesOwn() {
        floor.veiled = true;
        appeal.takeNext();
        appeal.choose(Outcome.UPHOLD);
        assertThat(appeal.outcomeProperty().get()).isNull();

        appeal.reveal(Outcome.APPROVE);

        assertThat(appeal.isVeiled()).isFalse();
        assertThat(appeal.appealed()).isPresent();
    }

    @Test
    void anAnswerIsTakenBackWhileThereIsTime() {
        appeal.takeNext();
        appeal.choose(Outcome.UPHOLD);
        appeal.reasonsProperty().set("It stands.");
        appeal.decide();

        appeal.undo();

        assertThat(floor.undone).containsExactly("d-2");
        assertThat(appeal.taskProperty().get()).isNotNull();
    }

    @Test
    void refusalsAndOutagesKeepWhatWasWritten() {
        appeal.takeNext();
        appeal.choose(Outcome.UPHOLD);
        appeal.reasonsProperty().set("It stands.");
        floor.offline = true;
        appeal.decide();
        assertThat(said()).isEqualTo(Said.NOT_SENT);
        floor.offline = false;
        floor.refuses = Slug.NOT_INDEPENDENT;
        appeal.decide();

        assertThat(said()).isEqualTo(Said.REFUSED);
        assertThat(Objects.requireNonNull(appeal.lineProperty().get()).slug()).isEqualTo(Slug.NOT_INDEPENDENT);
        assertThat(appeal.reasonsProperty().get()).isEqualTo("It stands.");
    }

    @Test
    void aLostLeaseIsSaid() {
        appeal.takeNext();
        floor.leaseLost = true;

        background.advance(Duration.ofSeconds(91));

        assertThat(said()).isEqualTo(Said.LEASE_LOST);
        assertThat(appeal.taskProperty().get()).isNull();
    }

    @Test
    void anAppealIsPutDownForWhoeverMayTakeIt() {
        appeal.takeNext();
        appeal.choose(Outcome.UPHOLD);
        appeal.putDown();

        assertThat(floor.putDown).containsExactly("t-1 3");
        assertThat(said()).isEqualTo(Said.PUT_DOWN);
        assertThat(appeal.taskProperty().get()).isNull();
        appeal.putDown();
        assertThat(floor.putDown).hasSize(1);
    }

    @Test
    void nothingWaitingIsSaid() {
        floor.waiting.clear();

        appeal.takeNext();

        assertThat(said()).isEqualTo(Said.NOTHING_WAITS);
    }

    private Said said() {
        return Objects.requireNonNull(appeal.lineProperty().get()).said();
    }
}
