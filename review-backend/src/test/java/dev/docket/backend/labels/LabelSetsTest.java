package dev.docket.backend.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.review.DecisionRecorded;
import dev.docket.backend.review.PastDecision;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@FloorTest
class LabelSetsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant DECIDED = Instant.parse("2026-11-20T10:00:00Z");

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

    private FloorClient ml;

    @BeforeEach
    void signIn() {
        ml = anybody.as(TestCallers.person("ml", Role.ML).token());
    }

    @Test
    void decisionsBecomeRowsThatHashToTheSet() throws Exception {
        settle("a", "you are \"dumb\"\n\u00e9", "en", "EFFECTIVE", "harassment");
        settle("b", "good morning", "en-GB", "EFFECTIVE");
        settle("c", "held back", "en", "HELD", "spam");
        settle("d", "bonjour", "fr", "EFFECTIVE");
        var set = create("{\"name\":\"first\",\"languages\":[\"en\"]}");
        assertThat(set.path("state").asString()).isEqualTo("READY");
        assertThat(set.path("rows").asInt()).isEqualTo(2);
        var export = ml.get(path(set) + "/export?format=jsonl");
        assertThat(export.status()).isEqualTo(200);
        assertThat(sha256(export.body())).isEqualTo(set.path("sha256").asString());
        assertThat(export.header("Content-Disposition")).contains(".jsonl");
        var rows = export.body().lines().map(JSON::readTree).toList();
        assertThat(rows.get(0).path("text").asString()).isEqualTo("you are \"dumb\"\n\u00e9");
        assertThat(rows.get(0).path("labels").toString())
                .isEqualTo(
                        "{\"harassment\":1,\"hate\":0,\"profanity\":0,\"self_harm\":0,\"sexual\":0,\"spam\":0,\"threat\":0}");
        assertThat(rows.get(1).path("labels").path("toxicity").asInt(-1)).isZero();
        assertThat(rows.get(1).path("outcome").asString()).isEqualTo("APPROVE");
        assertThat(rows.get(0).path("samplingProbability").asDouble()).isEqualTo(1.0);
    }

    @Test
    void nothingLeaksFromOneSplitIntoAnother() {
        // Forty authors in twenty pairs that share a text: groups enough for both splits to get some.
        for (int i = 0; i < 120; i++) {
            settle("author-" + i % 40, i % 3 == 0 ? "Same TEXT, " + i % 40 / 2 : "text " + i, "en", "EFFECTIVE");
        }
        var body = "{\"name\":\"split\",\"splits\":{\"train\":0.5,\"test\":0.5},\"seed\":7}";
        var set = create(body);
        var splitOf = new HashMap<String, String>();
        ml.get(path(set) + "/export").body().lines().map(JSON::readTree).forEach(row -> {
            String split = row.path("split").asString();
            assertThat(splitOf.merge(authorOf(row), split, (was, now) -> was)).isEqualTo(split);
            assertThat(splitOf.merge(Groups.normalised(row.path("text").asString()), split, (was, now) -> was))
                    .isEqualTo(split);
        });
        assertThat(splitOf.values()).contains("train", "test");
        var again = create(body);
        assertThat(again.path("sha256")).isEqualTo(set.path("sha256"));
        assertThat(again.path("version")).isNotEqualTo(set.path("version"));
        long train = ml.get(path(set) + "/export?split=train").body().lines().count();
        assertThat(train)
                .isEqualTo(set.path("splitRows").path("train").asLong())
                .isPositive();
    }

    @Test
    void anExportIsResumedWhereItBrokeOff() {
        for (int i = 0; i < 5; i++) {
            settle("a" + i, "text \u00fc " + i, "en", "EFFECTIVE");
        }
        var set = create("{\"name\":\"resume\"}");
        for (String format : List.of("jsonl", "csv")) {
            String export = path(set) + "/export?format=" + format;
            var whole = ml.get(export);
            assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
            byte[] bytes = whole.body().getBytes(StandardCharsets.UTF_8);
            assertThat(whole.header("Content-Length")).isEqualTo(String.valueOf(bytes.length));
            var rest = ml.send(ml.request(export, "Range", "bytes=1000-").GET());
            assertThat(rest.status()).isEqualTo(206);
            assertThat(rest.header("Content-Range")).isEqualTo("bytes 1000-" + (bytes.length - 1) + "/" + bytes.length);
            assertThat(rest.body()).isEqualTo(new String(bytes, 1000, bytes.length - 1000, StandardCharsets.UTF_8));
            var middle = ml.send(ml.request(export, "Range", "bytes=10-19").GET());
            assertThat(middle.body()).isEqualTo(new String(bytes, 10, 10, StandardCharsets.UTF_8));
            var tail = ml.send(ml.request(export, "Range", "bytes=-7").GET());
            assertThat(tail.body()).isEqualTo(new String(bytes, bytes.length - 7, 7, StandardCharsets.UTF_8));
            var changed = ml.send(ml.request(export, "Range", "bytes=1000-", "If-Range", "\"other\"")
                    .GET());
            assertThat(changed.status()).isEqualTo(200);
            var beyond = ml.send(
                    ml.request(export, "Range", "bytes=" + bytes.length + "-").GET());
            assertThat(beyond.status()).isEqualTo(416);
            assertThat(beyond.header("Content-Range")).isEqualTo("bytes */" + bytes.length);
            assertThat(beyond.slug()).isEqualTo("range-not-satisfiable");
        }
    }

    @Test
    void duckDbReadsTheParquetExportThatManyRequestsPutTogether(@TempDir Path folder) throws Exception {
        for (int i = 0; i < 40; i++) {
            settle("a" + i, i == 7 ? null : "=text \u00fc " + i, "en", "EFFECTIVE", i % 4 == 0 ? "spam" : "harassment");
        }
        var set = create("{\"name\":\"parquet\"}");
        String export = path(set) + "/export?format=parquet";
        var manifest = ml.get(path(set) + "/manifest?format=parquet").json();
        int length = manifest.path("bytes").asInt();
        var file = folder.resolve(manifest.path("fileName").asString());
        try (var out = Files.newOutputStream(file)) {
            for (int from = 0; from < length; from += 1000) {
                out.write(ml.bytes(export, "Range", "bytes=" + from + "-" + (from + 999)));
            }
        }
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))))
                .isEqualTo(manifest.path("sha256").asString());
        assertThat(ml.bytes(export)).isEqualTo(Files.readAllBytes(file));
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var rows = duck.createStatement().executeQuery("""
                        SELECT itemId, text, label_spam, violated[1] AS violated, weight, decidedAt::VARCHAR AS at
                          FROM '%s'
                        """.formatted(file))) {
            for (var line : ml.get(path(set) + "/export").body().lines().toList()) {
                var row = JSON.readTree(line);
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString("itemId"))
                        .isEqualTo(row.path("itemId").asString());
                assertThat(rows.getString("text"))
                        .isEqualTo(row.path("text").asStringOpt().orElse(null));
                assertThat(rows.getInt("label_spam"))
                        .isEqualTo(row.path("labels").path("spam").asInt());
                assertThat(rows.getString("violated"))
                        .isEqualTo(row.path("violations").get(0).path("policy").asString());
                assertThat(rows.getDouble("weight"))
                        .isEqualTo(row.path("weight").asDouble());
                assertThat(rows.getString("at")).startsWith("2026-11-");
            }
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void theManifestHoldsForEveryFormatAndSplit() throws Exception {
        for (int i = 0; i < 30; i++) {
            settle("a" + i, "text " + i, "en", "EFFECTIVE", "spam");
        }
        var set = create("{\"name\":\"manifest\"}");
        for (String format : List.of("jsonl", "csv", "parquet")) {
            for (String split : List.of("", "&split=train")) {
                var manifest =
                        ml.get(path(set) + "/manifest?format=" + format + split).json();
                byte[] bytes = ml.bytes(path(set) + "/export?format=" + format + split);
                assertThat(manifest.path("bytes").asInt()).isEqualTo(bytes.length);
                assertThat(manifest.path("sha256").asString())
                        .isEqualTo(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
            }
        }
        assertThat(ml.get(path(set) + "/manifest").json().path("sha256")).isEqualTo(set.path("sha256"));
        assertThat(ml.get(path(set) + "/manifest").json().path("rows").asInt()).isEqualTo(30);
    }

    @Test
    void erasedTextIsInNoLaterExport() {
        var erased = settle("a", "forget me", "en", "EFFECTIVE");
        settle("b", "keep me", "en", "EFFECTIVE");
        var set = create("{\"name\":\"erasure\"}");
        String tag = ml.get(path(set) + "/export").header("ETag");
        jdbc.sql("UPDATE item SET state = 'ERASED', text = NULL, erased_at = now() WHERE id = :id")
                .param("id", erased)
                .update();
        var export = ml.get(path(set) + "/export");
        assertThat(export.body()).contains("keep me").doesNotContain("forget me");
        assertThat(export.body().lines()).hasSize(2);
        assertThat(export.header("Docket-Erased-Rows")).isEqualTo("1");
        assertThat(export.header("ETag")).isNotEqualTo(tag);
        assertThat(ml.get(path(set) + "/card").body()).contains("1 items have been erased since");
        assertThat(jdbc.sql("SELECT count(*) FROM label_set_row WHERE line LIKE '%forget me%' OR line LIKE '%keep me%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void formulasAreHarmlessInCsvAndExactInJson() {
        settle("a", "=HYPERLINK(\"x\")", "en", "EFFECTIVE", "spam");
        var set = create("{\"name\":\"formulas\",\"policies\":[\"spam\"]}");
        var csv = ml.get(path(set) + "/export?format=csv");
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.body()).contains(",\"'=HYPERLINK(\"\"x\"\")\",").contains(",label.spam,score.spam\r\n");
        assertThat(ml.get(path(set) + "/export").body()).contains("\"text\":\"=HYPERLINK(\\\"x\\\")\"");
    }

    @Test
    void theCardSaysWhatTheSetIs() {
        settle("a", "buy now", "en", "EFFECTIVE", "spam");
        var set = create("{\"name\":\"card | <b>\"}");
        var card = ml.get(path(set) + "/card");
        assertThat(card.header("Content-Type")).isEqualTo("text/markdown;charset=UTF-8");
        assertThat(card.body())
                .contains(
                        "# card",
                        "| spam | 1 | 0 |",
                        "| en | 1 |",
                        set.path("sha256").asString())
                .contains("Never found here")
                .doesNotContain("<b>");
        var facts = ml.get(path(set) + "/card/facts").json();
        assertThat(facts.path("rows").asInt()).isEqualTo(1);
        assertThat(facts.path("figures")
                        .path("labels")
                        .path("spam")
                        .path("positives")
                        .asInt())
                .isEqualTo(1);
        assertThat(facts.path("request").path("name").asString()).isEqualTo("card | <b>");
        assertThat(facts.path("gaps").valueStream().map(gap -> gap.path("code").asString()))
                .contains("gap.one-judgement", "gap.never-found", "gap.empty-split.test");
        assertThat(facts.path("sha256")).isEqualTo(set.path("sha256"));
    }

    @Test
    void anEmptySetSaysWhatToWiden() {
        var none = ml.post("/api/v1/label-sets", "{\"name\":\"none\"}");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.slug()).isEqualTo("label-set-empty");
        settle("a", "hola", "es", "EFFECTIVE");
        var narrow = ml.post("/api/v1/label-sets", "{\"name\":\"none\",\"languages\":[\"en\"]}");
        assertThat(narrow.slug()).isEqualTo("label-set-empty");
        assertThat(narrow.json().path("detail").asString()).contains("languages");
        assertThat(ml.get("/api/v1/label-sets").json().path("items").size()).isZero();
    }

    @Test
    void everyFaultOfARequestIsTold() {
        var refused = ml.post("/api/v1/label-sets", """
                {"name":" ","from":"2026-11-02T00:00:00Z","to":"2026-11-01T00:00:00Z","policies":["nope","copyright"],
                 "languages":["!"],"minAgreement":2,"splits":{"train":0.5,"Bad":0.1},"groupBy":["thread"]}
                """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactlyInAnyOrder(
                        "/name",
                        "/to",
                        "/policies/0",
                        "/policies/1",
                        "/languages/0",
                        "/minAgreement",
                        "/splits/Bad",
                        "/splits",
                        "/groupBy/0");
    }

    @Test
    void setsAreForThoseWhoTrainAndForKeysThatReadLabels() {
        settle("a", "text", "en", "EFFECTIVE");
        var set = create("{\"name\":\"rights\"}");
        var program = anybody.as(TestCallers.key(Scope.LABELS_READ));
        assertThat(program.get(path(set) + "/export").status()).isEqualTo(200);
        assertThat(program.post("/api/v1/label-sets", "{\"name\":\"x\"}").status())
                .isEqualTo(403);
        var admin = anybody.as(TestCallers.person("root", Role.ADMIN).token());
        assertThat(admin.get(path(set) + "/export").status()).isEqualTo(403);
        assertThat(ml.get("/api/v1/label-sets/nope").status()).isEqualTo(404);
        assertThat(ml.get(path(set) + "/export?format=xml").status()).isEqualTo(422);
        assertThat(ml.get(path(set) + "/export?split=nope").status()).isEqualTo(422);
        assertThat(ml.get("/api/v1/label-sets?limit=1").json().path("items").get(0))
                .isEqualTo(set);
    }

    private UUID settle(String author, @Nullable String text, String language, String state, String... violated) {
        var item = Ids.next();
        var decision = Ids.next();
        var violations = List.of(violated).stream()
                .map(policy -> new Violation(policy, 2, null, null, null))
                .toList();
        jdbc.sql("""
                INSERT INTO item (id, source, external_id, state, content_sha256, text, language, author_external_id,
                                  submitted_at)
                VALUES (:id, 'forum', :author || '/' || :id, 'SETTLED', '', :text, :language, :author, now())
                """)
                .param("id", item)
                .param("author", author)
                .param("text", text, Types.VARCHAR)
                .param("language", language)
                .update();
        var outcome = violations.isEmpty() ? Outcome.APPROVE : Outcome.VIOLATION;
        jdbc.sql("""
                INSERT INTO decision (id, decided_at, task_id, item_id, round, person_id, outcome, violations, state,
                                      effective_at)
                VALUES (:id, :at, :id, :item, 1, :id, :outcome, :violations::jsonb, :state,
                        CASE WHEN :state = 'EFFECTIVE' THEN :at::timestamptz END)
                """)
                .param("id", decision)
                .param("at", Timestamp.from(DECIDED))
                .param("item", item)
                .param("outcome", outcome.name())
                .param("violations", JSON.writeValueAsString(violations))
                .param("state", state)
                .update();
        transaction.executeWithoutResult(status -> events.publishEvent(new DecisionRecorded(
                new PastDecision(
                        decision,
                        item,
                        Ids.next(),
                        1,
                        DecisionKind.FIRST,
                        Ids.next(),
                        new dev.docket.backend.review.Finding(outcome, violations, List.of(), null, null),
                        null,
                        Map.of("spam", 1),
                        DecisionState.HELD,
                        DECIDED,
                        null),
                items.find(item).orElseThrow(),
                DECIDED)));
        return item;
    }

    private JsonNode create(String body) {
        var made = ml.post("/api/v1/label-sets", body);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    private static String path(JsonNode set) {
        return "/api/v1/label-sets/" + set.path("version").asString();
    }

    private static String authorOf(JsonNode row) {
        String id = row.path("externalId").asString();
        return id.substring(0, id.indexOf('/'));
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
