package dev.docket.backend.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.PostgresTest;
import dev.docket.dto.review.ActionType;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The policies a new floor starts with.
@PostgresTest
class StartingPoliciesTest {
    private final PolicyBook policies;

    StartingPoliciesTest(JdbcClient jdbc) {
        policies = new PolicyBook(new StoredPolicies(jdbc), new StoredAutomation(jdbc));
    }

    @Test
    void areTheTenOfTheContract() {
        assertThat(policies.all())
                .extracting(Policy::key)
                .containsExactly(
                        "hate",
                        "harassment",
                        "violence",
                        "sexual",
                        "self_harm",
                        "spam",
                        "profanity",
                        "misinformation",
                        "copyright",
                        "illegal_other");
    }

    @Test
    void sayWhatCountsAndWhatDoesNot() {
        assertThat(policies.all())
                .allSatisfy(policy -> assertThat(policy.text()).contains("**Counts:**", "**Does not count:**"));
    }

    @Test
    void actByThemselvesOnNothing() {
        assertThat(policies.all())
                .flatExtracting(Policy::labels)
                .isNotEmpty()
                .allSatisfy(label -> assertThat(label.act()).isNull());
    }

    @Test
    void offerTheirDefaultActionWhichIsNoBan() {
        assertThat(policies.all()).allSatisfy(policy -> {
            assertThat(policy.allowedActions()).contains(policy.defaultAction());
            assertThat(policy.defaultAction()).isNotEqualTo(ActionType.BAN);
        });
    }

    @Test
    void anEarlierVersionCanStillBeRead() {
        assertThat(policies.byKey("hate", 1)).isPresent();
        assertThat(policies.byKey("hate", 2)).isEmpty();
    }
}
