package dev.docket.backend.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@FloorTest
class LabelImportsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SETS = "/api/v1/label-sets";
    private static final String IMPORTS = "/api/v1/label-imports";

    @Autowired
    private FloorClient anybody;

    @Autowired
    private LabelSets sets;

    private FloorClient ml;

    @BeforeEach
    void signIn() {
        ml = anybody.as(TestCallers.person("ml", Role.ML).token());
    }

    @Test
    void everyLineIsAnsweredAndABadOneStopsNoOther() {
        var id = announce("{\"name\":\"wiki\",\"licence\":\"CC BY-SA 4.0\"}");
        var answers = send(id, "application/x-ndjson", """
                {"source":"wiki","externalId":"1","text":"you idiot","labels":{"harassment":1,"spam":0},"language":"en","author":"u1"}
                {"source":"wiki","externalId":"2","text":" ","labels":{"spam":2}}
                not json
                {"source":"wiki","externalId":"3","text":"good","labels":{"harassment":0},"misspelt":1}
                {"source":"wiki","externalId":"4","text":"good","labels":{"harassment":0},"votes":[],"weight":7}
                {"source":"wiki","externalId":"1","text":"changed","labels":{"harassment":0}}
                {"source":"wiki","externalId":"4","text":"good","labels":{"harassment":0}}
                """);
        assertThat(answers.stream().map(answer -> answer.path("status").asInt()))
                .containsExactly(201, 422, 400, 422, 201, 409, 200);
        assertThat(answers.stream().map(answer -> answer.path("line").asInt())).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(answers.get(1)
                        .path("problem")
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactlyInAnyOrder("/text", "/labels/spam");
        assertThat(answers.get(6).path("id")).isEqualTo(answers.get(4).path("id"));
        var view = ml.get(IMPORTS + "/" + id).json();
        assertThat(view.path("rows").asInt()).isEqualTo(2);
        assertThat(view.path("labels").path("harassment").path("positives").asInt())
                .isEqualTo(1);
        assertThat(ml.get(IMPORTS).json().path("items")).hasSize(1);
    }

    @Test
    void aSetTakesImportedRowsInWithTheirWeightAndSource() {
        var id = announce("{\"name\":\"wiki\",\"licence\":\"CC0\",\"weight\":0.4}");
        send(id, "text/csv", """
                source,externalId,text,language,author,weight,label.spam,label.threat\r
                wiki,1,"buy, now\r
                ""cheap""\",en,u1,0.5,1,\r
                wiki,2,'=1+1,en,u2,,0,0\r
                """);
        var set = ml.post(SETS, "{\"name\":\"x\",\"imports\":[\"" + id + "\"],\"splits\":{\"train\":1.0}}");
        assertThat(set.status()).as(set.body()).isEqualTo(201);
        String version = set.json().path("version").asString();
        var rows = sets.rows(version, "train").toList();
        assertThat(rows).extracting(TrainingRow::text).containsExactly("buy, now\r\n\"cheap\"", "=1+1");
        assertThat(rows).extracting(TrainingRow::weight).containsExactly(0.2, 0.4);
        assertThat(rows.getFirst().targets()).isEqualTo(Map.of("spam", 1));
        assertThat(rows.getFirst().author()).isEqualTo("wiki/u1");
        assertThat(rows).extracting(TrainingRow::labelSource).containsOnly("IMPORTED");
        var none = ml.post(SETS, "{\"name\":\"x\",\"labelSources\":[\"FIRST\"],\"imports\":[\"" + id + "\"]}");
        assertThat(none.slug()).isEqualTo("label-set-empty");
    }

    @Test
    void whatIsImportedToEvaluateByIsNeverTrainedOn() {
        var id = announce("{\"name\":\"held\",\"licence\":\"CC0\",\"evaluation\":true}");
        var lines = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            lines.append("""
                    {"source":"s","externalId":"%d","text":"sentence %d about things","labels":{"spam":%d}}
                    """.formatted(i, i * 7919, i % 2));
        }
        send(id, "application/x-ndjson", lines.toString());
        var set = ml.post(SETS, "{\"name\":\"x\",\"imports\":[\"" + id + "\"]}").json();
        assertThat(set.path("splitRows").path("train").asInt()).isZero();
        assertThat(set.path("splitRows").path("test").asInt()).isPositive();
    }

    @Test
    void anExportCanBeImportedAgain() {
        var id = announce("{\"name\":\"one\",\"licence\":\"CC0\"}");
        send(id, "application/x-ndjson", """
                {"source":"s","externalId":"1","text":"=a, \\"b\\"","labels":{"spam":1},"language":"en"}
                {"source":"s","externalId":"2","text":"plain","labels":{"spam":0},"language":"de"}
                """);
        String version = ml.post(SETS, "{\"name\":\"x\",\"imports\":[\"" + id + "\"]}")
                .json()
                .path("version")
                .asString();
        for (String format : List.of("jsonl", "csv")) {
            String export =
                    ml.get(SETS + "/" + version + "/export?format=" + format).body();
            var again = announce("{\"name\":\"again\",\"licence\":\"CC0\"}");
            var answers = send(again, format.equals("csv") ? "text/csv" : "application/x-ndjson", export);
            assertThat(answers).allMatch(answer -> answer.path("status").asInt() == 201);
            String second = ml.post(SETS, "{\"name\":\"y\",\"imports\":[\"" + again + "\"]}")
                    .json()
                    .path("version")
                    .asString();
            assertThat(sets.rows(second, null).map(TrainingRow::text)).containsExactlyInAnyOrder("=a, \"b\"", "plain");
        }
    }

    @Test
    void aWithdrawnImportIsInNoLaterExportAndTakesNoMoreRows() {
        var id = announce("{\"name\":\"w\",\"licence\":\"CC0\"}");
        String row = "{\"source\":\"s\",\"externalId\":\"1\",\"text\":\"take me back\",\"labels\":{\"spam\":1}}";
        send(id, "application/x-ndjson", row);
        String version = ml.post(SETS, "{\"name\":\"x\",\"imports\":[\"" + id + "\"]}")
                .json()
                .path("version")
                .asString();
        assertThat(ml.get(SETS + "/" + version + "/export").body()).contains("take me back");
        assertThat(ml.delete(IMPORTS + "/" + id).status()).isEqualTo(200);
        var export = ml.get(SETS + "/" + version + "/export");
        assertThat(export.body()).doesNotContain("take me back");
        assertThat(export.header("Docket-Erased-Rows")).isEqualTo("1");
        assertThat(ml.send(ml.request(IMPORTS + "/" + id + "/rows", "Content-Type", "application/x-ndjson")
                                .POST(BodyPublishers.ofString(row)))
                        .slug())
                .isEqualTo("label-import-withdrawn");
        assertThat(ml.post(SETS, "{\"name\":\"x\",\"imports\":[\"" + id + "\"]}")
                        .slug())
                .isEqualTo("invalid-input");
    }

    @Test
    void anImportSaysUnderWhatLicence() {
        var refused = ml.post(IMPORTS, "{\"name\":\"\",\"licence\":\" \",\"weight\":2}");
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactlyInAnyOrder("/name", "/licence", "/weight");
        var moderator = anybody.as(TestCallers.person("mod", Role.MODERATOR).token());
        assertThat(moderator.get(IMPORTS).status()).isEqualTo(403);
    }

    @Test
    void twoSetsAreComparedItemByItem() {
        var one = announce("{\"name\":\"one\",\"licence\":\"CC0\"}");
        send(one, "application/x-ndjson", """
                {"source":"s","externalId":"1","text":"first text here","labels":{"spam":1,"threat":0}}
                {"source":"s","externalId":"2","text":"second text there","labels":{"spam":0}}
                """);
        var other = announce("{\"name\":\"other\",\"licence\":\"CC0\"}");
        send(other, "application/x-ndjson", """
                {"source":"s","externalId":"3","text":"third text anywhere","labels":{"spam":0}}
                """);
        String first = ml.post(SETS, "{\"name\":\"x\",\"imports\":[\"" + one + "\"]}")
                .json()
                .path("version")
                .asString();
        String second = ml.post(SETS, "{\"name\":\"y\",\"imports\":[\"" + one + "\",\"" + other + "\"]}")
                .json()
                .path("version")
                .asString();
        var compared = ml.get(SETS + "/" + first + "/compare/" + second).json();
        assertThat(compared.path("added").path("count").asInt()).isEqualTo(1);
        assertThat(compared.path("added")
                        .path("examples")
                        .get(0)
                        .path("after")
                        .path("labels")
                        .toString())
                .isEqualTo("{\"spam\":0}");
        assertThat(compared.path("removed").path("count").asInt()).isZero();
        assertThat(compared.path("unchanged").asInt()
                        + compared.path("moved").path("count").asInt())
                .isEqualTo(2);
        assertThat(ml.get(SETS + "/" + second + "/compare/" + first)
                        .json()
                        .path("removed")
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(ml.get(SETS + "/" + first + "/compare/nope").status()).isEqualTo(404);
    }

    private String announce(String body) {
        var made = ml.post(IMPORTS, body);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    private List<JsonNode> send(String id, String type, String rows) {
        var answer = ml.send(
                ml.request(IMPORTS + "/" + id + "/rows", "Content-Type", type).POST(BodyPublishers.ofString(rows)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().map(JSON::readTree).toList();
    }
}
