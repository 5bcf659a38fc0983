package dev.docket.backend.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.SampleImages;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Scope;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// From submission to route, with the real model.
@FloorTest
class ClassificationTest {
    private static final String ABUSE = "You are a worthless idiot and everybody hates you, shut up you stupid loser";
    private static final String KIND = "Thank you so much, the recipe worked well and the garden looks lovely today";

    private final FloorClient floor;
    private final JdbcClient jdbc;
    private FloorClient platform;

    @Autowired
    ClassificationTest(FloorClient floor, JdbcClient jdbc) {
        this.floor = floor;
        this.jdbc = jdbc;
        this.platform = floor;
    }

    @BeforeEach
    void signIn() {
        platform = floor.as(TestCallers.key(Scope.values()));
    }

    @Test
    void sendsAbuseToReviewAndSaysWhichWords() {
        var item = submit("a-1", ABUSE);

        assertThat(item.path("state").asString()).isEqualTo("IN_REVIEW");
        assertThat(item.path("route").asString()).isEqualTo("REVIEW");
        assertThat(item.path("routeReason").asString()).isNotBlank();
        var flagged = StreamSupport.stream(item.path("evidence").path("scores").spliterator(), false)
                .filter(score -> score.path("flagged").booleanValue())
                .toList();
        assertThat(flagged).isNotEmpty().allSatisfy(score -> {
            assertThat(score.path("score").doubleValue())
                    .isGreaterThanOrEqualTo(score.path("reviewThreshold").doubleValue());
            assertThat(score.path("modelVersion").asString()).isNotBlank();
        });
        assertThat(jdbc.sql("""
                        SELECT score_values[array_position(ARRAY['toxicity','hate','harassment','threat'],
                                                           score ->> 'label')] = (score -> 'score')::double precision
                          FROM assessment, jsonb_array_elements(scores) AS score
                         WHERE score ->> 'label' IN ('toxicity','hate','harassment','threat')
                        """).query(Boolean.class).list())
                .as("the same once more as plain numbers, in the order of the label schema")
                .isNotEmpty()
                .containsOnly(true);
    }

    @Test
    void everyContributionAddsUpToTheLogit() {
        var explanation = submit("a-2", ABUSE).path("evidence").path("explanation");

        assertThat(explanation.propertyNames()).contains("toxicity", "harassment");
        explanation.forEach(label -> {
            double sum = StreamSupport.stream(label.path("tokens").spliterator(), false)
                    .mapToDouble(token -> token.path("contribution").doubleValue())
                    .sum();
            assertThat(label.path("bias").doubleValue() + sum)
                    .isCloseTo(label.path("logit").doubleValue(), within(1e-4));
        });
    }

    @Test
    void allowsWhatIsKind() {
        var item = submit("k-1", KIND);

        assertThat(item.path("route").asString()).isEqualTo("ALLOW");
        assertThat(item.path("state").asString()).isEqualTo("CLASSIFIED");
        assertThat(jobs()).isZero();
    }

    @Test
    void sendsWhatMayNotBeFetchedToAPersonWithTheReason() {
        var item = wait("""
                {"source":"test","externalId":"m-1","text":"%s",
                 "media":[{"kind":"IMAGE","url":"http://169.254.169.254/latest/meta-data/"}]}""".formatted(KIND));

        assertThat(item.path("route").asString()).isEqualTo("REVIEW");
        assertThat(item.path("routeReason").asString())
                .isEqualTo("An image could not be judged: It was not fetched. Its address is not a public one.");
        assertThat(item.at("/content/media/0/url").asString()).isEqualTo("http://169.254.169.254/latest/meta-data/");
        assertThat(item.at("/evidence/media/0/unscored").booleanValue()).isTrue();
    }

    @Test
    void scoresAnImageBesideItsText() {
        var item = wait("""
                {"source":"test","externalId":"m-2","text":"%s","media":[{"kind":"IMAGE","base64":"%s"}]}""".formatted(KIND, SampleImages.landscape()));

        assertThat(item.path("route").asString()).isEqualTo("ALLOW");
        assertThat(item.at("/evidence/media/0/unscored").booleanValue()).isFalse();
        assertThat(item.at("/evidence/media/0/scores"))
                .extracting(score -> score.path("label").asString())
                .containsExactly("sexual", "suggestive");
        assertThat(item.path("evidence").path("scores"))
                .anySatisfy(score -> assertThat(score.path("origin").asString()).isEqualTo("/media/0"))
                .anySatisfy(score -> assertThat(score.path("origin").asString()).isEqualTo("/text"));
    }

    @Test
    void classifiesAnImageWithoutStoring() {
        var answer = platform.post("/api/v1/classify", """
                {"items":[{"text":"%s"},{"imageBase64":"%s"},{"imageBase64":"YQ=="}],"explain":true}""".formatted(ABUSE, SampleImages.landscape()));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var image = answer.json().at("/results/1");
        assertThat(image.path("scores"))
                .extracting(score -> score.path("label").asString())
                .containsExactlyInAnyOrder("sexual", "suggestive");
        assertThat(image.path("route").asString()).isEqualTo("ALLOW");
        assertThat(image.at("/explanation/sexual/map/cells").size())
                .isEqualTo(image.at("/explanation/sexual/map/columns").intValue()
                        * image.at("/explanation/sexual/map/rows").intValue());
        var rubbish = answer.json().at("/results/2");
        assertThat(rubbish.path("scores").isEmpty()).isTrue();
        assertThat(rubbish.path("route").asString()).isEqualTo("REVIEW");
    }

    @Test
    void aReportSendsAnAllowedItemToReview() {
        String id = submit("k-2", KIND).path("id").asString();

        var answer = platform.post("/api/v1/items/" + id + "/reports", """
                {"reporter":"r-1","policy":"misinformation","comment":"not true"}""");

        assertThat(answer.status()).isEqualTo(201);
        var item = platform.get("/api/v1/items/" + id).json();
        assertThat(item.path("route").asString()).isEqualTo("REVIEW");
        assertThat(item.path("state").asString()).isEqualTo("IN_REVIEW");
        assertThat(item.path("reports").intValue()).isEqualTo(1);
    }

    @Test
    void classifiesWithoutStoring() {
        var answer = platform.post("/api/v1/classify", """
                {"items":[{"text":"%s"},{"text":"%s"}],"explain":true}""".formatted(KIND, ABUSE));

        assertThat(answer.status()).isEqualTo(200);
        var results = answer.json().path("results");
        assertThat(results.path(0).path("route").asString()).isEqualTo("ALLOW");
        assertThat(results.path(1).path("route").asString()).isEqualTo("REVIEW");
        assertThat(results.path(1).path("explanation").isEmpty()).isFalse();
        assertThat(jdbc.sql("SELECT count(*) FROM item").query(Long.class).single())
                .isZero();
    }

    @Test
    void refusesWhatCannotBeClassified() {
        var answer = platform.post("/api/v1/classify", """
                {"items":[{},{"text":"a","imageBase64":"YQ=="},{"imageBase64":"***"}]}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors"))
                .extracting(error -> error.path("pointer").asString())
                .containsExactly("/items/0", "/items/1", "/items/2/imageBase64");
    }

    @Test
    void reportsTheImageModelBesideTheTextModel() {
        var models = platform.get("/api/v1/metrics/ai-inference").json().path("models");

        assertThat(models).extracting(model -> model.path("name").asString()).containsExactly("text", "image");
        assertThat(models.path(1).path("labels"))
                .extracting(label -> label.asString())
                .containsExactly("sexual", "suggestive");
    }

    @Test
    void reportsHowInferenceGoes() {
        submit("k-3", KIND);

        var model = platform.get("/api/v1/metrics/ai-inference")
                .json()
                .path("models")
                .path(0);

        assertThat(model.path("provider").asString()).isIn("CPU", "CUDA");
        assertThat(model.path("state").asString()).isEqualTo("SERVING");
        assertThat(model.path("items").longValue()).isPositive();
        assertThat(model.path("inferenceMs").path("p95").doubleValue()).isPositive();
    }

    private JsonNode submit(String externalId, String text) {
        return wait("""
                {"source":"test","externalId":"%s","text":"%s","language":"en"}""".formatted(externalId, text));
    }

    private JsonNode wait(String item) {
        var answer = platform.post("/api/v1/items?wait=true", item);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private long jobs() {
        return jdbc.sql("SELECT count(*) FROM classification_job")
                .query(Long.class)
                .single();
    }
}
