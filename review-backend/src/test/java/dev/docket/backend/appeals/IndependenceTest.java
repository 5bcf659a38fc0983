package dev.docket.backend.appeals;

import static dev.docket.backend.appeals.Floorwork.count;
import static dev.docket.backend.appeals.Floorwork.effective;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.platform.Ids;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorClient.Answer;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Every way to get at an appeal against one's own decision is closed.
@FloorTest
class IndependenceTest {
    private static final String UPHOLD = "\"outcome\":\"UPHOLD\",\"reasons\":\"It stands.\"";

    @Autowired
    private FloorClient floor;

    @Autowired
    private JdbcClient jdbc;

    private Floorwork work;
    private TestCallers.SignedIn decider;
    private String appeal;

    /// The decider has every role there is, and still may not.
    @BeforeEach
    void aDecisionOfASupervisor() {
        work = new Floorwork(floor);
        decider = work.ann;
        work.removed();
        floor.make(decider.id(), Role.SUPERVISOR);
        appeal = work.appeal("u-9", "AUTHOR");
    }

    @Test
    void itIsNeverOffered() {
        assertThat(work.claim(decider, "appeals").size()).isZero();
        assertThat(work.as(decider)
                        .post("/api/v1/claims", "{}")
                        .json()
                        .path("tasks")
                        .size())
                .isZero();
        assertThat(work.claim(work.sen, "appeals").size()).isOne();
    }

    @Test
    void itCannotBeReadAsASupervisor() {
        String task = task().path("id").asString();

        assertNotIndependent(work.as(decider).get("/api/v1/tasks/" + task));
        assertNotIndependent(work.as(decider).get("/api/v1/appeals/" + appeal + "/dossier"));
        assertNotIndependent(
                work.as(decider).post("/api/v1/appeals/" + appeal + "/notice", "{\"outcome\":\"UPHOLD\"}"));
        assertNotIndependent(
                work.as(decider).post("/api/v1/appeals/" + appeal + "/reveal", "{\"outcome\":\"APPROVE\"}"));
    }

    @Test
    void somebodyElsesLeaseDoesNotHelp() {
        var task = task();

        assertNotIndependent(work.decide(decider, task, UPHOLD));
    }

    @Test
    void itCannotBeEscalatedToThem() {
        var task = task();

        assertNotIndependent(work.as(work.sen)
                .post(
                        "/api/v1/tasks/" + task.path("id").asString() + "/escalate",
                        "{\"lease\":%d,\"to\":{\"person\":\"ann\"}}"
                                .formatted(task.path("lease").path("number").asLong())));
    }

    @Test
    void aSupervisorCannotGiveItToThem() {
        var sue = supervisor("sue");
        String task = task().path("id").asString();
        String path = "/api/v1/tasks/" + task + "/reassign";

        assertNotIndependent(sue.post(path, "{\"to\":{\"person\":\"ann\"}}"));
        assertNotIndependent(work.as(decider).post(path, "{\"to\":{\"person\":\"sue\"}}"));
        sue.post("/api/v1/floor/hand-on", "{\"person\":\"%s\",\"to\":\"%s\"}".formatted(work.sen.id(), decider.id()));
        assertThat(count("SELECT count(*) FROM review_task WHERE kind = 'APPEAL' AND reserved_for IS NOT NULL"))
                .isZero();
        assertThat(work.claim(decider, "appeals").size()).isZero();
    }

    /// Nor do they choose who it goes to.
    @Test
    void theirOwnHandingOnLeavesItToTheQueue() {
        var friend = TestCallers.person("friend", Role.SENIOR);
        task();

        work.as(decider)
                .post(
                        "/api/v1/floor/hand-on",
                        "{\"person\":\"%s\",\"to\":\"%s\"}".formatted(work.sen.id(), friend.id()));

        assertThat(count("SELECT count(*) FROM review_task WHERE kind = 'APPEAL' AND reserved_for IS NOT NULL"))
                .isZero();
    }

    @Test
    void neitherMovingNorDrainingTakesItOutOfItsQueue() {
        var own = work.as(decider);

        assertThat(own.post("/api/v1/queues/appeals/drain", "{\"to\":\"harassment\"}")
                        .status())
                .isEqualTo(422);
        assertThat(own.post("/api/v1/floor/move", "{\"from\":\"appeals\",\"to\":\"harassment\"}")
                        .status())
                .isEqualTo(422);
        String task = task().path("id").asString();
        assertThat(own.post("/api/v1/tasks/" + task + "/reassign", "{\"to\":{\"queue\":\"harassment\"}}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whatAHolderMayDoWithItIsNotTheirs() {
        var task = task();
        String path = "/api/v1/tasks/" + task.path("id").asString();
        long lease = task.path("lease").path("number").asLong();
        var own = work.as(decider);

        assertNotIndependent(own.post(
                path + "/hold",
                "{\"lease\":%d,\"until\":\"%s\"}".formatted(lease, Instant.now().plusSeconds(600))));
        assertNotIndependent(own.post(path + "/skip", "{\"lease\":%d,\"reason\":\"UNCLEAR\"}".formatted(lease)));
        assertNotIndependent(
                own.post(path + "/escalate", "{\"lease\":%d,\"to\":{\"person\":\"sen\"}}".formatted(lease)));
        assertThat(own.post(path + "/questions", "{\"question\":\"Well?\"}").status())
                .isEqualTo(404);
        assertThat(own.post(
                                "/api/v1/leases/renew",
                                "{\"leases\":[{\"taskId\":\"%s\",\"number\":%d}]}"
                                        .formatted(task.path("id").asString(), lease))
                        .json()
                        .path("held")
                        .size())
                .isZero();
    }

    @Test
    void nobodyAsksThemAboutIt() {
        String path = "/api/v1/tasks/" + task().path("id").asString() + "/questions";

        assertNotIndependent(work.as(work.sen).post(path, "{\"to\":\"ann\",\"question\":\"What did you mean?\"}"));
    }

    @Test
    void whoIsAskedAboutTheAppealMayYetTakeIt() {
        var kim = TestCallers.person("kim", Role.SENIOR);
        var task = task();
        work.as(work.sen)
                .post(
                        "/api/v1/tasks/" + task.path("id").asString() + "/questions",
                        "{\"to\":\"kim\",\"question\":\"Is it a quotation?\"}");
        work.as(work.sen)
                .post(
                        "/api/v1/tasks/" + task.path("id").asString() + "/escalate",
                        "{\"lease\":%d,\"to\":{\"person\":\"kim\"}}"
                                .formatted(task.path("lease").path("number").asLong()));

        var hers = work.claim(kim, "appeals").path(0);

        assertThat(work.decide(kim, hers, UPHOLD).status()).isEqualTo(201);
    }

    @Test
    void keepingItForThemDoesNotHelp() {
        jdbc.sql("UPDATE review_task SET reserved_for = :ann WHERE kind = 'APPEAL'")
                .param("ann", decider.id())
                .update();

        assertThat(work.claim(decider, "appeals").size()).isZero();
    }

    @Test
    void forgingTheHoldDoesNotHelp() {
        String id = task().path("id").asString();
        jdbc.sql("UPDATE review_task SET claimed_by = :ann WHERE kind = 'APPEAL' AND state = 'CLAIMED'")
                .param("ann", decider.id())
                .update();

        assertNotIndependent(work.decide(decider, id, 1, UPHOLD));
        jdbc.sql("DELETE FROM review_task_skip").update();
        assertNotIndependent(work.decide(decider, id, 1, UPHOLD));
    }

    @Test
    void whoAnsweredOneAppealDoesNotAnswerTheNext() {
        effective(work.decide(work.sen, task(), """
                "outcome":"OVERTURN","reasons":"A quotation." """));
        work.appeal("u-5", "REPORTER");

        assertThat(work.claim(work.sen, "appeals").size()).isZero();
        assertThat(work.claim(decider, "appeals").size()).isZero();
        assertThat(work.claim(TestCallers.person("other", Role.SENIOR), "appeals")
                        .size())
                .isOne();
    }

    @Test
    void anUndoneDecisionWasAPartToo() {
        var other = new Floorwork(floor, "bob", "sia");
        var undone = other.decide(other.ann, other.firstTask(), Floorwork.REMOVE);
        other.as(other.ann)
                .post("/api/v1/decisions/" + undone.json().path("decisionId").asString() + "/undo", "");
        jdbc.sql("UPDATE review_task SET claimed_by = NULL, leased_until = NULL, state = 'OPEN' WHERE item_id = :item")
                .param("item", other.item)
                .update();
        var third = TestCallers.person("third", Role.MODERATOR);
        effective(other.decide(third, other.claim(third, "harassment").path(0), Floorwork.REMOVE));
        other.appeal("u-9", "AUTHOR");
        floor.make(other.ann.id(), Role.SENIOR);
        jdbc.sql("UPDATE review_task SET state = 'CANCELLED' WHERE item_id = :item AND kind = 'APPEAL'")
                .param("item", work.item)
                .update();

        assertThat(other.claim(other.ann, "appeals").size()).isZero();
        assertThat(other.claim(other.sen, "appeals").size()).isOne();
    }

    @Test
    void theBoardSaysWhoMayTakeIt() {
        assertThat(independent(decider)).isFalse();
        assertThat(independent(work.sen)).isTrue();
    }

    @Test
    void whoDoesNotHoldItReadsNoDossier() {
        assertThat(work.as(work.sen)
                        .get("/api/v1/appeals/" + appeal + "/dossier")
                        .status())
                .isEqualTo(403);
    }

    /// The rounds of one item do not meet: another look at it may not answer the appeal for its decider.
    @Test
    void noOtherLookAnswersIt() {
        UUID look = Ids.next();
        jdbc.sql("""
                        INSERT INTO review_task (id, item_id, kind, round, queue_key, language, deadline_at, state,
                                                 claimed_by, lease_number, leased_until)
                        VALUES (:id, :item, 'FIRST', 9, 'harassment', 'en', now(), 'CLAIMED', :ann, 1,
                                now() + interval '5 minutes')
                        """)
                .param("id", look)
                .param("item", work.item)
                .param("ann", decider.id())
                .update();

        assertNotIndependent(work.decide(decider, look.toString(), 1, "\"outcome\":\"APPROVE\""));
        assertThat(work.view(appeal).path("state").asString()).isEqualTo("RECEIVED");
    }

    @Test
    void noReversalOfTheirsAnswersIt() {
        String decision = work.view(appeal).path("decisionId").asString();

        assertNotIndependent(work.as(decider)
                .post("/api/v1/decisions/" + decision + "/reverse", "{\"reasons\":\"I think again.\"}"));
    }

    private boolean independent(TestCallers.SignedIn person) {
        return work.as(person)
                .get("/api/v1/appeals")
                .json()
                .path("appeals")
                .path(0)
                .path("independent")
                .asBoolean();
    }

    private JsonNode task() {
        return work.claim(work.sen, "appeals").path(0);
    }

    private FloorClient supervisor(String name) {
        return work.as(TestCallers.person(name, Role.SUPERVISOR));
    }

    private static void assertNotIndependent(Answer answer) {
        assertThat(answer.slug()).isEqualTo("not-independent");
        assertThat(answer.status()).isEqualTo(403);
    }
}
