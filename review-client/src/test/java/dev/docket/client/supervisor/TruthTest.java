package dev.docket.client.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.dto.floor.FloorView.PersonOnFloor;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.quality.CreateCalibration;
import dev.docket.dto.quality.GoldenItemView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Golden items, calibrations and the cards of one person.
class TruthTest {
    private final InlineBackground background = new InlineBackground();
    private final FakeSupervisorApi floor = new FakeSupervisorApi();
    private final SupervisorViewModel screen =
            new SupervisorViewModel(floor, background, background.clock(), wave -> {});

    @BeforeEach
    void open() {
        screen.open();
    }

    @Test
    void aGoldenItemIsRetiredAtTheSecondPress() {
        var golden = screen.golden();
        golden.open();
        golden.step(1);
        golden.retire();
        assertThat(golden.lookProperty().get().retiring()).isTrue();
        assertThat(floor.truth.golden).hasSize(5);

        golden.retire();
        assertThat(floor.truth.golden).extracting(GoldenItemView::id).hasSize(4).doesNotContain("g2");
        assertThat(golden.lookProperty().get().item().id()).isEqualTo("g3");
    }

    @Test
    void whatIsLookedAtIsReadAnewWhenItChangesAndOneStaysWhereOneIs() {
        screen.golden().open();
        screen.golden().step(1);
        screen.calibrations().open();
        screen.calibrations().step(1);
        floor.truth.golden.removeFirst();
        floor.truth.calibrations.removeFirst();

        screen.happened(new LiveEvent("golden.changed", Map.of()));
        screen.happened(new LiveEvent("calibration.changed", Map.of()));

        assertThat(screen.golden().lookProperty().get().items()).hasSize(4);
        assertThat(screen.golden().lookProperty().get().item().id()).isEqualTo("g2");
        var calibrations = screen.calibrations().lookProperty().get();
        assertThat(calibrations.all()).hasSize(1);
        assertThat(calibrations.open().id()).isEqualTo("c1");

        screen.golden().retire();
        screen.happened(new LiveEvent("golden.changed", Map.of()));
        assertThat(screen.golden().lookProperty().get().retiring())
                .as("what was asked is still asked")
                .isTrue();
    }

    @Test
    void howOftenAppealsAgainstAPersonAreRightStandsBesideTheirAccuracy() {
        screen.person().open("p2", "Jonas Brandt");

        var look = screen.person().lookProperty().get();
        assertThat(look.overturned().decided()).isEqualTo(24);
        assertThat(look.quality().judged()).isEqualTo(61);
        screen.person().note("a word");
        assertThat(screen.person().lookProperty().get().overturned()).isNotNull();
    }

    @Test
    void goingOnTakesBackTheFirstPress() {
        var golden = screen.golden();
        golden.open();
        golden.retire();
        golden.step(1);
        golden.step(-1);
        golden.retire();

        assertThat(floor.truth.golden).hasSize(5);
    }

    @Test
    void aRetirementThatFailsSaysSoAndKeepsTheList() {
        var golden = screen.golden();
        golden.open();
        golden.retire();
        floor.offline = true;
        golden.retire();

        assertThat(golden.lookProperty().get().unread()).isTrue();
        assertThat(golden.lookProperty().get().items()).hasSize(5);
    }

    @Test
    void aCalibrationIsReadWithItsAgreement() {
        var calibrations = screen.calibrations();
        calibrations.open();
        assertThat(calibrations.lookProperty().get().open().agreement()).isNotNull();

        calibrations.step(1);
        assertThat(calibrations.lookProperty().get().open().id()).isEqualTo("c1");
        calibrations.step(1);
        assertThat(calibrations.lookProperty().get().at()).isEqualTo(1);
    }

    @Test
    void aCalibrationIsMadeOfTheNewestGoldenItemsForThoseChosen() {
        var calibrations = screen.calibrations();
        calibrations.open();
        var all = screen.people();
        calibrations.begin(all);
        assertThat(calibrations.lookProperty().get().draft().isPossible())
                .as("without a name")
                .isFalse();
        calibrations.name("Hate in May");
        calibrations.items(2);
        calibrations.toggle(all.getLast().id());
        calibrations.confirm();

        var expected = all.subList(0, all.size() - 1).stream()
                .map(PersonOnFloor::id)
                .sorted()
                .toList();
        assertThat(floor.truth.made)
                .containsExactly(new CreateCalibration("Hate in May", List.of("item-1", "item-2"), expected));
        assertThat(calibrations.lookProperty().get().draft()).isNull();
    }

    @Test
    void aRefusedCalibrationKeepsWhatWasWritten() {
        var calibrations = screen.calibrations();
        calibrations.open();
        calibrations.begin(screen.people());
        calibrations.name("Hate in May");
        floor.refuses = Slug.INVALID_INPUT;
        calibrations.confirm();

        assertThat(calibrations.lookProperty().get().draft().refusal()).isEqualTo(Slug.INVALID_INPUT);
        assertThat(calibrations.lookProperty().get().draft().name()).isEqualTo("Hate in May");
        calibrations.close();
        assertThat(calibrations.lookProperty().get().draft()).isNull();
        calibrations.close();
        assertThat(calibrations.lookProperty().get()).isNull();
    }

    @Test
    void aCalibrationNeedsTwoPeople() {
        var calibrations = screen.calibrations();
        calibrations.open();
        calibrations.begin(screen.people().subList(0, 1));
        calibrations.name("Alone");
        calibrations.confirm();

        assertThat(floor.truth.made).isEmpty();
    }

    @Test
    void aCardIsSentWithAWordAndShowsThatItWas() {
        var person = screen.person();
        person.open("p2", "Jonas Brandt");
        person.step(1);
        person.note("Read it to the end");
        person.send();

        assertThat(floor.truth.sent).containsExactly("p2 item-2 Read it to the end");
        assertThat(person.lookProperty().get().card().sent().note()).isEqualTo("Read it to the end");
        assertThat(person.lookProperty().get().at()).isEqualTo(1);
        assertThat(person.lookProperty().get().note()).isEmpty();
    }

    @Test
    void aCardThatIsNotSentKeepsTheWord() {
        var person = screen.person();
        person.open("p2", "Jonas Brandt");
        person.note("Read it to the end");
        floor.offline = true;
        person.send();

        assertThat(person.lookProperty().get().unsent()).isTrue();
        assertThat(person.lookProperty().get().note()).isEqualTo("Read it to the end");
    }

    @Test
    void aPersonWhoseFiguresCannotBeReadIsSaid() {
        floor.offline = true;
        screen.person().open("p2", "Jonas Brandt");

        assertThat(screen.person().lookProperty().get().unread()).isTrue();
        screen.person().send();
        assertThat(floor.truth.sent).isEmpty();
    }

    @Test
    void whatComesAfterTheCardWasClosedIsNotShown() {
        background.hold();
        screen.golden().open();
        screen.person().open("p2", "Jonas Brandt");
        screen.golden().close();
        screen.person().close();
        background.release();

        assertThat(screen.golden().lookProperty().get()).isNull();
        assertThat(screen.person().lookProperty().get()).isNull();
    }
}
