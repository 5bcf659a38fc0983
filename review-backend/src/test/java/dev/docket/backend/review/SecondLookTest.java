package dev.docket.backend.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.backend.platform.Actor;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorClient.Answer;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.backend.support.TestCallers.SignedIn;
import dev.docket.dto.people.Role;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Second looks, adjudication, the two-person hold and reversal, over HTTP.
@FloorTest
class SecondLookTest {
    private static final String CRITICAL = """
            "outcome":"VIOLATION","violations":[{"policy":"violence","severity":4,"spans":[[1,6]]}],
            "actions":[{"type":"REMOVE"}],"note":"zebra note","reasons":"zebra reasons","elapsedMs":4711""";
    private static final String SAME = """
            "outcome":"VIOLATION","violations":[{"policy":"violence","severity":3}],"actions":[{"type":"REMOVE"}]""";
    private static final String APPROVE = "\"outcome\":\"APPROVE\"";
    private static final String BAN = """
            "outcome":"VIOLATION","violations":[{"policy":"violence","severity":3}],
            "actions":[{"type":"REMOVE"},{"type":"BAN"}]""";

    @Autowired
    private FloorClient floor;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UnclaimedDecisions unclaimed;

    @Autowired
    private TransactionTemplate transaction;

    private SignedIn ann;
    private SignedIn bob;
    private SignedIn sue;
    private SignedIn tom;
    private int keys;

    @BeforeEach
    void peopleComeIn() {
        ann = TestCallers.person("ann", Role.MODERATOR);
        bob = TestCallers.person("bob", Role.MODERATOR);
        sue = TestCallers.person("sue", Role.SUPERVISOR);
        tom = TestCallers.person("tom", Role.SUPERVISOR);
    }

    @Test
    void whatIsCriticalWaitsForSomebodyElse() {
        var first = decideFirst(CRITICAL);

        assertThat(first.json().path("state").asString()).isEqualTo("AWAITING_SECOND");
        assertThat(claim(ann, "violence")).as("never their own").isEmpty();
        var second = claim(bob, "violence").path(0);
        assertThat(second.path("kind").asString()).isEqualTo("SECOND");
        assertThat(second.path("first").isNull()).isTrue();
    }

    @Test
    void nothingOfTheFirstDecisionReachesTheSecondPerson() {
        var first = decideFirst(CRITICAL);
        var second = claim(bob, "violence").path(0);
        String task = second.path("id").asString();
        String item = second.path("item").path("id").asString();

        for (var body : List.of(
                second.toString(),
                as(bob).get("/api/v1/tasks/" + task).body(),
                as(bob).get("/api/v1/items/" + item).body(),
                as(bob).get("/api/v1/queues").body(),
                as(bob).get("/api/v1/me").body(),
                as(sue).get("/api/v1/items/" + item).body(),
                as(sue).get("/api/v1/audit?subjectKind=decision").body())) {
            assertThat(body).doesNotContain("zebra", "4711", "VIOLATION", "[1,6]", "[[1,6]]");
        }
        for (var body : List.of(
                second.toString(),
                as(bob).get("/api/v1/tasks/" + task).body(),
                as(bob).get("/api/v1/items/" + item).body())) {
            assertThat(body)
                    .doesNotContain(
                            ann.id().toString(),
                            "\"ann\"",
                            first.json().path("decisionId").asString());
        }
        assertThat(as(bob).get("/api/v1/audit").status()).isEqualTo(403);
        String own = as(bob).get("/api/v1/tasks/" + firstTaskOf(first)).body();
        assertThat(own).doesNotContain("zebra");
    }

    @Test
    void whoAgreesSettlesIt() {
        String first = id(decideFirst(CRITICAL));

        var second = decide(bob, claim(bob, "violence").path(0), SAME);

        assertThat(second.json().path("state").asString()).isEqualTo("HELD");
        takeEffect(id(second));
        assertThat(stateOf(first)).isEqualTo("SUPERSEDED");
        assertThat(effective()).isEqualTo(1);
    }

    @Test
    void whoDisagreesBringsItBeforeAnAdjudicatorWhoSeesBothUnnamed() {
        String first = id(decideFirst(CRITICAL));
        var second = decide(bob, claim(bob, "violence").path(0), APPROVE);
        assertThat(second.json().path("state").asString()).isEqualTo("AWAITING_SECOND");

        var dispute = claim(sue, "adjudication").path(0);

        assertThat(dispute.path("kind").asString()).isEqualTo("ADJUDICATION");
        assertThat(dispute.path("first").size()).isEqualTo(2);
        assertThat(dispute.path("first").path(0).path("note").asString()).isEqualTo("zebra note");
        assertThat(dispute.path("first")
                        .path(0)
                        .path("violations")
                        .path(0)
                        .path("spans")
                        .toString())
                .isEqualTo("[[1,6]]");
        assertThat(dispute.toString())
                .doesNotContain(ann.id().toString(), bob.id().toString());
        var settled = decide(sue, dispute, APPROVE);
        takeEffect(id(settled));
        assertThat(stateOf(first)).isEqualTo("SUPERSEDED");
        assertThat(stateOf(id(second))).isEqualTo("SUPERSEDED");
        assertThat(effective()).isEqualTo(1);
    }

    @Test
    void whatAutomationDidAtTheHighestSeverityStandsWhileAPersonJudgesItBlind() {
        String done = automatic(4);
        takeEffect(done);
        var look = claim(bob, "violence").path(0);
        assertThat(look.path("kind").asString()).isEqualTo("SECOND");
        assertThat(as(bob).get("/api/v1/items/" + look.path("item").path("id").asString())
                        .body())
                .doesNotContain("VIOLATION", done);

        var agreed = decide(bob, look, CRITICAL);

        assertThat(agreed.json().path("state").asString()).isEqualTo("HELD");
        takeEffect(id(agreed));
        assertThat(stateOf(done)).isEqualTo("SUPERSEDED");
        assertThat(effective()).isEqualTo(1);
    }

    @Test
    void whoDisagreesWithAutomationBringsItBeforeAnAdjudicatorAndWhatWasDoneStandsUntilThen() {
        String done = automatic(4);
        takeEffect(done);
        decide(bob, claim(bob, "violence").path(0), APPROVE);

        assertThat(stateOf(done)).isEqualTo("EFFECTIVE");
        var dispute = claim(sue, "adjudication").path(0);
        assertThat(dispute.path("kind").asString()).isEqualTo("ADJUDICATION");
        assertThat(dispute.path("first").size()).isEqualTo(2);
        var settled = decide(sue, dispute, APPROVE);
        takeEffect(id(settled));
        assertThat(stateOf(done)).isEqualTo("SUPERSEDED");
        assertThat(effective()).isEqualTo(1);
    }

    @Test
    void whatAutomationDoesOtherwiseNeedsNobody() {
        automatic(3);
        assertThat(claim(bob, "violence")).isEmpty();
    }

    /// What a policy does by itself to an item that nobody has seen.
    private String automatic(int severity) {
        var finding = new Finding(
                Outcome.VIOLATION,
                List.of(new Violation("violence", severity, null, null, null)),
                List.of(new Action(ActionType.REMOVE, null)),
                null,
                null);
        return Objects.requireNonNull(transaction.execute(status -> unclaimed
                .decide(
                        new Actor.Automation("routing"),
                        Tasks.item("you are an idiot"),
                        finding,
                        DecisionKind.AUTOMATION)
                .orElseThrow()
                .decisionId()));
    }

    @Test
    void aDecisionThatWaitsCanBeTakenBackUntilSomebodyBegins() {
        String first = id(decideFirst(CRITICAL));

        assertThat(as(ann).post("/api/v1/decisions/" + first + "/undo", "").status())
                .isEqualTo(204);
        assertThat(stateOf(first)).isEqualTo("UNDONE");
        assertThat(claim(bob, "violence")).as("the second look went with it").isEmpty();

        var again =
                decide(ann, as(ann).get("/api/v1/tasks/" + firstTaskOf(first)).json(), CRITICAL);
        assertThat(claim(bob, "violence")).hasSize(1);
        assertThat(as(ann).post("/api/v1/decisions/" + id(again) + "/undo", "").slug())
                .isEqualTo("undo-expired");
    }

    @Test
    void aBanWaitsUntilTwoPeopleWantIt() {
        var first = decideFirst(BAN);
        assertThat(first.json().path("state").asString()).isEqualTo("AWAITING_SECOND");
        decide(bob, claim(bob, "violence").path(0), APPROVE);

        var settled = decide(sue, claim(sue, "adjudication").path(0), BAN);

        assertThat(settled.json().path("state").asString())
                .as("ann and sue want it")
                .isEqualTo("HELD");
    }

    @Test
    void anAdjudicatorsOwnBanWaitsForAnother() {
        decideFirst(CRITICAL);
        decide(bob, claim(bob, "violence").path(0), APPROVE);
        var alone = decide(sue, claim(sue, "adjudication").path(0), BAN);
        assertThat(alone.json().path("state").asString()).isEqualTo("AWAITING_SECOND");

        for (var involved : List.of(ann, bob, sue)) {
            assertThat(claimAll(involved)).isEmpty();
        }
        var other = claimAll(tom).path(0);
        assertThat(other.path("kind").asString()).isEqualTo("SECOND");
        assertThat(decide(tom, other, BAN).json().path("state").asString()).isEqualTo("HELD");
    }

    @Test
    void whoCannotDecideIsNotAskedAgain() {
        var unsure = decideFirst("\"outcome\":\"CANNOT_DECIDE\"");
        assertThat(unsure.json().path("state").asString()).isEqualTo("AWAITING_SECOND");
        decide(sue, claim(sue, "adjudication").path(0), "\"outcome\":\"CANNOT_DECIDE\"");

        assertThat(claim(sue, "adjudication")).isEmpty();
        assertThat(claim(tom, "adjudication")).hasSize(1);
    }

    @Test
    void aSeniorReversesWhatIsInEffectAndNothingElse() {
        String first = id(decideFirst(SAME));
        String body = "{\"reasons\":\"It was a quotation.\"}";
        var senior = floor.as(TestCallers.person("sen", Role.SENIOR).token());
        assertThat(senior.post(reverse(first), body).slug()).isEqualTo("not-in-effect");
        takeEffect(first);
        assertThat(as(bob).post(reverse(first), body).status()).isEqualTo(403);
        assertThat(senior.post(reverse(first), "{\"reasons\":\" \"}").status()).isEqualTo(422);

        var reversal = senior.post(reverse(first), body);

        assertThat(reversal.status()).as(reversal.body()).isEqualTo(201);
        takeEffect(id(reversal));
        assertThat(stateOf(first)).isEqualTo("SUPERSEDED");
        assertThat(jdbc.sql("SELECT outcome FROM decision WHERE state = 'EFFECTIVE'")
                        .query(String.class)
                        .list())
                .containsExactly("APPROVE");
        assertThat(senior.post(reverse(first), body).slug()).isEqualTo("not-in-effect");
    }

    @Test
    void aReversalThatBansWaitsForAnother() {
        String first = id(decideFirst(SAME));
        takeEffect(first);

        var reversal = as(sue).post(reverse(first), "{\"reasons\":\"He came back.\"," + BAN + "}");

        assertThat(reversal.json().path("state").asString()).as(reversal.body()).isEqualTo("AWAITING_SECOND");
        assertThat(stateOf(first)).isEqualTo("EFFECTIVE");
        takeEffect(id(decide(bob, claim(bob, "violence").path(0), BAN)));
        assertThat(stateOf(first)).isEqualTo("SUPERSEDED");
    }

    @Test
    void aReversalThatFindsSomethingCriticalWaitsForAnother() {
        String first = id(decideFirst(SAME));
        takeEffect(first);

        var reversal = as(sue).post(reverse(first), """
                {"reasons":"It names the street.","outcome":"VIOLATION",
                 "violations":[{"policy":"violence","severity":4}],"actions":[{"type":"REMOVE"}]}""");

        assertThat(reversal.json().path("state").asString()).as(reversal.body()).isEqualTo("AWAITING_SECOND");
        assertThat(stateOf(first)).isEqualTo("EFFECTIVE");
    }

    @Test
    void anAdjudicatorWhoFindsWhatOneOfTheTwoFoundSettlesEvenSomethingCritical() {
        decideFirst(CRITICAL);
        decide(bob, claim(bob, "violence").path(0), APPROVE);

        var settled = decide(sue, claim(sue, "adjudication").path(0), CRITICAL);

        assertThat(settled.json().path("state").asString()).isEqualTo("HELD");
    }

    private Answer decideFirst(String what) {
        Tasks.waiting("violence");
        return decide(ann, claim(ann, "violence").path(0), what);
    }

    private Answer decide(SignedIn who, JsonNode task, String what) {
        String body = "{\"lease\":" + task.path("lease").path("number").asLong() + "," + what + "}";
        var answer = as(who).post(
                        "/api/v1/tasks/" + task.path("id").asString() + "/decision",
                        body,
                        "Idempotency-Key",
                        "k" + keys++);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private JsonNode claim(SignedIn who, String queue) {
        return as(who).post("/api/v1/claims", "{\"queues\":[\"" + queue + "\"]}")
                .json()
                .path("tasks");
    }

    private JsonNode claimAll(SignedIn who) {
        return as(who).post("/api/v1/claims", "{\"count\":10}").json().path("tasks");
    }

    private FloorClient as(SignedIn who) {
        return floor.as(who.token());
    }

    private static String id(Answer receipt) {
        return receipt.json().path("decisionId").asString();
    }

    private String firstTaskOf(Answer receipt) {
        return firstTaskOf(id(receipt));
    }

    private String firstTaskOf(String decision) {
        return jdbc.sql("SELECT task_id FROM decision WHERE id = :id::uuid")
                .param("id", decision)
                .query(UUID.class)
                .single()
                .toString();
    }

    private static String reverse(String decision) {
        return "/api/v1/decisions/" + decision + "/reverse";
    }

    private void takeEffect(String decision) {
        Tasks.endGrace(decision);
        await().untilAsserted(() -> assertThat(stateOf(decision)).isEqualTo("EFFECTIVE"));
    }

    private String stateOf(String decision) {
        return jdbc.sql("SELECT state FROM decision WHERE id = :id::uuid")
                .param("id", decision)
                .query(String.class)
                .single();
    }

    private int effective() {
        return jdbc.sql("SELECT count(*) FROM decision WHERE state = 'EFFECTIVE'")
                .query(Integer.class)
                .single();
    }
}
