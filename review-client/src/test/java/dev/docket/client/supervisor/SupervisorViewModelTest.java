package dev.docket.client.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.pick.Picking;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.supervisor.SupervisorViewModel.State;
import dev.docket.dto.floor.HandOn;
import dev.docket.dto.floor.MoveTasks;
import dev.docket.dto.problem.Slug;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SupervisorViewModelTest {
    private final InlineBackground background = new InlineBackground();
    private final FakeSupervisorApi floor = new FakeSupervisorApi();
    private final List<String> shownWaves = new ArrayList<>();
    private final SupervisorViewModel screen =
            new SupervisorViewModel(floor, background, background.clock(), shownWaves::add);

    @Test
    void anAlertThatWasSeenLeavesTheScreen() {
        screen.open();

        screen.acknowledge("a1");

        assertThat(screen.qualityProperty().get().alerts())
                .extracting(QualityFigures.Alert::id)
                .containsExactly("a2");
        assertThat(screen.toldProperty().get()).isEqualTo(new Said("supervisor.said.seen"));
    }

    @Test
    void theFloorIsReadWhenTheScreenOpens() {
        screen.open();

        assertThat(screen.stateProperty().get()).isEqualTo(State.READY);
        assertThat(screen.floorProperty().get().queues()).hasSize(6);
        assertThat(screen.qualityProperty().get().alerts()).hasSize(2);
    }

    @Test
    void manyEventsAreOneReading() {
        screen.open();
        for (int event = 0; event < 20; event++) {
            screen.happened(new LiveEvent("queue.changed", Map.of("queue", "spam")));
        }
        background.advance(Duration.ofSeconds(1));

        assertThat(floor.floorReads).isEqualTo(2);
    }

    @Test
    void aHiddenScreenAsksForNothing() {
        screen.open();
        screen.hidden();
        screen.happened(new LiveEvent("queue.changed", Map.of()));
        background.advance(Duration.ofMinutes(5));
        assertThat(floor.floorReads).isEqualTo(1);

        screen.shown();
        assertThat(floor.floorReads).isEqualTo(2);
    }

    @Test
    void anOutageLeavesWhatWasRead() {
        screen.open();
        floor.offline = true;
        background.advance(Duration.ofSeconds(30));

        assertThat(screen.stateProperty().get()).isEqualTo(State.OFFLINE);
        assertThat(screen.floorProperty().get()).isNotNull();
    }

    @Test
    void aRefusalIsAnError() {
        floor.refuses = Slug.FORBIDDEN;
        screen.open();

        assertThat(screen.stateProperty().get()).isEqualTo(State.ERROR);
        assertThat(screen.problemProperty().get().slug()).isEqualTo(Slug.FORBIDDEN);
    }

    @Test
    void aMoveSaysHowManyBeforeItIsDone() {
        screen.open();
        screen.prepareMove("spam", false);
        assertThat(screen.transferProperty().get().count()).isEqualTo(87);
        assertThat(floor.moves).isEmpty();

        screen.transferTo(1);
        screen.transferCount(20);
        screen.transferReason("Hate is quiet today");
        screen.confirmTransfer();
        assertThat(floor.moves).containsExactly(new MoveTasks("spam", "hate", 20, "Hate is quiet today"));
        assertThat(screen.outcomeProperty().get().moved()).isEqualTo(20);
    }

    @Test
    void moreThanThereIsCannotBeMoved() {
        screen.open();
        screen.prepareMove("violence", false);
        screen.transferCount(500);

        assertThat(screen.transferProperty().get().count()).isEqualTo(5);
    }

    @Test
    void aDrainTakesAllWhateverArrivedMeanwhile() {
        screen.open();
        screen.prepareMove("spam", true);
        screen.transferCount(3);
        screen.confirmTransfer();

        assertThat(floor.moves).containsExactly(new MoveTasks("spam", "harassment", null, null));
    }

    @Test
    void anEmptyQueueCannotBeDrained() {
        screen.open();
        screen.prepareMove("self_harm", true);
        screen.confirmTransfer();

        assertThat(floor.moves).isEmpty();
    }

    @Test
    void aPersonsTasksGoBackOrToSomebody() {
        screen.open();
        screen.prepareHandOn("p1");
        screen.confirmTransfer();
        screen.prepareHandOn("p1");
        screen.transferTo(2);
        screen.confirmTransfer();

        assertThat(floor.handedOn).containsExactly(new HandOn("p1", null, null), new HandOn("p1", "p3", null));
    }

    @Test
    void whereOnlyWavesWaitTheNextOneIsGoneTo() {
        floor.waiting.add(FakeSupervisorApi.disputed());
        screen.open();
        screen.takeNext();
        assertThat(screen.adjudication().taskProperty().get())
                .as("tasks come first")
                .isNotNull();
        assertThat(shownWaves).isEmpty();
        screen.adjudication().leave();

        floor.floor = FakeSupervisorApi.onlyWaves();
        screen.happened(new LiveEvent("wave.changed", Map.of("wave", "w2")));
        background.advance(Duration.ofSeconds(1));
        screen.takeNext();

        assertThat(shownWaves).containsExactly("w1");
        assertThat(screen.adjudication().taskProperty().get()).isNull();
        screen.prepareReassign(screen.floorProperty().get().needs().getFirst(), "a wave");
        assertThat(screen.picking().draftProperty().get())
                .as("a wave is nobody's task")
                .isNull();
    }

    @Test
    void oneTaskOfTheNeedsIsReassigned() {
        screen.open();
        var need = screen.floorProperty().get().needs().getFirst();
        screen.prepareReassign(need, "a need");
        var choices = screen.picking().draftProperty().get().found();
        assertThat(choices.getFirst().key()).isEqualTo("pick.reassign.back");
        assertThat(choices).extracting(Picking.Choice::name).contains("Mina Okafor", "Jonas Brandt");
        screen.picking().step(1);
        screen.picking().confirm();

        assertThat(floor.reassigned).hasSize(1).first().asString().contains(need.taskId(), "mod1");
        assertThat(screen.toldProperty().get().key()).isEqualTo("supervisor.said.reassigned");
    }

    @Test
    void aRefusedReassignmentStaysOpenAndSaysWhy() {
        screen.open();
        screen.prepareReassign(screen.floorProperty().get().needs().getFirst(), "a need");
        floor.refuses = Slug.NOT_INDEPENDENT;
        screen.picking().confirm();

        assertThat(screen.picking().draftProperty().get().refusal()).isEqualTo(Slug.NOT_INDEPENDENT);
        screen.picking().cancel();
        assertThat(screen.picking().draftProperty().get()).isNull();
    }

    @Test
    void aRefusedMoveIsSaid() {
        screen.open();
        screen.prepareMove("spam", false);
        floor.refuses = Slug.FORBIDDEN;
        screen.confirmTransfer();

        assertThat(screen.outcomeProperty().get().moved()).isEqualTo(-1);
        assertThat(screen.outcomeProperty().get().slug()).isEqualTo(Slug.FORBIDDEN);
    }
}
