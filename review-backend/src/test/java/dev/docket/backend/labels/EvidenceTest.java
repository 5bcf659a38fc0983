package dev.docket.backend.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.review.DecisionRecorded;
import dev.docket.backend.review.PastDecision;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What decisions and everything around them leave behind as evidence, seen through a label set made of it.
@FloorTest
class EvidenceTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant DECIDED = Instant.parse("2026-11-20T10:00:00Z");
    private static final UUID ANN = Ids.next();
    private static final UUID BOB = Ids.next();
    private static final UUID CLEO = Ids.next();

    @Autowired
    private FloorClient anybody;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Items items;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LabelSets sets;

    private FloorClient ml;

    @BeforeEach
    void signIn() {
        ml = anybody.as(TestCallers.person("ml", Role.ML).token());
    }

    @Test
    void aSecondLookThatAgreesIsTwoVotesAndFullWeight() {
        var item = item("a", "two saw it");
        decide(item, 1, "FIRST", ANN, "SUPERSEDED", "spam");
        decide(item, 2, "SECOND", BOB, "EFFECTIVE", "spam");
        var row = rows(create("{\"name\":\"x\"}")).get(item);
        assertThat(row.path("labelSource").asString()).isEqualTo("SECOND");
        assertThat(row.path("looks").asInt()).isEqualTo(2);
        assertThat(row.path("agreement").asDouble()).isEqualTo(1);
        assertThat(row.path("weight").asDouble()).isEqualTo(1);
        assertThat(row.path("votes")).hasSize(2);
        assertThat(row.path("votes").get(0).path("policies").get(0).asString()).isEqualTo("spam");
        assertThat(row.toString()).doesNotContain(ANN.toString()).doesNotContain(BOB.toString());
        assertThat(row.path("votes").get(0).path("rater").asString()).startsWith("r");
        assertThat(row.path("policyVersions").path("spam").asInt()).isEqualTo(1);
        assertThat(row.path("effectiveAt").asString()).isEqualTo("2026-11-20T10:00:00Z");
    }

    @Test
    void anAdjudicationSettlesWhatTwoDisagreedOn() {
        var item = item("a", "they disagreed");
        decide(item, 1, "FIRST", ANN, "SUPERSEDED", "spam");
        decide(item, 2, "SECOND", BOB, "SUPERSEDED");
        decide(item, 3, "ADJUDICATION", CLEO, "EFFECTIVE");
        var alone = item("b", "one saw it");
        decide(alone, 1, "FIRST", ANN, "EFFECTIVE");
        var row = rows(create("{\"name\":\"x\"}")).get(item);
        assertThat(row.path("adjudicated").asBoolean()).isTrue();
        assertThat(row.path("agreement").asDouble(-1)).isZero();
        assertThat(row.path("labels").path("spam").asInt(-1)).isZero();
        assertThat(row.path("weight").asDouble()).isEqualTo(1);
        assertThat(rows(create("{\"name\":\"x\",\"minAgreement\":0.5}"))).containsOnlyKeys(alone);
        assertThat(rows(create("{\"name\":\"x\",\"labelSources\":[\"ADJUDICATION\",\"APPEAL\"]}")))
                .containsOnlyKeys(item);
    }

    @Test
    void anOverturnedDecisionIsCorrectedInTheNextSetAndUpholdingSaysSo() {
        var item = item("a", "it was a joke");
        decide(item, 1, "FIRST", ANN, "EFFECTIVE", "spam");
        var upheld = item("b", "it was not");
        decide(upheld, 1, "FIRST", ANN, "EFFECTIVE", "spam");
        var before = create("{\"name\":\"before\"}");
        jdbc.sql("UPDATE decision SET state = 'SUPERSEDED' WHERE item_id = :item")
                .param("item", item)
                .update();
        answer(decide(item, 2, "APPEAL", CLEO, "EFFECTIVE"), "OVERTURN");
        answer(decide(upheld, 2, "APPEAL", CLEO, "SUPERSEDED", "spam"), "UPHOLD");
        var after = rows(create("{\"name\":\"after\"}"));
        assertThat(rows(before).get(item).path("labels").path("spam").asInt()).isEqualTo(1);
        assertThat(after.get(item).path("labels").path("spam").asInt(-1)).isZero();
        assertThat(after.get(item).path("appealOutcome").asString()).isEqualTo("OVERTURN");
        assertThat(after.get(item).path("labelSource").asString()).isEqualTo("APPEAL");
        assertThat(after.get(upheld).path("appealOutcome").asString()).isEqualTo("UPHOLD");
        assertThat(after.get(upheld).path("labels").path("spam").asInt()).isEqualTo(1);
    }

    @Test
    void comparingSaysWhatAnOverturnChanged() {
        var item = item("a", "it was a joke");
        decide(item, 1, "FIRST", ANN, "EFFECTIVE", "spam");
        var before = create("{\"name\":\"before\"}");
        jdbc.sql("UPDATE decision SET state = 'SUPERSEDED' WHERE item_id = :item")
                .param("item", item)
                .update();
        decide(item, 2, "APPEAL", CLEO, "EFFECTIVE");
        var after = create("{\"name\":\"after\"}");
        var compared = ml.get("/api/v1/label-sets/" + version(before) + "/compare/" + version(after))
                .json();
        assertThat(compared.path("changed").path("count").asInt()).isEqualTo(1);
        assertThat(compared.path("changed")
                        .path("examples")
                        .get(0)
                        .path("itemId")
                        .asString())
                .isEqualTo(item.toString());
        assertThat(compared.path("labels").path("spam").path("toNegative").asInt())
                .isEqualTo(1);
    }

    @Test
    void aPreviewCountsWhatThereIsToDrawFrom() {
        decide(item("a", "one"), 1, "FIRST", ANN, "EFFECTIVE", "spam");
        decide(item("b", "two"), 1, "FIRST", ANN, "EFFECTIVE");
        var figures = ml.post("/api/v1/label-sets/preview", "{\"name\":\"x\",\"languages\":[\"en\"]}")
                .json()
                .path("figures");
        assertThat(figures.path("rows").asInt()).isEqualTo(2);
        assertThat(figures.path("labels").path("spam").path("positives").asInt())
                .isEqualTo(1);
        assertThat(figures.path("labels").path("spam").path("negatives").asInt())
                .isEqualTo(1);
        assertThat(figures.path("months").path("2026-11").asInt()).isEqualTo(2);
        assertThat(ml.get("/api/v1/label-sets").json().path("items")).isEmpty();
    }

    @Test
    void whatTheModelsSaidAndHowTheItemCameIsKeptFromThen() {
        var item = item("a", "drawn for an audit");
        jdbc.sql("""
                        INSERT INTO assessment (id, item_id, assessed_at, unscored, scores, model_versions, route,
                                                route_reason, sampling_probability)
                        VALUES (:item, :item, now(), false, '[{"label":"spam","score":0.25}]', '{"spam":"text-1"}',
                                'ALLOW', 'nothing flagged', 0.05)
                        """).param("item", item).update();
        decide(item, 1, "FIRST", ANN, "EFFECTIVE");
        var row = rows(create("{\"name\":\"x\"}")).get(item);
        assertThat(row.path("scores").path("spam").asDouble()).isEqualTo(0.25);
        assertThat(row.path("modelVersion").asString()).isEqualTo("text-1");
        assertThat(row.path("scoresVisible").asBoolean()).isTrue();
        assertThat(row.path("samplingProbability").asDouble()).isEqualTo(0.05);
        assertThat(row.path("weight").asDouble()).isEqualTo(16);
    }

    @Test
    void theMachinesOwnDecisionsAndGoldenItemsAreNotTrainedOn() {
        var automatic = item("m", "the machine decided");
        decide(automatic, 1, "AUTOMATION", null, "EFFECTIVE", "spam");
        for (int i = 0; i < 30; i++) {
            var golden = item("g" + i, "a golden text with number " + Ids.next());
            var decision = decide(golden, 1, "FIRST", ANN, "EFFECTIVE", "spam");
            jdbc.sql("""
                            INSERT INTO golden_item (id, item_id, queue_key, outcome, decision_id, made_by, made_at)
                            VALUES (:id, :item, 'spam', 'VIOLATION', :decision, :id, now())
                            """)
                    .param("id", decision)
                    .param("item", golden)
                    .param("decision", decision)
                    .update();
        }
        var set = create("{\"name\":\"x\",\"splits\":{\"train\":0.5,\"test\":0.5}}");
        var rows = rows(set);
        assertThat(rows.keySet()).doesNotContain(automatic).isNotEmpty();
        assertThat(rows.values()).allMatch(row -> row.path("split").asString().equals("test"));
        assertThat(rows.values()).allMatch(row -> row.path("golden").asBoolean());
        assertThat(sets.rows(version(set), null)).allMatch(TrainingRow::heldOut);
        assertThat(sets.rows(version(set), "train")).isEmpty();
    }

    @Test
    void whatOneSetTestsOnIsHeldOutOfAnother() {
        for (int i = 0; i < 40; i++) {
            decide(item("a" + i, "text " + Ids.next()), 1, "FIRST", ANN, "EFFECTIVE", "spam");
        }
        var tested = create("{\"name\":\"one\",\"splits\":{\"train\":0.5,\"test\":0.5}}");
        var held = "{\"name\":\"two\",\"seed\":9,\"splits\":{\"train\":0.9,\"test\":0.1},\"holdOut\":[\"%s\"]}"
                .formatted(version(tested));
        var trained = rows(create(held)).entrySet().stream()
                .filter(row -> row.getValue().path("split").asString().equals("train"))
                .map(Map.Entry::getKey);
        var tests = rows(tested).entrySet().stream()
                .filter(row -> row.getValue().path("split").asString().equals("test"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(tests).isNotEmpty();
        assertThat(trained).isNotEmpty().doesNotContainAnyElementsOf(tests);
    }

    @Test
    void trainingReadsTextTargetsWeightsAndWhoDecided() {
        var item = item("zoe", "read me");
        decide(item, 1, "FIRST", ANN, "SUPERSEDED", "spam");
        decide(item, 2, "SECOND", BOB, "EFFECTIVE", "spam");
        var set = create("{\"name\":\"x\",\"splits\":{\"train\":1.0}}");
        var row = sets.rows(version(set), "train").findFirst().orElseThrow();
        assertThat(row.text()).isEqualTo("read me");
        assertThat(row.targets()).containsEntry("spam", 1).containsEntry("threat", 0);
        assertThat(row.author()).isEqualTo("forum/zoe");
        assertThat(row.weight()).isEqualTo(1);
        assertThat(row.raters()).extracting(Rater::person).containsExactly(ANN, BOB);
        assertThat(row.decidedBy()).isEqualTo(BOB);
        assertThat(row.heldOut()).isFalse();
        jdbc.sql("UPDATE item SET state = 'ERASED', text = NULL WHERE id = :id")
                .param("id", item)
                .update();
        assertThat(sets.rows(version(set), null).findFirst().orElseThrow().text())
                .isNull();
    }

    @Test
    void itemsWhoseImagesLookAlikeStayTogetherUnlessTheyShowNothing() {
        var item = item("a", "one picture");
        var like = item("b", "nearly the same in another size");
        var other = item("c", "something else");
        var flat = item("d", "white");
        picture(item, "f".repeat(64), 80);
        picture(like, "f".repeat(60) + "000f", 50);
        picture(other, "f".repeat(32) + "0".repeat(32), 100);
        picture(flat, "f".repeat(64), 49);
        for (var one : List.of(item, like, other, flat)) {
            decide(one, 1, "FIRST", ANN, "EFFECTIVE", "spam");
        }
        var rows = rows(create("{\"name\":\"pictures\"}"));
        assertThat(rows.get(like).path("group")).isEqualTo(rows.get(item).path("group"));
        assertThat(List.of(item, other, flat))
                .extracting(one -> rows.get(one).path("group").asString())
                .doesNotHaveDuplicates();
    }

    private void picture(UUID item, String pdq, int quality) {
        jdbc.sql("""
                INSERT INTO picture_fingerprint (item_id, sha256, pdq, quality)
                VALUES (:item::uuid, :item, ('x' || :pdq)::bit(256), :quality)
                """)
                .param("item", item.toString())
                .param("pdq", pdq)
                .param("quality", quality)
                .update();
    }

    @Test
    void aSetThatFailsItsGatesIsTrainedOnOnlyWithAReason() {
        decide(item("a", "few"), 1, "FIRST", ANN, "EFFECTIVE", "spam");
        var set = create("{\"name\":\"x\"}");
        assertThat(set.path("gates").asString()).isEqualTo("FAILED");
        String gates = "/api/v1/label-sets/" + version(set) + "/gates";
        var judged = ml.get(gates).json();
        assertThat(judged.path("state").asString()).isEqualTo("FAILED");
        assertThat(judged.path("gates")
                        .valueStream()
                        .map(gate -> gate.path("gate").asString()))
                .contains("NULLS", "DUPLICATES", "VOLUME", "LEAKS");
        assertThat(catchThrowable(() -> sets.trainable(version(set)))).hasMessageContaining("VOLUME");
        assertThat(ml.post(gates + "/waiver", "{\"reason\":\"short\"}").status())
                .isEqualTo(422);
        var waived = ml.post(gates + "/waiver", "{\"reason\":\"A rehearsal with little data.\"}");
        assertThat(waived.status()).isEqualTo(200);
        assertThat(waived.json().path("state").asString()).isEqualTo("WAIVED");
        assertThat(sets.trainable(version(set)).labels()).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'label-set.gates-waived'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    private UUID item(String author, String text) {
        var item = Ids.next();
        jdbc.sql("""
                        INSERT INTO item (id, source, external_id, state, content_sha256, text, language,
                                          author_external_id, submitted_at)
                        VALUES (:id, 'forum', :author || '/' || :id, 'SETTLED', '', :text, 'en', :author, now())
                        """)
                .param("id", item)
                .param("author", author)
                .param("text", text)
                .update();
        return item;
    }

    private UUID decide(UUID item, int round, String kind, @Nullable UUID person, String state, String... violated) {
        var decision = Ids.next();
        var violations = Arrays.stream(violated)
                .map(policy -> new Violation(policy, 2, null, null, null))
                .toList();
        var outcome = violations.isEmpty() ? Outcome.APPROVE : Outcome.VIOLATION;
        jdbc.sql("""
                        INSERT INTO decision (id, decided_at, task_id, item_id, round, kind, person_id, outcome, violations,
                                              state, effective_at)
                        VALUES (:id, :at, :id, :item, :round, :kind, :person, :outcome, :violations::jsonb, :state,
                                CASE WHEN :state = 'EFFECTIVE' THEN :at::timestamptz END)
                        """)
                .param("id", decision)
                .param("at", Timestamp.from(DECIDED))
                .param("item", item)
                .param("round", round)
                .param("kind", kind)
                .param("person", person, Types.OTHER)
                .param("outcome", outcome.name())
                .param("violations", JSON.writeValueAsString(violations))
                .param("state", state)
                .update();
        var finding = new dev.docket.backend.review.Finding(outcome, violations, List.of(), null, null);
        transaction.executeWithoutResult(status -> events.publishEvent(new DecisionRecorded(
                new PastDecision(
                        decision,
                        item,
                        Ids.next(),
                        round,
                        DecisionKind.valueOf(kind),
                        person,
                        finding,
                        null,
                        Map.of("spam", 1),
                        DecisionState.HELD,
                        DECIDED,
                        null),
                items.find(item).orElseThrow(),
                DECIDED)));
        return decision;
    }

    private void answer(UUID decision, String outcome) {
        jdbc.sql("UPDATE decision SET appeal_outcome = :outcome WHERE id = :id")
                .param("outcome", outcome)
                .param("id", decision)
                .update();
    }

    private JsonNode create(String body) {
        var made = ml.post("/api/v1/label-sets", body);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    private Map<UUID, JsonNode> rows(JsonNode set) {
        var rows = new HashMap<UUID, JsonNode>();
        ml.get("/api/v1/label-sets/" + version(set) + "/export")
                .body()
                .lines()
                .map(JSON::readTree)
                .forEach(row -> rows.put(UUID.fromString(row.path("itemId").asString()), row));
        return rows;
    }

    private static String version(JsonNode set) {
        return set.path("version").asString();
    }
}
