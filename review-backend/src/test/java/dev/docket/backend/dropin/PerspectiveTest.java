package dev.docket.backend.dropin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorClient.Answer;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Perspective's documented requests and answers, with the key where its clients put it,
/// against the real model.
@FloorTest
class PerspectiveTest {
    private static final String ABUSE = "You are a worthless idiot and everybody hates you.";
    private static final String ALL = """
            {"TOXICITY":{},"SEVERE_TOXICITY":{},"IDENTITY_ATTACK":{},"INSULT":{},"PROFANITY":{},"THREAT":{},\
            "SEXUALLY_EXPLICIT":{},"SPAM":{}}""";

    private final FloorClient floor;
    private final JdbcClient jdbc;
    private String key = "";

    @Autowired
    PerspectiveTest(FloorClient floor, JdbcClient jdbc) {
        this.floor = floor;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void makeKey() {
        key = TestCallers.key(Scope.CLASSIFY);
    }

    @Test
    void scoresEveryAttributeThatIsAskedFor() {
        var answer = analyze("""
                {"comment":{"text":"%s"},"languages":["en"],"requestedAttributes":%s,"clientToken":"t-1",
                 "doNotStore":true,"sessionId":"s-1","communityId":"c-1"}""".formatted(ABUSE, ALL));

        assertThat(answer.path("languages").toString()).isEqualTo("[\"en\"]");
        assertThat(answer.path("clientToken").asString()).isEqualTo("t-1");
        var scores = answer.path("attributeScores");
        assertThat(scores.propertyNames()).hasSize(8);
        assertThat(scores).allSatisfy(attribute -> {
            assertThat(attribute.at("/summaryScore/type").asString()).isEqualTo("PROBABILITY");
            assertThat(attribute.at("/summaryScore/value").doubleValue()).isBetween(0.0, 1.0);
        });
        assertThat(summary(answer, "INSULT")).isGreaterThan(0.5);
        assertThat(summary(answer, "SEVERE_TOXICITY")).isLessThanOrEqualTo(summary(answer, "TOXICITY"));
    }

    @Test
    void scoresAreThoseOfTheClassifier() {
        var classified = floor.as(key)
                .post("/api/v1/classify", "{\"items\":[{\"text\":\"%s\"}]}".formatted(ABUSE))
                .json()
                .at("/results/0/scores");
        double harassment = classified
                .valueStream()
                .filter(score -> score.path("label").asString().equals("harassment"))
                .findFirst()
                .orElseThrow()
                .path("score")
                .doubleValue();

        assertThat(summary(analyze(ABUSE, "{\"INSULT\":{}}", ""), "INSULT")).isCloseTo(harassment, within(1e-9));
    }

    @Test
    void theWholeCommentIsTheSpanUnlessSentencesAreAskedFor() {
        var answer = analyze(ABUSE, "{\"TOXICITY\":{}}", "");

        var spans = answer.at("/attributeScores/TOXICITY/spanScores");
        assertThat(spans.size()).isEqualTo(1);
        assertThat(spans.at("/0/begin").intValue()).isZero();
        assertThat(spans.at("/0/end").intValue()).isEqualTo(ABUSE.length());
        assertThat(answer.path("languages").toString()).isEqualTo("[\"und\"]");
        assertThat(answer.has("clientToken")).isFalse();
    }

    @Test
    void sentencesAreSpansInUtf16CodeUnits() {
        String text = "Thanks \uD83D\uDE00 a lot!  You worthless idiot.";
        var spans = analyze(text, "{\"TOXICITY\":{}}", ",\"spanAnnotations\":true")
                .at("/attributeScores/TOXICITY/spanScores");

        assertThat(spans.size()).isEqualTo(2);
        assertThat(spanText(text, spans.get(0))).isEqualTo("Thanks \uD83D\uDE00 a lot!");
        assertThat(spanText(text, spans.get(1))).isEqualTo("You worthless idiot.");
        assertThat(spans.at("/1/score/value").doubleValue())
                .isGreaterThan(spans.at("/0/score/value").doubleValue());
    }

    @Test
    void scoresBelowTheirThresholdAreLeftOut() {
        var answer = analyze(
                "Good morning.", "{\"THREAT\":{\"scoreThreshold\":0.99},\"TOXICITY\":{\"scoreThreshold\":0}}", "");

        assertThat(answer.path("attributeScores").propertyNames()).containsExactly("TOXICITY");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"requestedAttributes":{"TOXICITY":{}}}                                             | Comment must be non-empty.      | COMMENT_EMPTY
            {"comment":{"text":" "},"requestedAttributes":{"TOXICITY":{}}}                      | Comment must be non-empty.      | COMMENT_EMPTY
            {"comment":{"text":"a"}}                                                            | Missing requested_attributes.   | NO_REQUESTED_ATTRIBUTES
            {"comment":{"text":"a"},"requestedAttributes":{"FLIRTATION":{}}}                    | Unknown requested attribute: FLIRTATION | INVALID_REQUEST
            {"comment":{"text":"a"},"requestedAttributes":{"THREAT":{"scoreType":"RAW"}}}       | Requested score type RAW is not supported by attribute THREAT. | INVALID_REQUEST
            {"comment":{"text":"a","type":"HTML"},"requestedAttributes":{"THREAT":{}}}          | Currently, only 'PLAIN_TEXT' comments are supported. | INVALID_REQUEST
            {"comment":{"text":"a"},"languages":["?"],"requestedAttributes":{"THREAT":{}}}      | Languages are at most 20 codes such as en or hi-Latn. | INVALID_REQUEST
            """)
    void refusesInPerspectivesWords(String body, String message, String errorType) {
        var answer = floor.post("/v1alpha1/comments:analyze?key=" + key, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("content-type")).startsWith("application/json");
        var error = answer.json().path("error");
        assertThat(error.path("code").intValue()).isEqualTo(400);
        assertThat(error.path("status").asString()).isEqualTo("INVALID_ARGUMENT");
        assertThat(error.path("message").asString()).isEqualTo(message.replace("''", "'"));
        assertThat(error.at("/details/0/errorType").asString()).isEqualTo(errorType);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        var error = floor.post("/v1alpha1/comments:analyze?key=" + key, """
                        {"comment":{"text":"%s"},"requestedAttributes":{"NICE":{},"KIND":{}}}""".formatted("é".repeat(10_241)))
                .json()
                .path("error");

        assertThat(error.path("message").asString()).contains("too long", "NICE", "KIND");
        assertThat(error.path("details").size()).isEqualTo(3);
    }

    @Test
    void aFieldThatIsNoneIsRefusedInGooglesEnvelope() {
        var answer = floor.post("/v1alpha1/comments:analyze?key=" + key, """
                {"comment":{"text":"a","lang":"en"},"requestedAttributes":{"TOXICITY":{}}}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/message").asString())
                .startsWith("Invalid JSON payload received.")
                .contains("comment.lang");
    }

    @ParameterizedTest
    @CsvSource({"'', 401, UNAUTHENTICATED", "'?key=dk_nobody', 401, UNAUTHENTICATED"})
    void withoutAGoodKeyNothingIsAnswered(String query, int status, String name) {
        var answer = floor.post("/v1alpha1/comments:analyze" + query, "{}");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/error/status").asString()).isEqualTo(name);
    }

    @Test
    void theKeyIsReadFromWhereverGooglesClientsPutIt() {
        String body = "{\"comment\":{\"text\":\"a\"},\"requestedAttributes\":{\"TOXICITY\":{}}}";

        assertThat(floor.post("/v1alpha1/comments:analyze?alt=json&key=" + key + "&prettyPrint=false", body)
                        .status())
                .isEqualTo(200);
        assertThat(floor.post("/v1alpha1/comments:analyze", body, "X-Goog-Api-Key", key)
                        .status())
                .isEqualTo(200);
        assertThat(floor.as(key).post("/v1alpha1/comments:analyze", body).status())
                .isEqualTo(200);
        assertThat(floor.post("/v1alpha1/comments:analyze?key=" + key + "x", body)
                        .status())
                .isEqualTo(401);
        assertThat(floor.post("/api/v1/classify?key=" + key, "{\"items\":[{\"text\":\"a\"}]}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aSuggestedScoreIsKeptAsALabelSuggestion() {
        var answer = suggest("""
                {"comment":{"text":"%s"},"languages":["en"],"communityId":"/forum/movies","clientToken":"t-2",
                 "attributeScores":{"INSULT":{"summaryScore":{"value":0.25},
                    "spanScores":[{"begin":0,"end":7,"score":{"value":1,"type":"PROBABILITY"}}]},
                  "SEVERE_TOXICITY":{"summaryScore":{"type":"PROBABILITY"}}}}""".formatted(ABUSE));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("clientToken").asString()).isEqualTo("t-2");
        assertThat(rows("SELECT text || ' ' || community || ' ' || languages::text FROM label_suggestion"))
                .isEqualTo(ABUSE + " /forum/movies {en}");
        assertThat(rows("""
                SELECT string_agg(concat_ws(' ', attribute, label, span_start, span_end, value), '; ' ORDER BY ordinal)
                  FROM label_suggestion_score
                """)).isEqualTo("INSULT harassment 0.25; INSULT harassment 0 7 1; SEVERE_TOXICITY 0");
        assertThat(rows("SELECT count(*)::text FROM audit_entry WHERE action = 'label.suggested'"))
                .isEqualTo("1");
    }

    @Test
    void aSuggestionGoesWithTheTextThatIsErased() {
        var platform = floor.as(TestCallers.key(Scope.values()));
        String id = platform.post("/api/v1/items", """
                        {"source":"forum","externalId":"e-1","text":"%s"}""".formatted(ABUSE))
                .json()
                .path("id")
                .asString();
        for (String text : new String[] {ABUSE, "Good morning."}) {
            suggest("""
                    {"comment":{"text":"%s"},"attributeScores":{"INSULT":{"summaryScore":{"value":1}}}}""".formatted(text));
        }

        platform.delete("/api/v1/items/" + id + "/content");

        assertThat(rows("SELECT string_agg(text, ',') FROM label_suggestion")).isEqualTo("Good morning.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"comment":{"text":"abc"}}                                                                               | Missing attribute_scores.
            {"comment":{"text":"abc"},"attributeScores":{"THREAT":{}}}                                               | Attribute THREAT has neither a summary score nor span scores.
            {"comment":{"text":"abc"},"attributeScores":{"THREAT":{"summaryScore":{"value":2}}}}                     | A score of attribute THREAT is not between 0 and 1.
            {"comment":{"text":"abc"},"attributeScores":{"THREAT":{"spanScores":[{"end":4,"score":{"value":1}}]}}}   | A span of attribute THREAT does not lie within the comment.
            {"comment":{"text":"abc"},"attributeScores":{"THREAT":{"spanScores":[{"end":3}]}}}                       | A span of attribute THREAT has no score.
            """)
    void refusesWhatIsNoSuggestion(String body, String message) {
        var answer = suggest(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/message").asString()).isEqualTo(message);
        assertThat(rows("SELECT count(*)::text FROM label_suggestion")).isEqualTo("0");
    }

    private JsonNode analyze(String text, String attributes, String more) {
        return analyze(
                "{\"comment\":{\"text\":\"%s\"},\"requestedAttributes\":%s%s}".formatted(text, attributes, more));
    }

    private JsonNode analyze(String body) {
        var answer = floor.post("/v1alpha1/comments:analyze?key=" + key, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Answer suggest(String body) {
        return floor.post("/v1alpha1/comments:suggestscore?key=" + key, body);
    }

    private String rows(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private static double summary(JsonNode answer, String attribute) {
        return answer.path("attributeScores")
                .path(attribute)
                .at("/summaryScore/value")
                .doubleValue();
    }

    private static String spanText(String text, JsonNode span) {
        return text.substring(span.path("begin").intValue(), span.path("end").intValue());
    }
}
