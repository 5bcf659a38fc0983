package dev.docket.client.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.dto.enforcement.StrikeProposal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProposalsTest {
    private final InlineBackground background = new InlineBackground();
    private final FakeSupervisorApi floor = new FakeSupervisorApi();
    private final SupervisorViewModel model =
            new SupervisorViewModel(floor, background, background.clock(), wave -> {});
    private final Proposals proposals = model.proposals();

    @BeforeEach
    void open() {
        model.open();
    }

    @Test
    void nothingIsTakenWithoutReasons() {
        proposals.answerFirst();
        proposals.reasons("  ");
        proposals.confirm();

        assertThat(floor.settled).isEmpty();
        assertThat(proposals.draftProperty().get()).isNotNull();
    }

    @Test
    void anAnswerGoesOutOnceAndTheNextProposalMovesUp() {
        proposals.answerFirst();
        proposals.reasons(" Third insult this week. ");
        proposals.confirm();
        proposals.confirm();

        assertThat(floor.settled).containsExactly("accepted: Third insult this week.");
        assertThat(proposals.openProperty().get())
                .extracting(StrikeProposal::id)
                .containsExactly("s2");
        assertThat(model.toldProperty().get()).isEqualTo(new Said("supervisor.said.accepted", "u-4711"));
    }

    @Test
    void leavingItIsAnAnswerTooWithAReasonOfItsOwn() {
        proposals.answerFirst();
        proposals.accepts(false);
        proposals.reasons("Two of the strikes are under appeal.");
        proposals.confirm();

        assertThat(floor.settled).containsExactly("dismissed: Two of the strikes are under appeal.");
    }

    @Test
    void withoutTheFloorTheAnswerStaysAndCanBeSentAgain() {
        proposals.answerFirst();
        proposals.reasons("Third insult this week.");
        floor.offline = true;
        proposals.confirm();
        assertThat(proposals.draftProperty().get().refusal()).isEmpty();

        floor.offline = false;
        proposals.confirm();

        assertThat(floor.settled).hasSize(1);
        assertThat(proposals.draftProperty().get()).isNull();
    }

    @Test
    void theyAreReadAgainWhenOneChanges() {
        floor.proposals.removeFirst();

        model.happened(new LiveEvent("proposal.changed", Map.of("proposal", "s1")));

        assertThat(proposals.openProperty().get()).hasSize(1);
    }
}
