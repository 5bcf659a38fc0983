package dev.docket.backend.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.policy.Policy.LabelThreshold;
import dev.docket.dto.item.Route;
import dev.docket.dto.review.ActionType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Routing by thresholds.
class ThresholdsTest {
    private final Thresholds thresholds = new Thresholds(
            List.of(
                    policy("harassment", 2, label("harassment", 0.5, null), label("toxicity", 0.6, null)),
                    policy("profanity", 1, label("profanity", 0.7, null)),
                    policy("violence", 4, label("threat", 0.4, null)),
                    policy("spam", 1, label("spam", 0.6, 0.95))),
            Set.of("spam"));

    @Test
    void allowsWhatReachesNoThreshold() {
        var routing = thresholds.route(Map.of("harassment", 0.49, "threat", 0.39), "und");

        assertThat(routing.route()).isEqualTo(Route.ALLOW);
        assertThat(routing.queue()).isNull();
    }

    @Test
    void aScoreOnTheThresholdIsReviewed() {
        assertThat(thresholds.route(Map.of("harassment", 0.5), "en").route()).isEqualTo(Route.REVIEW);
    }

    @Test
    void theGravestPolicyTakesTheItemNotTheTopScore() {
        var routing = thresholds.route(Map.of("profanity", 0.99, "threat", 0.41), "en");

        assertThat(routing.queue()).isEqualTo("violence");
        assertThat(routing.severity()).isEqualTo(4);
        assertThat(routing.probability()).isEqualTo(0.41);
    }

    @Test
    void everyFlaggedLabelIsNamed() {
        var routing = thresholds.route(Map.of("toxicity", 0.8, "profanity", 0.9, "spam", 0.1), "en");

        assertThat(routing.scores().stream().filter(Routing.Flag::flagged).map(Routing.Flag::label))
                .containsExactlyInAnyOrder("toxicity", "profanity");
        assertThat(routing.reason()).contains("Toxicity", "Profanity");
    }

    @Test
    void actsOnlyWhereAPolicySaysSo() {
        assertThat(thresholds.route(Map.of("spam", 0.96), "en").route()).isEqualTo(Route.ACT);
        assertThat(thresholds.route(Map.of("spam", 0.94), "en").route()).isEqualTo(Route.REVIEW);
        assertThat(thresholds.route(Map.of("threat", 1.0), "en").route()).isEqualTo(Route.REVIEW);
    }

    @Test
    void aLabelNoPolicyUsesHasNoThreshold() {
        var routing = thresholds.route(Map.of("suggestive", 0.99), "en");

        assertThat(routing.route()).isEqualTo(Route.ALLOW);
        assertThat(routing.scores()).singleElement().satisfies(flag -> {
            assertThat(flag.reviewThreshold()).isNull();
            assertThat(flag.flagged()).isFalse();
        });
    }

    @Test
    void nothingActsWhileItIsSwitchedOff() {
        var off = new Thresholds(thresholds.policies());

        assertThat(off.route(Map.of("spam", 1.0), "en").route()).isEqualTo(Route.REVIEW);
        assertThat(off.route(Map.of("spam", 1.0), "en").actingPolicy()).isNull();
    }

    @Test
    void whoActsIsSaid() {
        var routing = thresholds.route(Map.of("spam", 0.96, "profanity", 0.9), "en");

        assertThat(routing.actingPolicy()).isEqualTo("spam");
        assertThat(routing.queue()).isEqualTo("spam");
    }

    @Test
    void aGraverPolicyThatAsksForAPersonIsHeard() {
        var routing = thresholds.route(Map.of("spam", 0.99, "threat", 0.5), "en");

        assertThat(routing.route()).isEqualTo(Route.REVIEW);
        assertThat(routing.queue()).isEqualTo("violence");
    }

    @Test
    void whatCannotBeTakenBackIsNeverAutomatic() {
        var banning = new Policy(
                "spam", 1, "Spam", "", List.of(label("spam", 0.6, 0.9)), 1, List.of(ActionType.BAN), ActionType.BAN);
        var willing = new Thresholds(List.of(banning), Set.of("spam"));

        assertThat(willing.route(Map.of("spam", 1.0), "en").route()).isEqualTo(Route.REVIEW);
    }

    @Test
    void aLanguageHasItsOwnThresholdAndOthersTheCommonOne() {
        var spoken = new Thresholds(List.of(policy(
                "spam",
                1,
                label("spam", 0.6, null),
                new LabelThreshold("spam", "pt", 0.8, null, true),
                new LabelThreshold("spam", "pt-br", 0.9, null, true))));

        assertThat(spoken.route(Map.of("spam", 0.7), "de").route()).isEqualTo(Route.REVIEW);
        assertThat(spoken.route(Map.of("spam", 0.7), "pt").route()).isEqualTo(Route.ALLOW);
        assertThat(spoken.route(Map.of("spam", 0.85), "pt-PT").route()).isEqualTo(Route.REVIEW);
        assertThat(spoken.route(Map.of("spam", 0.85), "pt-BR").route()).isEqualTo(Route.ALLOW);
    }

    private static Policy policy(String key, int severity, LabelThreshold... labels) {
        return new Policy(key, 1, key, "", List.of(labels), severity, List.of(ActionType.REMOVE), ActionType.REMOVE);
    }

    private static LabelThreshold label(String label, double review, @Nullable Double act) {
        return new LabelThreshold(label, review, act, true);
    }
}
