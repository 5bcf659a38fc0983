package dev.docket.client.waves;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.waves.OpenWave.Said;
import dev.docket.dto.precedents.WaveState;
import dev.docket.dto.precedents.WaveSummary;
import dev.docket.dto.precedents.WaveView;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.PolicyBrief;
import dev.docket.dto.review.Shown;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WavesViewModelTest {
    private final InlineBackground background = new InlineBackground();
    private final FakeWavesApi floor = new FakeWavesApi();
    private final WavesViewModel model = new WavesViewModel(floor, background, background.clock());
    private final OpenWave wave = model.wave();

    @BeforeEach
    void open() {
        model.open();
    }

    @Test
    void theFirstOfTheListIsOpenedWithItsFirstItem() {
        assertThat(wave.id()).isEqualTo("w1");
        assertThat(view().members()).hasSize(4);
        assertThat(Objects.requireNonNull(wave.memberProperty().get()).itemId()).isEqualTo("w1");
        assertThat(Objects.requireNonNull(wave.itemProperty().get()).externalId())
                .isEqualTo("p-w1");
    }

    @Test
    void forHowLongImagesWereShownIsSaidWithTheWave() {
        floor.pictured = "w1";
        wave.select(view().members().get(1));
        background.advance(Duration.ofSeconds(5));
        wave.cover().reveal();
        background.advance(Duration.ofSeconds(3));
        wave.select(view().members().get(2));
        wave.cover().revealAll();
        background.advance(Duration.ofSeconds(2));
        wave.approveItems();
        wave.decide();

        assertThat(floor.decisions.getFirst().shown()).isEqualTo(new Shown(10_000, 3_000, 2_000));
    }

    @Test
    void whatAwaitsASecondPersonComesFirst() {
        floor.add(asked("a1", 30));
        model.lookAgain();

        assertThat(Objects.requireNonNull(model.wavesProperty().get()))
                .extracting(WaveSummary::id)
                .containsExactly("a1", "w1", "w2");
        assertThat(wave.id()).as("the wave at hand stays").isEqualTo("w1");
    }

    @Test
    void allButWhatIsLeftOutIsDecidedOnceAndCanBeUndoneWhole() {
        wave.toggle("w1-2");
        wave.press(policy("spam"));
        wave.reasonsProperty().set(" It repeats itself. ");
        wave.decide();

        var sent = floor.decisions.getFirst();
        assertThat(sent.outcome()).isEqualTo(Outcome.VIOLATION);
        assertThat(sent.except()).containsExactly("w1-2");
        assertThat(sent.reasons()).isEqualTo("It repeats itself.");
        assertThat(Objects.requireNonNull(sent.violations()))
                .allMatch(one -> one.spans() == null && one.regions() == null && one.seconds() == null);
        assertThat(said()).isEqualTo(Said.DECIDED);
        assertThat(wave.id()).isEqualTo("d-w1");
        assertThat(view().wave().state()).isEqualTo(WaveState.DECIDED);

        wave.undo();

        assertThat(floor.deeds).containsExactly("undo d-w1");
        assertThat(said()).isEqualTo(Said.UNDONE);
    }

    @Test
    void whatWasTakenBackWaitsAgainAndIsAtHand() {
        wave.approveItems();
        wave.decide();
        var again = FakeWavesApi.waiting("w1", "spam", 4);
        wave.undo();
        floor.waves.remove("d-w1");
        floor.add(again);
        model.lookAgain();

        assertThat(said()).isEqualTo(Said.UNDONE);
        assertThat(wave.id()).isEqualTo("w1");
        assertThat(view().wave().state()).isEqualTo(WaveState.WAITING);
    }

    @Test
    void aLargeWaveIsAskedForAndNobodyIsTheirOwnSecond() {
        floor.add(FakeWavesApi.waiting("w3", "spam", 30));
        model.lookAgain();
        go("w3");
        wave.approveItems();
        assertThat(wave.needsSecond()).isTrue();
        wave.decide();

        assertThat(said()).isEqualTo(Said.ASKED);
        wave.decide();
        assertThat(said()).isEqualTo(Said.YOUR_OWN);
        assertThat(floor.deeds).isEmpty();

        wave.refuse();
        assertThat(floor.deeds).containsExactly("refuse d-w3");
        assertThat(said()).isEqualTo(Said.DECLINED);
    }

    @Test
    void theMostSevereNeedsASecondHoweverFew() {
        wave.press(policy("violence"));
        assertThat(wave.needsSecond()).isTrue();
        wave.severity(-1);
        assertThat(wave.needsSecond()).isFalse();
    }

    @Test
    void theSecondPersonSaysWhatTheyFindWithoutSeeingWhatTheFirstFound() {
        floor.add(asked("a1", 30));
        model.lookAgain();
        go("a1");
        assertThat(view().finding()).isNull();
        wave.decide();
        assertThat(said()).as("a key alone agrees to nothing").isEqualTo(Said.CHOOSE_FIRST);

        wave.toggle("a1-2");
        wave.approveItems();
        wave.decide();

        assertThat(floor.deeds).containsExactly("look a1 APPROVE");
        assertThat(floor.decisions.getFirst().except()).containsExactly("a1-2");
        assertThat(said()).isEqualTo(Said.AGREED);
        assertThat(view().wave().decided()).isEqualTo(30);
    }

    @Test
    void whereTheyDifferNothingHappensAndAnotherSettlesIt() {
        floor.add(asked("a1", 30));
        model.lookAgain();
        go("a1");
        wave.press(policy("spam"));
        wave.decide();

        assertThat(said()).isEqualTo(Said.DIFFERED);
        assertThat(wave.canFind()).isFalse();
        assertThat(wave.canRefuse()).isFalse();
    }

    @Test
    void theThirdPersonTakesOverASideOrChoosesAnew() {
        floor.add(FakeWavesApi.disputed("b1", 5));
        model.lookAgain();
        go("b1");
        wave.takeSide(1);
        assertThat(wave.outcome()).isEqualTo(Outcome.APPROVE);
        wave.press(policy("spam"));
        assertThat(wave.sideProperty().get()).isNull();
        assertThat(wave.outcome()).isEqualTo(Outcome.VIOLATION);
        wave.takeSide(0);
        wave.decide();

        var sent = floor.decisions.getFirst();
        assertThat(floor.deeds).containsExactly("settle b1 VIOLATION");
        assertThat(Objects.requireNonNull(sent.violations()).getFirst().policy())
                .isEqualTo("violence");
        assertThat(sent.reasons()).isEqualTo("It calls for harm to a named person.");
        assertThat(said()).isEqualTo(Said.SETTLED);
    }

    @Test
    void aBanWantsASecondHoweverFew() {
        wave.press(policy("harassment"));
        wave.press(ActionType.BAN);
        assertThat(wave.needsSecond()).as("the policy does not allow it").isFalse();
        wave.press(policy("violence"));
        wave.severity(-1);
        wave.press(ActionType.BAN);
        assertThat(wave.needsSecond()).isTrue();
    }

    @Test
    void nothingIsSentThatCannotBeTaken() {
        wave.decide();
        assertThat(said()).isEqualTo(Said.CHOOSE_FIRST);
        view().members().forEach(one -> wave.toggle(one.itemId()));
        wave.approveItems();
        wave.decide();
        assertThat(said()).isEqualTo(Said.NOTHING_LEFT);

        floor.add(FakeWavesApi.waiting("w4", "spam", 41));
        model.lookAgain();
        go("w4");
        wave.approveItems();
        wave.decide();
        assertThat(said()).isEqualTo(Said.TOO_MANY);
        wave.toggle("w4-9");
        assertThat(wave.missing()).isNull();
        assertThat(floor.decisions).isEmpty();
    }

    @Test
    void approvingAndViolatingExcludeEachOther() {
        wave.approveItems();
        assertThat(wave.outcome()).isEqualTo(Outcome.APPROVE);
        wave.press(policy("spam"));
        assertThat(wave.outcome()).isEqualTo(Outcome.VIOLATION);
        wave.approveItems();
        assertThat(wave.outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(wave.choiceProperty().get().violations()).isEmpty();
    }

    @Test
    void whileTheFloorDecidesItsEventsSayHowFarItIs() {
        wave.approveItems();
        background.hold();
        wave.decide();
        assertThat(wave.progressProperty().get()).isEqualTo(new OpenWave.Progress(0, 4));

        model.happened(new LiveEvent(
                "wave.changed", Map.of("wave", "d-w1", "leader", "w1", "state", "DECIDING", "size", 4, "decided", 3)));
        assertThat(wave.progressProperty().get()).isEqualTo(new OpenWave.Progress(3, 4));
        wave.toggle("w1-1");
        assertThat(wave.leftOutProperty().get()).as("too late for that").isEmpty();

        background.release();
        assertThat(wave.progressProperty().get()).isNull();
        assertThat(view().wave().decided()).isEqualTo(4);
    }

    @Test
    void whatSomebodyElseDoesShowsByItself() {
        floor.add(asked("a1", 30));
        model.happened(new LiveEvent("wave.changed", Map.of("wave", "a1", "leader", "x", "state", "DECIDING")));
        background.advance(Duration.ofMillis(600));

        assertThat(Objects.requireNonNull(model.wavesProperty().get())).hasSize(3);

        model.hidden();
        floor.waves.remove("a1");
        model.happened(new LiveEvent("wave.changed", Map.of("wave", "a1", "leader", "x", "state", "REFUSED")));
        background.advance(Duration.ofMinutes(3));
        assertThat(Objects.requireNonNull(model.wavesProperty().get()))
                .as("a hidden screen asks for nothing")
                .hasSize(3);
    }

    @Test
    void afterTheGraceTimeReversingNeedsReasons() {
        wave.approveItems();
        wave.decide();
        background.advance(Duration.ofSeconds(16));
        wave.undo();
        assertThat(said()).isEqualTo(Said.TOO_LATE);
        wave.reverse();
        assertThat(said()).isEqualTo(Said.REASONS_FIRST);
        wave.reasonsProperty().set("We were wrong.");
        wave.reverse();

        assertThat(floor.deeds).containsExactly("reverse d-w1 We were wrong.");
        assertThat(said()).isEqualTo(Said.REVERSED);
    }

    @Test
    void aFloorThatDoesNotAnswerLeavesWhatWasChosen() {
        wave.press(policy("spam"));
        wave.toggle("w1-1");
        floor.offline = true;
        wave.decide();

        assertThat(said()).isEqualTo(Said.NOT_SURE);
        assertThat(wave.busyProperty().get()).isFalse();
        assertThat(wave.progressProperty().get()).isNull();
        assertThat(wave.outcome()).isEqualTo(Outcome.VIOLATION);
        assertThat(wave.leftOutProperty().get()).containsExactly("w1-1");
    }

    @Test
    void aRefusalIsSaidWithItsReason() {
        wave.approveItems();
        floor.refuses = Slug.WAVE_TOO_LARGE;
        wave.decide();
        assertThat(Objects.requireNonNull(wave.lineProperty().get()).slug()).isEqualTo(Slug.WAVE_TOO_LARGE);
    }

    @Test
    void anUnreachableFloorIsSaidAndWhatWasReadStays() {
        floor.offline = true;
        var late = new WavesViewModel(floor, background, background.clock());
        late.open();
        assertThat(late.stateProperty().get()).isEqualTo(WavesViewModel.State.OFFLINE);
        assertThat(late.wavesProperty().get()).isNull();

        model.lookAgain();
        assertThat(model.stateProperty().get()).isEqualTo(WavesViewModel.State.OFFLINE);
        assertThat(Objects.requireNonNull(model.wavesProperty().get())).hasSize(2);
    }

    private static WaveView asked(String id, int size) {
        return FakeWavesApi.made(
                id,
                FakeWavesApi.waiting(id, "spam", size),
                WaveState.AWAITING_APPROVAL,
                FakeWavesApi.ANA,
                Set.of(),
                Outcome.APPROVE,
                List.of());
    }

    private void go(String id) {
        model.open(Objects.requireNonNull(model.wavesProperty().get()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    private PolicyBrief policy(String key) {
        return model.policiesProperty().get().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private WaveView view() {
        return Objects.requireNonNull(wave.viewProperty().get());
    }

    private Said said() {
        return Objects.requireNonNull(wave.lineProperty().get()).said();
    }
}
