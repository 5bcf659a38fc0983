package dev.docket.backend.enforcement.strike;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.review.DecisionSuperseded;
import dev.docket.backend.review.DecisionTookEffect;
import dev.docket.backend.review.PastDecisions;
import dev.docket.backend.support.Decided;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@FloorTest
class StrikesTest {
    private static final String REMOVE = "[{\"type\":\"REMOVE\"}]";
    private static final String PROPOSALS = "/api/v1/strikes/proposals";

    @Autowired
    private FloorClient floor;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PastDecisions decisions;

    @Autowired
    private Strikes strikes;

    @Test
    void violationsCountBySeverityUntilTheyLapse() {
        violate("u-1", 1);
        violate("u-1", 4);
        violate("u-2", 2);
        violate(null, 4);
        assertThat(strikes.standing("forum", "u-1")).isEqualTo(4);
        assertThat(strikes.standing("forum", "u-2")).isEqualTo(1);
        jdbc.sql("UPDATE strike SET lapses_at = now() - interval '1 second' WHERE severity = 4")
                .update();
        assertThat(strikes.standing("forum", "u-1")).isEqualTo(1);
        assertThat(jdbc.sql("SELECT count(*) FROM strike").query(Integer.class).single())
                .isEqualTo(3);
    }

    @Test
    void aFallenDecisionGivesItsStrikeBack() {
        var item = Decided.item("u-1");
        var decision = Decided.violation(item, 1, 3, REMOVE);
        takeEffect(decision, Instant.now());
        supersede(decision, Decided.approval(item, 2), item);
        assertThat(strikes.standing("forum", "u-1")).isZero();
    }

    @Test
    void lookingAgainDoesNotProlongAStrike() {
        var item = Decided.item("u-1");
        var first = Decided.violation(item, 1, 3, REMOVE);
        var longAgo = Instant.now().minus(60, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        takeEffect(first, longAgo);
        var second = Decided.violation(item, 2, 1, REMOVE);
        supersede(first, second, item);
        takeEffect(second, Instant.now());
        var standing = strikes.of(new Caller.Program(Ids.next(), Set.of()), "forum", "u-1");
        assertThat(standing.points()).isEqualTo(1);
        assertThat(standing.strikes()).allMatch(strike -> strike.givenAt().equals(longAgo));
    }

    @Test
    void strikesThatAddUpProposeAndNeverAct() {
        violate("u-1", 3);
        assertThat(proposals().path("items").size()).isZero();
        violate("u-1", 1);
        var proposed = proposals().path("items");
        assertThat(proposed.size()).isOne();
        assertThat(proposed.get(0).path("action").asString()).isEqualTo("SUSPEND");
        violate("u-1", 4);
        proposed = proposals().path("items");
        assertThat(proposed.size())
                .as("the stronger takes the weaker one's place")
                .isOne();
        assertThat(proposed.get(0).path("action").asString()).isEqualTo("BAN");
        assertThat(jdbc.sql("SELECT count(*) FROM decision")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void aProposalGoesWithItsStrikes() {
        var item = Decided.item("u-1");
        var decision = Decided.violation(item, 1, 4, REMOVE);
        takeEffect(decision, Instant.now());
        assertThat(proposals().path("items").size()).isOne();
        supersede(decision, Decided.approval(item, 2), item);
        assertThat(proposals().path("items").size()).isZero();
    }

    @Test
    void whatWasDismissedComesBackOnlyWithAFurtherStrike() {
        violate("u-1", 4);
        var id = proposals().path("items").get(0).path("id").asString();
        var supervisor = supervisor();
        assertThat(supervisor
                        .post(PROPOSALS + "/" + id + "/dismiss", "{\"reason\":\" \"}")
                        .status())
                .isEqualTo(422);
        var dismissed = supervisor.post(PROPOSALS + "/" + id + "/dismiss", "{\"reason\":\"A first time.\"}");
        assertThat(dismissed.json().path("state").asString()).isEqualTo("DISMISSED");
        assertThat(supervisor
                        .post(PROPOSALS + "/" + id + "/dismiss", "{\"reason\":\"Again.\"}")
                        .slug())
                .isEqualTo("proposal-settled");
        assertThat(proposals().path("items").size()).isZero();
        violate("u-1", 1);
        assertThat(proposals().path("items").size()).isOne();
    }

    @Test
    void onlySupervisorsAndPlatformsSeeStrikes() {
        violate("u-1", 2);
        var path = "/api/v1/strikes?source=forum&author=u-1";
        for (var role : new Role[] {Role.MODERATOR, Role.SENIOR, Role.POLICY, Role.ML, Role.ADMIN}) {
            var caller = floor.as(TestCallers.person("p" + role.ordinal(), role).token());
            assertThat(caller.get(path).status()).as(role.name()).isEqualTo(403);
            assertThat(caller.get(PROPOSALS).status()).as(role.name()).isEqualTo(403);
        }
        var platform = floor.as(TestCallers.key(Scope.DECISIONS_READ));
        assertThat(platform.get(path).json().path("points").asInt()).isEqualTo(1);
        assertThat(platform.get(PROPOSALS).status()).isEqualTo(403);
    }

    private JsonNode proposals() {
        return supervisor().get(PROPOSALS).json();
    }

    private FloorClient supervisor() {
        return floor.as(
                TestCallers.person("sue-" + System.nanoTime(), Role.SUPERVISOR).token());
    }

    private void violate(String author, int severity) {
        var item = Decided.item(author);
        takeEffect(Decided.violation(item, 1, severity, REMOVE), Instant.now());
    }

    private void takeEffect(UUID decision, Instant at) {
        transaction.executeWithoutResult(status -> events.publishEvent(
                new DecisionTookEffect(decisions.find(decision).orElseThrow(), at)));
    }

    private void supersede(UUID earlier, UUID later, UUID item) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new DecisionSuperseded(earlier, later, item, true, Instant.now())));
    }
}
