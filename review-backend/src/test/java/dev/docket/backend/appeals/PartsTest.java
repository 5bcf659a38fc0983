package dev.docket.backend.appeals;

import static dev.docket.backend.appeals.Floorwork.effective;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.backend.support.TestCallers.SignedIn;
import dev.docket.dto.people.Role;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Every part that somebody may have had in a decision keeps them from the appeal against it: they are not offered it,
/// cannot be given it and read nothing of it.
@FloorTest
class PartsTest {
    private static final String FOUND = """
            {"outcome":"VIOLATION","violations":[{"policy":"harassment","severity":2}],"actions":[{"type":"REMOVE"}]}""";

    private static final String CRITICAL = """
            "outcome":"VIOLATION","violations":[{"policy":"harassment","severity":4}],"actions":[{"type":"REMOVE"}]""";

    @Autowired
    private FloorClient floor;

    @Autowired
    private JdbcClient jdbc;

    private Floorwork work;
    private SignedIn kim;
    private SignedIn sue;

    @BeforeEach
    void people() {
        work = new Floorwork(floor);
        kim = TestCallers.person("kim", Role.SENIOR);
        sue = TestCallers.person("sue", Role.SUPERVISOR);
    }

    @Test
    void toHaveBeenAsked() {
        var task = work.firstTask();
        ask(task, "kim");
        effective(work.decide(work.ann, task, Floorwork.REMOVE));

        assertKeptFrom(kim, work.appeal("u-9", "AUTHOR"));
    }

    /// The appeal was there first.
    @Test
    void toAnswerAQuestionThatWaited() {
        var task = work.firstTask();
        work.as(work.ann)
                .post(
                        "/api/v1/tasks/" + task.path("id").asString() + "/questions",
                        "{\"question\":\"What do the supervisors say?\"}");
        effective(work.decide(work.ann, task, Floorwork.REMOVE));
        String appeal = work.appeal("u-9", "AUTHOR");
        assertThat(work.as(sue)
                        .get("/api/v1/me/questions")
                        .json()
                        .path("toAnswer")
                        .size())
                .as("she may yet look at it anew")
                .isZero();
        String question = work.as(work.ann)
                .get("/api/v1/me/questions")
                .json()
                .path("asked")
                .path(0)
                .path("id")
                .asString();
        assertThat(work.as(sue)
                        .post("/api/v1/questions/" + question + "/answer", "{\"answer\":\"Remove it.\"}")
                        .status())
                .isEqualTo(204);

        assertKeptFrom(sue, appeal);
    }

    @Test
    void toHaveHandedItOnWithANote() {
        work.firstTask();
        jdbc.sql("UPDATE review_task SET state = 'OPEN', claimed_by = NULL, leased_until = NULL")
                .update();
        var hers = work.claim(kim, "harassment").path(0);
        assertThat(work.as(kim)
                        .post(
                                "/api/v1/tasks/" + hers.path("id").asString() + "/escalate",
                                "{\"lease\":%d,\"to\":{\"person\":\"ann\"},\"comment\":\"I would remove it.\"}"
                                        .formatted(hers.path("lease")
                                                .path("number")
                                                .asLong()))
                        .status())
                .isEqualTo(204);
        effective(work.decide(work.ann, work.claim(work.ann, "harassment").path(0), Floorwork.REMOVE));

        assertKeptFrom(kim, work.appeal("u-9", "AUTHOR"));
    }

    @Test
    void toHaveLookedSecond() {
        work.decide(work.ann, work.firstTask(), CRITICAL);
        effective(work.decide(kim, work.claim(kim, "harassment").path(0), CRITICAL));

        String appeal = work.appeal("u-9", "AUTHOR");

        assertKeptFrom(kim, appeal);
        promote(work.ann);
        assertKeptFrom(work.ann, appeal);
    }

    @Test
    void toHaveSettledADispute() {
        work.decide(work.ann, work.firstTask(), CRITICAL);
        work.decide(kim, work.claim(kim, "harassment").path(0), "\"outcome\":\"APPROVE\"");
        effective(work.decide(sue, work.claim(sue, "adjudication").path(0), CRITICAL));

        String appeal = work.appeal("u-9", "AUTHOR");

        assertKeptFrom(sue, appeal);
        assertKeptFrom(kim, appeal);
    }

    @Test
    void toHaveReversedWhatWasDecided() {
        String first = work.approved();
        effective(work.as(sue).post("/api/v1/decisions/" + first + "/reverse", """
                {"reasons":"It is an insult.","outcome":"VIOLATION",
                 "violations":[{"policy":"harassment","severity":2}],"actions":[{"type":"REMOVE"}]}"""));

        assertKeptFrom(sue, work.appeal("u-9", "AUTHOR"));
    }

    @Test
    void toHaveMadeItGolden() {
        work.removed();
        String appeal = work.appeal("u-9", "AUTHOR");
        var made = work.as(sue).post("/api/v1/golden-items", """
                {"itemId":"%s","outcome":"VIOLATION","violations":[{"policy":"harassment","severity":2}]}""".formatted(work.item));
        assertThat(made.status()).as(made.body()).isEqualTo(201);

        assertKeptFrom(sue, appeal);
    }

    @Test
    void toHaveJudgedTheWaveItWasInOtherwise() {
        work.removed();
        UUID wave = wave("AWAITING_APPROVAL", "WAITING", null);
        assertThat(work.as(kim)
                        .post("/api/v1/waves/" + wave + "/look", "{\"outcome\":\"APPROVE\"}")
                        .status())
                .isEqualTo(200);
        assertThat(work.as(sue).post("/api/v1/waves/" + wave + "/refuse", "").status())
                .isEqualTo(204);
        String appeal = work.appeal("u-9", "AUTHOR");

        assertKeptFrom(kim, appeal);
        assertKeptFrom(sue, appeal);
    }

    @Test
    void toHaveAgreedToTheWaveItWasIn() {
        UUID wave = wave("AWAITING_APPROVAL", "WAITING", null);
        assertThat(work.as(kim).post("/api/v1/waves/" + wave + "/look", FOUND).status())
                .isEqualTo(200);
        effectiveOfItem();

        String appeal = work.appeal("u-9", "AUTHOR");

        assertKeptFrom(kim, appeal);
        promote(work.ann);
        assertKeptFrom(work.ann, appeal);
    }

    /// What was decided while a wave waited for its approval is not decided again by it.
    @Test
    void aWaveThatIsLateLeavesItToTheAppeal() {
        work.removed();
        String appeal = work.appeal("u-9", "AUTHOR");
        UUID wave = wave("AWAITING_APPROVAL", "WAITING", null);

        work.as(kim).post("/api/v1/waves/" + wave + "/look", FOUND);

        assertThat(memberOf(wave)).isEqualTo("LEFT_TO_HOLDER");
        assertThat(work.view(appeal).path("state").asString()).isEqualTo("RECEIVED");
        assertKeptFrom(kim, appeal);
    }

    @Test
    void aWaveTakenBackByItsDeciderLeavesItToTheAppeal() {
        String first = work.removed();
        String appeal = work.appeal("u-9", "AUTHOR");
        promote(work.ann);
        UUID wave = wave("DECIDED", "DECIDED", first);

        work.as(work.ann).post("/api/v1/waves/" + wave + "/reverse", "{\"reasons\":\"I was wrong.\"}");

        assertThat(memberOf(wave)).isEqualTo("LEFT_TO_HOLDER");
        assertThat(work.view(appeal).path("state").asString()).isEqualTo("RECEIVED");
    }

    private void ask(JsonNode task, String whom) {
        var asked = work.as(work.ann)
                .post(
                        "/api/v1/tasks/" + task.path("id").asString() + "/questions",
                        "{\"to\":\"%s\",\"question\":\"Is it satire?\"}".formatted(whom));
        assertThat(asked.status()).isEqualTo(201);
    }

    private void promote(SignedIn person) {
        floor.make(person.id(), Role.SENIOR);
    }

    /// A wave of `ann` with the item in it.
    private UUID wave(String state, String member, @org.jspecify.annotations.Nullable String decision) {
        UUID wave = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO wave (id, leader_id, queue_key, outcome, violations, actions, state, decided_by)
                        VALUES (:id, :item, 'harassment', 'VIOLATION', '[{"policy":"harassment","severity":2}]',
                                '[{"type":"REMOVE"}]', :state, :ann)
                        """)
                .param("id", wave)
                .param("item", work.item)
                .param("state", state)
                .param("ann", work.ann.id())
                .update();
        jdbc.sql("""
                        INSERT INTO wave_member (wave_id, item_id, queue_key, similarity, state, decision_id)
                        VALUES (:wave, :item, 'harassment', 1, :member, :decision::uuid)
                        """)
                .param("wave", wave)
                .param("item", work.item)
                .param("member", member)
                .param("decision", decision, java.sql.Types.VARCHAR)
                .update();
        return wave;
    }

    private String memberOf(UUID wave) {
        return jdbc.sql("SELECT state FROM wave_member WHERE wave_id = :wave")
                .param("wave", wave)
                .query(String.class)
                .single();
    }

    private void effectiveOfItem() {
        jdbc.sql("UPDATE decision SET undo_until = clock_timestamp() WHERE item_id = :item AND state = 'HELD'")
                .param("item", work.item)
                .update();
        org.awaitility.Awaitility.await()
                .until(() -> jdbc.sql("SELECT state FROM decision WHERE item_id = :item")
                        .param("item", work.item)
                        .query(String.class)
                        .single()
                        .equals("EFFECTIVE"));
    }

    private void assertKeptFrom(SignedIn person, String appeal) {
        var desk = work.as(person);
        assertThat(work.claim(person, "appeals").size()).isZero();
        String task = jdbc.sql("SELECT task_id::text FROM appeal WHERE id = :id::uuid")
                .param("id", appeal)
                .query(String.class)
                .single();
        assertNotIndependent(desk.get("/api/v1/tasks/" + task));
        assertNotIndependent(desk.get("/api/v1/appeals/" + appeal + "/dossier"));
        assertNotIndependent(desk.post("/api/v1/appeals/" + appeal + "/notice", "{\"outcome\":\"UPHOLD\"}"));
        assertNotIndependent(work.as(TestCallers.person("chief-" + person.username(), Role.SUPERVISOR))
                .post(
                        "/api/v1/tasks/" + task + "/reassign",
                        "{\"to\":{\"person\":\"%s\"}}".formatted(person.username())));
    }

    private static void assertNotIndependent(FloorClient.Answer answer) {
        assertThat(answer.slug()).as(answer.body()).isEqualTo("not-independent");
        assertThat(answer.status()).isEqualTo(403);
    }
}
