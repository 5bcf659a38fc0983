package dev.docket.backend.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorClient.Answer;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// OpenAI's wire format to the letter, where its client would not look.
@FloorTest
class ModerationsTest {
    private static final String[] CATEGORIES = {
        "harassment",
        "harassment/threatening",
        "hate",
        "hate/threatening",
        "illicit",
        "illicit/violent",
        "self-harm",
        "self-harm/intent",
        "self-harm/instructions",
        "sexual",
        "sexual/minors",
        "violence",
        "violence/graphic"
    };

    @Autowired
    private FloorClient floor;

    private FloorClient platform;

    @BeforeEach
    void signIn() {
        platform = floor.as(TestCallers.key(Scope.CLASSIFY));
    }

    @Test
    void everyMapHasAllThirteenCategories() {
        var result = moderate("\"good morning\"").json().path("results").path(0);

        for (String map : new String[] {"categories", "category_scores", "category_applied_input_types"}) {
            assertThat(result.path(map).propertyNames()).as(map).containsExactly(CATEGORIES);
        }
    }

    @Test
    void aThreateningCategoryIsTheLowerOfItsTwo() {
        var scores = moderate("\"I will find you and kill you, you worthless idiot\"")
                .json()
                .path("results")
                .path(0)
                .path("category_scores");

        assertThat(score(scores, "harassment/threatening"))
                .isEqualTo(Math.min(score(scores, "harassment"), score(scores, "violence")));
        assertThat(score(scores, "hate/threatening"))
                .isEqualTo(Math.min(score(scores, "hate"), score(scores, "violence")));
    }

    @Test
    void anImageThatCannotBeDecodedIsScoredByNobodyAndSaysSo() {
        var answer = moderate("[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,AAAA\"}}]");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Docket-Uncovered-Categories")).isEqualTo(String.join(", ", CATEGORIES));
        assertThat(answer.json().at("/results/0/category_scores"))
                .allSatisfy(score -> assertThat(score.doubleValue()).isZero());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"input":[]}                                    | 400 | invalid_request_error | input                 | invalid_value
            {"input":7}                                     | 400 | invalid_request_error | input                 | invalid_value
            {"input":["a",7]}                               | 400 | invalid_request_error | input[1]              | invalid_value
            {"input":[{"type":"audio"}]}                    | 400 | invalid_request_error | input[0].type         | invalid_value
            {"input":[{"type":"text","text":"a","x":1}]}    | 400 | invalid_request_error | input[0].x            | unknown_parameter
            {"input":[{"type":"image_url","image_url":{"url":"data:image/png;base64,*"}}]} | 400 | invalid_request_error | input[0].image_url.url | invalid_value
            {"input":"a","prompt":"b"}                      | 400 | invalid_request_error | prompt                | unknown_parameter
            {}                                              | 400 | invalid_request_error | input                 | invalid_value
            {"input":                                       | 400 | invalid_request_error |                       |
            """)
    void refusesInTheEnvelopeOfOpenAi(String body, int status, String type, String param, String code) {
        var answer = platform.post("/v1/moderations", body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-type")).startsWith("application/json");
        var error = answer.json().path("error");
        assertThat(error.path("message").asString()).isNotBlank();
        assertThat(error.path("type").asString()).isEqualTo(type);
        assertThat(error.path("param").asString(null)).isEqualTo(param);
        assertThat(error.path("code").asString(null)).isEqualTo(code);
    }

    @Test
    void refusalsOfFiltersSpeakItToo() {
        var nobody = floor.post("/v1/moderations", "{\"input\":\"a\"}");
        var plain = platform.send(platform.request("/v1/moderations")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("a")));
        var wrongMethod = platform.get("/v1/moderations");

        assertThat(nobody.status()).isEqualTo(401);
        assertThat(plain.status()).isEqualTo(415);
        assertThat(wrongMethod.status()).isEqualTo(405);
        for (Answer answer : new Answer[] {nobody, plain, wrongMethod}) {
            assertThat(answer.json().path("error").path("message").asString()).isNotBlank();
        }
    }

    private Answer moderate(String input) {
        var answer = platform.post("/v1/moderations", "{\"input\":" + input + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static double score(JsonNode scores, String category) {
        return scores.path(category).doubleValue();
    }
}
