package dev.docket.backend.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Explanations on request, over HTTP and with the shipped model.
@FloorTest
class ExplainingTest {
    private static final String TEXT = "You are a worthless idiot and everybody hates you, shut up you stupid loser";

    @Autowired
    private FloorClient floor;

    private String item = "";
    private String task = "";
    private FloorClient holder;

    @BeforeEach
    void anItemThatSomebodyHolds() {
        item = submitted("e-1", TEXT);
        holder = floor.as(TestCallers.person("mod", Role.MODERATOR).token());
        task = "/api/v1/tasks/"
                + holder.post("/api/v1/claims", "{\"count\":1}")
                        .json()
                        .at("/tasks/0/id")
                        .asString();
    }

    private String submitted(String externalId, String text) {
        return floor.as(TestCallers.key(Scope.values()))
                .post(
                        "/api/v1/items?wait=true",
                        "{\"source\":\"test\",\"externalId\":\"%s\",\"text\":\"%s\"}".formatted(externalId, text))
                .json()
                .path("id")
                .asString();
    }

    /// Asks until it is done, as the desk does.
    private static JsonNode explained(FloorClient person, String path) {
        for (int asked = 0; asked < 30; asked++) {
            var answer = person.get(path);
            assertThat(answer.status()).isIn(200, 202);
            if (answer.status() == 200) {
                return answer.json();
            }
            assertThat(answer.json().path("state").asString()).isEqualTo("RUNNING");
        }
        throw new AssertionError("never done");
    }

    @Test
    void whoeverHoldsTheTaskIsToldWhatEachWordDoes() {
        var explanation = explained(holder, task + "/explanation?label=toxicity");

        assertThat(explanation.path("label").asString()).isEqualTo("toxicity");
        assertThat(explanation.path("scoredBy")).isEqualTo(explanation.path("modelVersion"));
        assertThat(explanation.path("words").size()).isEqualTo(TEXT.split(" ").length);
        assertThat(explanation.path("passage").isNull()).isTrue();
        assertThat(explanation.path("untried").asInt()).isZero();
        assertThat(explanation
                        .path("words")
                        .valueStream()
                        .map(word -> TEXT.substring(
                                word.path("start").asInt(), word.path("end").asInt())))
                .contains("idiot", "hates", "loser");
    }

    @Test
    void whatWouldFlipTheRouteIsShownWithScoresAndThresholds() {
        var flip = explained(holder, task + "/explanation").path("flip");

        assertThat(flip.path("outcome").asString()).isEqualTo("FOUND");
        assertThat(flip.path("from").asString()).isEqualTo("REVIEW");
        assertThat(flip.path("to").asString()).isEqualTo("ALLOW");
        assertThat(flip.path("spans").size()).isPositive();
        assertThat(flip.path("changes").valueStream()).isNotEmpty().allSatisfy(change -> {
            assertThat(change.path("before").asDouble())
                    .isGreaterThanOrEqualTo(change.path("threshold").asDouble());
            assertThat(change.path("after").asDouble())
                    .isLessThan(change.path("threshold").asDouble());
        });
        var left = new StringBuilder(TEXT);
        flip.path("spans").forEach(span -> {
            for (int at = span.path(0).asInt(); at < span.path(1).asInt(); at++) {
                left.setCharAt(at, ' ');
            }
        });
        assertThat(routeOf(left.toString())).isEqualTo("ALLOW");
    }

    private String routeOf(String text) {
        return floor.as(TestCallers.key(Scope.values()))
                .post("/api/v1/classify", "{\"items\":[{\"text\":\"%s\"}]}".formatted(text))
                .json()
                .at("/results/0/route")
                .asString();
    }

    @Test
    void withoutALabelItIsTheOneThatSpeaksMostForTheItemsBeingHere() {
        var scores = holder.get(task).json().at("/evidence/scores");
        var explanation = explained(holder, task + "/explanation");

        assertThat(scores.valueStream()
                        .filter(score -> score.path("flagged").asBoolean())
                        .map(score -> score.path("label").asString()))
                .contains(explanation.path("label").asString());
    }

    @Test
    void anItemThatNothingReachedSaysSo() {
        String quiet = submitted("e-2", "Does anyone know what time the match starts tonight?");
        var senior = floor.as(TestCallers.person("senior", Role.SENIOR).token());
        var flip = explained(senior, "/api/v1/items/" + quiet + "/explanation").path("flip");

        assertThat(flip.path("outcome").asString()).isEqualTo("NOTHING_REACHED");
        assertThat(flip.path("from").asString()).isEqualTo("ALLOW");
        assertThat(flip.path("spans").size()).isZero();
    }

    @Test
    void aLabelThatTheModelDoesNotKnowIsRefused() {
        var refused = holder.get(task + "/explanation?label=sarcasm");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.slug()).isEqualTo("unknown-label");
    }

    @Test
    void nobodySeesMoreThanTheirTasksAndScreensShow() {
        var other = floor.as(TestCallers.person("other", Role.MODERATOR).token());

        assertThat(other.get(task + "/explanation").status()).isEqualTo(404);
        assertThat(other.get("/api/v1/items/" + item + "/explanation").status()).isEqualTo(404);
        assertThat(holder.get("/api/v1/items/" + item + "/explanation").status())
                .isIn(200, 202);
        for (Role role : List.of(Role.ML, Role.ADMIN)) {
            var person = floor.as(TestCallers.person(role.name().toLowerCase(Locale.ROOT), role)
                    .token());
            assertThat(person.get("/api/v1/items/" + item + "/explanation").status())
                    .isEqualTo(403);
        }
    }

    @Test
    void anErasedItemHasNothingToExplain() {
        explained(holder, task + "/explanation");
        assertThat(floor.as(TestCallers.key(Scope.values()))
                        .delete("/api/v1/items/" + item + "/content")
                        .status())
                .isEqualTo(204);
        var senior = floor.as(TestCallers.person("senior", Role.SENIOR).token());
        var refused = senior.get("/api/v1/items/" + item + "/explanation");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.slug()).isEqualTo("nothing-to-explain");
    }

    @Test
    void aWholeFloorOfWordsIsWorkedOutWhileOthersWait() {
        String text = "The garden club met on Tuesday and spoke of roses. ".repeat(14) + TEXT;
        String id = submitted("e-3", text);
        var senior = floor.as(TestCallers.person("senior", Role.SENIOR).token());
        var explanation = explained(senior, "/api/v1/items/" + id + "/explanation?label=toxicity");

        assertThat(explanation.path("passage").path(0).asInt()).isPositive();
        assertThat(explanation.path("passage").path(1).asInt()).isEqualTo(text.length());
        assertThat(senior.delete("/api/v1/items/" + id + "/explanation").status())
                .isEqualTo(204);
    }
}
