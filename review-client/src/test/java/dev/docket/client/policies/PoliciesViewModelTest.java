package dev.docket.client.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.policies.PoliciesViewModel.State;
import dev.docket.dto.people.Role;
import dev.docket.dto.policy.AutomationState;
import dev.docket.dto.problem.Slug;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Reading, writing, trying and publishing policies.
class PoliciesViewModelTest {
    private final InlineBackground background = new InlineBackground();
    private final FakePoliciesApi floor = new FakePoliciesApi();
    private PoliciesViewModel model = opened(Role.POLICY);

    @Test
    void theFirstPolicyIsOpenedAndTried() {
        assertThat(model.stateProperty().get()).isEqualTo(State.READY);
        assertThat(model.chosenProperty().get().key()).isEqualTo("harassment");
        assertThat(floor.tried).hasSize(1);
        assertThat(model.simulationProperty().get().items()).isEqualTo(20_000);
    }

    @Test
    void whatIsWrittenStaysWhileAnotherPolicyIsLookedAt() {
        model.edit(draft -> draft.withText("mine"));
        model.choose(floor.one("spam"));
        assertThat(model.dirtyProperty().get()).isFalse();
        model.choose(floor.one("harassment"));

        assertThat(model.draftProperty().get().text()).isEqualTo("mine");
        assertThat(model.dirtyProperty().get()).isTrue();
        model.discard();
        assertThat(model.dirtyProperty().get()).isFalse();
    }

    @Test
    void publishingSendsTheWholeAndCleansUp() {
        model.edit(draft -> draft.withTitle("Bullying"));
        model.publish();

        assertThat(floor.published.getFirst().title()).isEqualTo("Bullying");
        assertThat(model.chosenProperty().get().version()).isEqualTo(4);
        assertThat(model.dirtyProperty().get()).isFalse();
        assertThat(model.saidProperty().get().key()).isEqualTo("published");
    }

    @Test
    void somebodyWhoWasFirstTakesNothingAway() {
        model.edit(draft -> draft.withText("mine"));
        floor.overtake("harassment", "Theirs", "theirs", List.of());
        model.publish();

        assertThat(model.conflictProperty().get().title()).isEqualTo("Theirs");
        assertThat(model.draftProperty().get().text()).isEqualTo("mine");
        model.keepMine();
        model.publish();
        assertThat(floor.published.getFirst().text()).isEqualTo("mine");
    }

    @Test
    void theirVersionCanBeTaken() {
        model.edit(draft -> draft.withText("mine"));
        floor.overtake("harassment", "Theirs", "theirs", List.of());
        model.happened(new LiveEvent("policy.changed", Map.of("key", "harassment")));
        assertThat(model.draftProperty().get().text()).isEqualTo("mine");
        model.takeTheirs();

        assertThat(model.draftProperty().get().text()).isEqualTo("theirs");
        assertThat(model.dirtyProperty().get()).isFalse();
    }

    @Test
    void thresholdsAreTriedOnceTheSliderRests() {
        model.edit(draft -> draft.withThresholds("harassment", "*", 0.7, null));
        model.edit(draft -> draft.withThresholds("harassment", "*", 0.8, 0.5));
        assertThat(floor.tried).hasSize(1);
        background.advance(PoliciesViewModel.PAUSE);

        assertThat(floor.tried).hasSize(2);
        var tried = floor.tried.getLast().labels().getFirst();
        assertThat(tried.review()).isEqualTo(0.8);
        assertThat(tried.act()).as("never below review").isEqualTo(0.8);
    }

    @Test
    void aLanguageGetsThresholdsOfItsOwn() {
        model.speak("de");
        assertThat(model.draftProperty().get().rows("de").getFirst().own()).isFalse();
        model.edit(draft -> draft.withThresholds("harassment", "de", 0.75, null));
        assertThat(model.draftProperty().get().rows("de").getFirst().review()).isEqualTo(0.75);
        assertThat(model.draftProperty().get().rows("*").getFirst().review()).isEqualTo(0.6);
        model.edit(draft -> draft.withoutLanguage("de"));
        assertThat(model.dirtyProperty().get()).isFalse();
    }

    @Test
    void whoMayNotWriteReadsOnly() {
        model = opened(Role.ADMIN);
        floor.tried.clear();
        model.edit(draft -> draft.withText("mine"));
        model.publish();

        assertThat(model.dirtyProperty().get()).isFalse();
        assertThat(floor.published).isEmpty();
        assertThat(floor.tried).isEmpty();
    }

    @Test
    void automaticActionTakesTwo() {
        model.turnAutomation();
        assertThat(state()).isEqualTo(AutomationState.PENDING);
        model.turnAutomation();
        assertThat(state()).as("who asked can only take it back").isEqualTo(AutomationState.OFF);
        floor.askFor("harassment");
        model.lookAgain();
        model.turnAutomation();
        assertThat(state()).isEqualTo(AutomationState.ON);
    }

    @Test
    void theSwitchForAllIsOneDeed() {
        model.turnKillSwitch();

        assertThat(floor.killed).isTrue();
        assertThat(model.killSwitchProperty().get().on()).isFalse();
    }

    @Test
    void withoutTheFloorNothingIsLost() {
        model.edit(draft -> draft.withText("mine"));
        floor.offline = true;
        model.publish();

        assertThat(model.saidProperty().get().key()).isEqualTo("offline");
        assertThat(model.draftProperty().get().text()).isEqualTo("mine");
        assertThat(opened(Role.POLICY).stateProperty().get()).isEqualTo(State.OFFLINE);
        floor.offline = false;
        floor.refuses = Slug.INTERNAL;
        assertThat(opened(Role.POLICY).stateProperty().get()).isEqualTo(State.FAULT);
    }

    private AutomationState state() {
        return floor.one("harassment").automation().state();
    }

    private PoliciesViewModel opened(Role... roles) {
        var opened = new PoliciesViewModel(floor, background, FakePoliciesApi.person(roles));
        opened.open();
        return opened;
    }
}
