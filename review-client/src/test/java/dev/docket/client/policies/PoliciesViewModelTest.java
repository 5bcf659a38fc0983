package dev.docket.client.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.policies.PoliciesViewModel.State;
import dev.docket.dto.people.Role;
import dev.docket.dto.policy.AutomationState;
import dev.docket.dto.policy.SchemaLabel;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.review.ActionType;
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
    void aLabelIsOfferedOnceAModelThatScoresItServes() {
        floor.labels.add(new SchemaLabel("vouchers", false));
        model.open();
        assertThat(model.labels()).contains("spam").doesNotContain("vouchers");

        floor.labels.set(floor.labels.size() - 1, new SchemaLabel("vouchers", true));
        model.shown();

        assertThat(model.labels()).endsWith("vouchers");
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
        model.safeguards().letAct(false);

        assertThat(floor.killed).isTrue();
        assertThat(model.safeguards().killSwitchProperty().get().on()).isFalse();
        assertThat(model.saidProperty().get().key()).isEqualTo("stopped");
    }

    @Test
    void theAuditShareIsChangedUnderItsVersion() {
        model.safeguards().draw(0.02);
        assertThat(floor.share).isEqualTo(0.02);
        assertThat(model.saidProperty().get().key()).isEqualTo("share");

        floor.shareVersion++;
        model.safeguards().draw(0.03);
        assertThat(floor.share).isEqualTo(0.02);
        assertThat(model.saidProperty().get().key()).isEqualTo("share-changed");
        model.safeguards().draw(0.03);
        assertThat(floor.share).as("read again meanwhile").isEqualTo(0.03);
        model.safeguards().draw(1.5);
        assertThat(floor.share).isEqualTo(0.03);
    }

    @Test
    void onlyPolicyLeadsChangeTheAuditShare() {
        opened(Role.SUPERVISOR).safeguards().draw(0.5);
        assertThat(floor.share).isEqualTo(0.01);
        opened(Role.ML).safeguards().letAct(false);
        assertThat(floor.killed).isFalse();
    }

    @Test
    void everyRuleIsPublished() {
        model.edit(draft ->
                draft.withRules(rules -> rules.with(rules.severities().from(2).to(3))
                        .with(rules.measures().allowing(ActionType.BAN, true))
                        .with(rules.deciders().from(Role.SENIOR).trainedIn("minors , fraud, minors"))
                        .withGrace(120)
                        .withCategory("STATEMENT_CATEGORY_CYBER_VIOLENCE")
                        .inUse(false)));
        model.publish();

        var sent = floor.published.getFirst();
        assertThat(sent.minSeverity()).isEqualTo(2);
        assertThat(sent.maxSeverity()).isEqualTo(3);
        assertThat(sent.allowedActions())
                .containsExactly(ActionType.NONE, ActionType.WARN, ActionType.REMOVE, ActionType.BAN);
        assertThat(sent.minimumRole()).isEqualTo(Role.SENIOR);
        assertThat(sent.skills()).containsExactly("fraud", "minors");
        assertThat(sent.graceSeconds()).isEqualTo(120);
        assertThat(sent.dsaCategory()).isEqualTo("STATEMENT_CATEGORY_CYBER_VIOLENCE");
        assertThat(sent.active()).isFalse();
    }

    @Test
    void severitiesAndActionsStayConsistent() {
        model.edit(
                draft -> draft.withRules(rules -> rules.with(rules.severities().from(4))));
        assertThat(rules().severities()).isEqualTo(new Rules.Severities(4, 4, 4));
        model.edit(
                draft -> draft.withRules(rules -> rules.with(rules.severities().usually(1))));
        assertThat(rules().severities()).isEqualTo(new Rules.Severities(1, 1, 4));
        model.edit(draft -> draft.withRules(rules -> rules.with(rules.measures().allowing(ActionType.REMOVE, false))));
        assertThat(rules().measures().usual()).isEqualTo(ActionType.WARN);
        for (var type : ActionType.values()) {
            model.edit(draft ->
                    draft.withRules(rules -> rules.with(rules.measures().allowing(type, false))));
        }
        assertThat(rules().measures().allowed()).as("one always stays").hasSize(1);
    }

    @Test
    void labelsComeAndGoAndOneIsPrimary() {
        model.edit(draft -> draft.withLabel("threat"));
        assertThat(model.draftProperty().get().fedBy()).containsExactly("harassment", "toxicity", "threat");
        model.edit(draft -> draft.withPrimary("threat").withThresholds("threat", "de", 0.7, null));
        assertThat(primary()).containsExactly("threat");
        model.edit(draft -> draft.withoutLabel("threat"));
        assertThat(primary()).containsExactly("harassment");
        model.edit(draft -> draft.withoutLabel("harassment").withoutLabel("toxicity"));
        assertThat(model.draftProperty().get().labels()).isEmpty();
        model.edit(draft -> draft.withLabel("spam"));
        assertThat(primary()).containsExactly("spam");
    }

    @Test
    void tryingCanBeStopped() {
        background.hold();
        model.speak("de");
        assertThat(model.tryingProperty().get()).isTrue();
        model.stopTrying();
        assertThat(model.tryingProperty().get()).isFalse();
        background.release();
        assertThat(model.simulationProperty().get())
                .as("the answer of before stays")
                .isNotNull();
    }

    private Rules rules() {
        return model.draftProperty().get().rules();
    }

    private List<String> primary() {
        return model.draftProperty().get().rows("*").stream()
                .filter(Draft.Row::primary)
                .map(Draft.Row::label)
                .toList();
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
