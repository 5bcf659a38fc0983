package dev.docket.backend.appeals;

import static dev.docket.backend.appeals.Floorwork.count;
import static dev.docket.backend.appeals.Floorwork.effective;
import static dev.docket.backend.appeals.Floorwork.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FloorTest
class DecidingAppealsTest {
    private static final String OVERTURN = "\"outcome\":\"OVERTURN\",\"reasons\":\"It is a quotation.\"";
    private static final String UPHOLD = "\"outcome\":\"UPHOLD\",\"reasons\":\"It is meant to hurt.\"";

    @Autowired
    private FloorClient floor;

    @Autowired
    private JdbcClient jdbc;

    private Floorwork work;

    @BeforeEach
    void anItem() {
        work = new Floorwork(floor);
    }

    @Test
    void itIsOfferedToWhoIsClearedForWhatWasFound() {
        work.removed();
        work.appeal("u-9", "AUTHOR");
        var spam = TestCallers.person("only-spam", "{*}", "{spam}", Role.SENIOR);
        var harassment = TestCallers.person("only-harassment", "{*}", "{harassment}", Role.SENIOR);

        assertThat(work.claim(spam, "appeals")).isEmpty();
        assertThat(work.claim(spam, "appeals")).isEmpty();
        assertThat(work.claim(harassment, "appeals")).hasSize(1);
        assertThat(count("SELECT count(*) FROM audit_entry WHERE action = 'task.claimed' AND actor_id = '" + spam.id()
                        + "'"))
                .isZero();
    }

    @Test
    void theTaskCarriesTheAppealAndTheDecision() {
        String first = work.removed();
        String appeal = work.appeal("u-9", "AUTHOR");

        var task = work.claim(work.sen, "appeals").path(0);

        assertThat(task.path("kind").asString()).isEqualTo("APPEAL");
        assertThat(task.path("appeal").path("id").asString()).isEqualTo(appeal);
        assertThat(task.path("appeal").path("statement").asString()).isEqualTo("I was quoting him.");
        assertThat(task.path("appeal").path("dueAt")).isEqualTo(task.path("dueAt"));
        assertThat(task.path("first").path(0).path("id").asString()).isEqualTo(first);
        assertThat(work.view(appeal).path("state").asString()).isEqualTo("IN_REVIEW");
    }

    @Test
    void whatAPlatformWasToldOfItIsForgottenWithTheItem() {
        work.removed();
        work.appeal("u-9", "AUTHOR");
        effective(work.decide(work.sen, work.claim(work.sen, "appeals").path(0), UPHOLD));
        await().untilAsserted(() -> assertThat(told()).contains("It is meant to hurt."));

        assertThat(work.platform
                        .delete("/api/v1/items/" + work.item + "/content")
                        .status())
                .isEqualTo(204);

        assertThat(told()).contains("UPHOLD").doesNotContain("It is meant to hurt.");
    }

    private String told() {
        return jdbc.sql(
                        "SELECT coalesce(string_agg(payload::text, ''), '') FROM outbox_message WHERE type = 'appeal.decided'")
                .query(String.class)
                .single();
    }

    @Test
    void anOverturnUndoesEverything() {
        String first = work.removed();
        String appeal = work.appeal("u-9", "AUTHOR");
        var receipt = work.decide(work.sen, work.claim(work.sen, "appeals").path(0), OVERTURN);
        assertThat(work.view(appeal).path("state").asString()).isEqualTo("IN_REVIEW");
        assertThat(work.view(appeal).has("outcome")).isFalse();

        String answer = effective(receipt);

        var view = work.view(appeal);
        assertThat(view.path("state").asString()).isEqualTo("DECIDED");
        assertThat(view.path("outcome").asString()).isEqualTo("OVERTURN");
        assertThat(view.path("reasons").asString()).isEqualTo("It is a quotation.");
        assertThat(view.path("resolutionId").asString()).isEqualTo(answer);
        assertThat(state(first)).isEqualTo("SUPERSEDED");
        var item = work.platform.get("/api/v1/items/" + work.item).json();
        assertThat(item.path("effectiveDecision").path("id").asString()).isEqualTo(answer);
        assertThat(item.path("effectiveDecision").path("outcome").asString()).isEqualTo("APPROVE");
        assertThat(item.path("appeals").path(0).path("outcome").asString()).isEqualTo("OVERTURN");
        assertThat(work.messages())
                .extracting(message -> message.path("type").asString())
                .contains("decision.effective", "appeal.received", "decision.reversed", "appeal.decided");
        assertThat(count("SELECT count(*) FROM strike WHERE returned_at IS NULL"))
                .isZero();
        assertThat(jdbc.sql("""
                        SELECT e.labels ->> 'harassment' FROM label_evidence e
                          JOIN decision d ON d.id = e.decision_id AND d.state = 'EFFECTIVE'
                        """).query(String.class).list()).containsExactly("0");
    }

    @Test
    void everybodyConcernedIsToldInTheirLanguage() {
        jdbc.sql("UPDATE item SET language = 'de' WHERE id = :id")
                .param("id", work.item)
                .update();
        work.removed();
        work.appeal("u-9", "AUTHOR");
        effective(work.decide(work.sen, work.claim(work.sen, "appeals").path(0), OVERTURN));

        var told = work.messages().stream()
                .filter(message -> message.path("type").asString().equals("appeal.decided"))
                .findFirst()
                .orElseThrow()
                .path("data")
                .path("notices");

        assertThat(told.path(0).path("recipient").path("externalId").asString()).isEqualTo("u-9");
        assertThat(told.path(0).path("notice").path("title").asString()).contains("Beschwerde");
        assertThat(told.path(0).path("notice").toString()).contains("It is a quotation.", "Streitbeilegungsstelle");
        assertThat(told.path(1).path("recipient").path("externalId").asString()).isEqualTo("u-5");
        assertThat(told.toString())
                .doesNotContain(work.sen.id().toString(), work.ann.id().toString());
    }

    @Test
    void anUpheldDecisionStands() {
        String first = work.removed();
        String appeal = work.appeal("u-9", "AUTHOR");
        int told = work.messages().size();

        effective(work.decide(work.sen, work.claim(work.sen, "appeals").path(0), UPHOLD));

        assertThat(work.view(appeal).path("outcome").asString()).isEqualTo("UPHOLD");
        assertThat(state(first)).isEqualTo("EFFECTIVE");
        assertThat(work.platform.get("/api/v1/decisions").json().path("items").size())
                .isOne();
        assertThat(work.messages().stream()
                        .skip(told)
                        .map(message -> message.path("type").asString()))
                .containsExactly("appeal.decided");
        assertThat(count("SELECT count(*) FROM strike")).isEqualTo(1);
        assertThat(work.platform
                        .post("/api/v1/appeals", """
                        {"itemId":"%s","appellant":{"externalId":"u-9","role":"AUTHOR"},"statement":"Again."}
                        """.formatted(work.item))
                        .slug())
                .isEqualTo("appeal-exists");
    }

    @Test
    void aChangedDecisionBringsItsOwnMeasures() {
        work.removed();
        String appeal = work.appeal("u-9", "AUTHOR");

        String answer =
                effective(work.decide(work.sen, work.claim(work.sen, "appeals").path(0), """
                "outcome":"CHANGE","reasons":"Milder.","violations":[{"policy":"harassment","severity":1}],
                "actions":[{"type":"WARN"}]"""));

        var effective = work.platform.get("/api/v1/items/" + work.item).json().path("effectiveDecision");
        assertThat(effective.path("id").asString()).isEqualTo(answer);
        assertThat(effective.path("actions").path(0).path("type").asString()).isEqualTo("WARN");
        assertThat(work.view(appeal).path("outcome").asString()).isEqualTo("CHANGE");
    }

    @Test
    void aReportersOverturnFindsTheViolation() {
        work.approved();
        String appeal = work.appeal("u-5", "REPORTER");

        effective(work.decide(work.sen, work.claim(work.sen, "appeals").path(0), """
                "outcome":"OVERTURN","reasons":"It is an insult.",
                "violations":[{"policy":"harassment","severity":2}],"actions":[{"type":"REMOVE"}]"""));

        assertThat(work.view(appeal).path("outcome").asString()).isEqualTo("OVERTURN");
        assertThat(work.platform
                        .get("/api/v1/items/" + work.item)
                        .json()
                        .path("effectiveDecision")
                        .path("outcome")
                        .asString())
                .isEqualTo("VIOLATION");
    }

    @Test
    void anUndoneAnswerLeavesTheAppealAsItWas() {
        work.removed();
        String appeal = work.appeal("u-9", "AUTHOR");
        var task = work.claim(work.sen, "appeals").path(0);
        var receipt = work.decide(work.sen, task, OVERTURN);

        var undo = work.as(work.sen)
                .post("/api/v1/decisions/" + receipt.json().path("decisionId").asString() + "/undo", "");

        assertThat(undo.status()).isEqualTo(204);
        assertThat(work.view(appeal).path("state").asString()).isEqualTo("IN_REVIEW");
        assertThat(count("SELECT count(*) FROM appeal WHERE resolution_id IS NOT NULL"))
                .isZero();
        var again = work.as(work.sen)
                .get("/api/v1/tasks/" + task.path("id").asString())
                .json();
        effective(work.decide(work.sen, again, UPHOLD));
        assertThat(work.view(appeal).path("outcome").asString()).isEqualTo("UPHOLD");
    }

    @Test
    void anAnswerHasReasonsAndIsOneOfThree() {
        work.removed();
        work.appeal("u-9", "AUTHOR");
        var task = work.claim(work.sen, "appeals").path(0);

        assertThat(pointers(work.decide(work.sen, task, "\"outcome\":\"APPROVE\"")))
                .contains("/outcome", "/reasons");
        assertThat(pointers(work.decide(work.sen, task, "\"outcome\":\"CHANGE\",\"reasons\":\" \"")))
                .contains("/violations", "/reasons");
        assertThat(pointers(work.decide(
                        work.sen,
                        task,
                        "\"outcome\":\"UPHOLD\",\"reasons\":\"x\",\"violations\":"
                                + "[{\"policy\":\"hate\",\"severity\":1}]")))
                .contains("/violations");
    }

    @Test
    void whatSettlesOneAppealSettlesTheOthersLikeIt() {
        work.platform.post("/api/v1/items/" + work.item + "/reports", "{\"reporter\":\"u-6\",\"policy\":\"hate\"}");
        work.approved();
        String one = work.appeal("u-5", "REPORTER");
        String other = work.appeal("u-6", "REPORTER");

        effective(work.decide(work.sen, work.claim(work.sen, "appeals").path(0), """
                "outcome":"OVERTURN","reasons":"It is an insult.",
                "violations":[{"policy":"harassment","severity":2}],"actions":[{"type":"REMOVE"}]"""));

        assertThat(work.view(one).path("outcome").asString()).isEqualTo("OVERTURN");
        assertThat(work.view(other).path("outcome").asString()).isEqualTo("OVERTURN");
        assertThat(count("SELECT count(*) FROM review_task WHERE kind = 'APPEAL' AND state = 'OPEN'"))
                .isZero();
    }

    @Test
    void theNoticeIsReadBeforeItIsSent() {
        work.removed();
        String appeal = work.appeal("u-9", "AUTHOR");
        work.claim(work.sen, "appeals");
        String path = "/api/v1/appeals/" + appeal + "/notice";

        var english = work.as(work.sen).post(path, "{\"outcome\":\"OVERTURN\",\"reasons\":\"A quotation.\"}");
        var german =
                work.as(work.sen).post(path, "{\"outcome\":\"UPHOLD\",\"reasons\":\"Bleibt.\",\"language\":\"de-AT\"}");
        var other = work.as(work.sen).post(path, "{\"outcome\":\"UPHOLD\",\"language\":\"fi\"}");

        assertThat(english.json().path("language").asString()).isEqualTo("en");
        assertThat(english.body()).contains("has been reversed", "A quotation.", "settlement", "court");
        assertThat(german.json().path("language").asString()).isEqualTo("de");
        assertThat(german.body()).contains("bleibt bestehen", "Bleibt.");
        assertThat(other.json().path("language").asString()).isEqualTo("en");
        assertThat(count("SELECT count(*) FROM outbox_message WHERE type = 'appeal.decided'"))
                .isZero();
    }

    @Test
    void theDossierHasReasonsAndThePolicyAsItWas() {
        work.removed();
        String appeal = work.appeal("u-9", "AUTHOR");
        work.claim(work.sen, "appeals");

        var dossier =
                work.as(work.sen).get("/api/v1/appeals/" + appeal + "/dossier").json();

        assertThat(dossier.path("statement").asString()).isEqualTo("I was quoting him.");
        assertThat(dossier.path("decisions").path(0).path("appealed").asBoolean())
                .isTrue();
        assertThat(dossier.path("policies").path(0).path("key").asString()).isEqualTo("harassment");
        assertThat(dossier.path("policies").path(0).path("text").asString()).isNotBlank();
        assertThat(dossier.path("involved").asInt()).isOne();
        assertThat(dossier.path("sentences").size()).isGreaterThan(4);
        assertThat(dossier.toString()).doesNotContain(work.ann.id().toString());
    }

    @Test
    void aVeiledDecisionIsShownForAFindingOfOnesOwn() {
        work.removed();
        String appeal = work.appeal("u-9", "AUTHOR");
        jdbc.sql("UPDATE appeal SET blind = true").update();
        var task = work.claim(work.sen, "appeals").path(0);
        assertThat(task.path("first").isNull()).isTrue();
        String path = "/api/v1/appeals/" + appeal;
        assertThat(work.as(work.sen)
                        .get(path + "/dossier")
                        .json()
                        .path("decisions")
                        .size())
                .isZero();
        assertThat(work.decide(work.sen, task, OVERTURN).slug()).isEqualTo("decision-veiled");

        var shown = work.as(work.sen).post(path + "/reveal", "{\"outcome\":\"APPROVE\",\"note\":\"A joke.\"}");

        assertThat(shown.json().path("decisions").size()).isOne();
        assertThat(shown.json().path("provisional").path("outcome").asString()).isEqualTo("APPROVE");
        assertThat(work.as(work.sen)
                        .get("/api/v1/tasks/" + task.path("id").asString())
                        .json()
                        .path("first")
                        .size())
                .isOne();
        assertThat(count("SELECT count(*) FROM audit_entry WHERE action = 'appeal.revealed'"))
                .isOne();
        effective(work.decide(work.sen, task, OVERTURN));
    }

    @Test
    void overturnsAreCountedWithTheirInterval() {
        work.removed();
        work.appeal("u-9", "AUTHOR");
        effective(work.decide(work.sen, work.claim(work.sen, "appeals").path(0), OVERTURN));
        var supervisor = work.as(TestCallers.person("sup", Role.SUPERVISOR));
        var policy = work.as(TestCallers.person("pol", Role.POLICY));

        var rates = supervisor.get("/api/v1/appeals/overturns").json();

        assertThat(rates.path("overall").path("overturned").asInt()).isOne();
        assertThat(rates.path("policies").path(0).path("key").asString()).isEqualTo("harassment");
        assertThat(rates.path("policies").path(0).path("share").path("low").asDouble())
                .isBetween(0.2, 0.21);
        assertThat(rates.path("policies").path(0).path("alert").asBoolean()).isFalse();
        assertThat(rates.path("moderators").path(0).path("key").asString())
                .isEqualTo(work.ann.id().toString());
        assertThat(policy.get("/api/v1/appeals/overturns")
                        .json()
                        .path("moderators")
                        .size())
                .isZero();
    }

    /// Nineteen appeals like it were decided before, six of them for the appellant.
    @Test
    void supervisorsHearWhenAppealsAreRightTooOften() throws Exception {
        var heard = new ConcurrentLinkedQueue<String>();
        var seniorHeard = new ConcurrentLinkedQueue<String>();
        listen(work.as(TestCallers.person("sup", Role.SUPERVISOR)), heard);
        listen(work.as(TestCallers.person("other", Role.SENIOR)), seniorHeard);
        work.removed();
        work.appeal("u-9", "AUTHOR");
        jdbc.sql("""
                        INSERT INTO appeal (id, item_id, decision_id, chain_id, role, appellant, language, state, severity,
                                            policies, model_versions, first_decider, task_id, received_at, due_at,
                                            resolution_id, outcome, decided_at)
                        SELECT gen_random_uuid(), item_id, decision_id, gen_random_uuid(), role, appellant, language,
                               'DECIDED', severity, policies, '{docket-text-1}', first_decider, gen_random_uuid(),
                               received_at, due_at, gen_random_uuid(),
                               CASE WHEN number <= 6 THEN 'OVERTURN' ELSE 'UPHOLD' END, now()
                          FROM appeal CROSS JOIN generate_series(1, 19) AS number
                        """).update();
        jdbc.sql("UPDATE appeal SET model_versions = '{docket-text-1}'").update();

        effective(work.decide(work.sen, work.claim(work.sen, "appeals").path(0), OVERTURN));

        await().untilAsserted(() -> assertThat(alerts(heard))
                .hasSize(3)
                .anyMatch(alert -> alert.contains("\"of\":\"policy\"") && alert.contains("harassment"))
                .anyMatch(alert -> alert.contains("\"of\":\"moderator\"")
                        && alert.contains(work.ann.id().toString()))
                .anyMatch(alert -> alert.contains("\"of\":\"model\"") && alert.contains("docket-text-1"))
                .allMatch(alert -> alert.contains("\"share\":0.35")));
        assertThat(seniorHeard).anyMatch(line -> line.contains("appeal"));
        assertThat(alerts(seniorHeard)).isEmpty();
    }

    private static List<String> alerts(Queue<String> heard) {
        return heard.stream().filter(line -> line.contains("\"of\":")).toList();
    }

    private static void listen(FloorClient desk, Queue<String> heard) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(desk.request("/api/v1/events").GET().build(), BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        Thread.ofVirtual().start(() -> answer.body().forEach(heard::add));
    }

    private static List<String> pointers(FloorClient.Answer answer) {
        return answer.json().path("errors").findValuesAsString("pointer");
    }
}
