package dev.docket.client.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.dto.review.TaskKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Disputes and appeals as the people of the floor live them: each at a desk of their own, with keys alone, the real
/// floor behind it.
class DeskJourneyTest {
    private static final Duration EFFECT = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NOTE = "a word that the second person must not read";
    private static final String FIRST_PERSON = "Mo Derato";

    @TempDir
    static Path home;

    @TempDir
    Path desks;

    private static FloorProcess floor;

    @BeforeAll
    static void open() throws Exception {
        floor = FloorProcess.start(home);
    }

    @AfterAll
    static void close() throws Exception {
        floor.close();
    }

    @Test
    @Timeout(240)
    void twoDisagreeASupervisorSettlesItAndTheItemIsGolden() throws Exception {
        String item =
                submitted("dispute", "Shut your mouth you worthless moron, you are garbage and everyone hates you.");
        try (var first = seat("mod1")) {
            assertThat(first.task().kind()).isEqualTo(TaskKind.FIRST);
            first.push(KeyCode.DIGIT1);
            for (int severity = 1; severity < 4; severity++) {
                first.write("]");
            }
            first.push(KeyCode.N);
            first.write(NOTE);
            first.push(KeyCode.ENTER);
            assertThat(first.everything()).contains(NOTE);
            first.push(KeyCode.ENTER);
            first.awaitDecided(1);
        }
        try (var second = seat("mod2")) {
            var blind = second.task();
            assertThat(blind.item().id()).isEqualTo(item);
            assertThat(blind.first()).isNull();
            second.push(KeyCode.T);
            second.push(KeyCode.H);
            assertThat(second.everything())
                    .as("nothing of the first decision is on the desk")
                    .contains("worthless moron")
                    .doesNotContain(NOTE, FIRST_PERSON, "AWAITING_SECOND");
            second.push(KeyCode.CONTROL, KeyCode.DIGIT7);
            second.see(".panel-card");
            assertThat(second.everything()).doesNotContain(NOTE, FIRST_PERSON);
            second.push(KeyCode.CONTROL, KeyCode.DIGIT1);
            second.push(KeyCode.A);
            second.awaitDecided(1);
        }
        try (var supervisor = seat("super")) {
            supervisor.push(KeyCode.CONTROL, KeyCode.DIGIT3);
            supervisor.see(".need-row");
            supervisor.push(KeyCode.ENTER);
            supervisor.see("#side-right");
            supervisor.push(KeyCode.LEFT);
            supervisor.push(KeyCode.G);
            supervisor.push(KeyCode.ENTER);
            supervisor.read(".said-line > .label", "Settled, and golden");
        }

        var settled = await(
                () -> floor.get("/api/v1/items/" + item, FloorProcess.KEY).path("effectiveDecision"),
                decision -> !decision.isNull());
        assertThat(settled.path("outcome").asString()).isEqualTo("VIOLATION");
        assertThat(settled.path("violations").path(0).path("severity").asInt()).isEqualTo(4);
        var golden = floor.get("/api/v1/golden-items", floor.signIn("super")).path("items");
        assertThat(golden)
                .singleElement()
                .satisfies(one -> assertThat(one.path("itemId").asString()).isEqualTo(item));
    }

    @Test
    @Timeout(240)
    void aRemovalIsAppealedOverturnedAndUndone() throws Exception {
        try (var platform = new WebhookReceiver()) {
            String secret = subscribed(platform);
            String item = submitted("recourse", "You are a stupid idiot, shut up, nobody wants you here, you clown.");
            try (var moderator = seat("mod1")) {
                assertThat(moderator.task().item().id()).isEqualTo(item);
                moderator.push(KeyCode.DIGIT1);
                moderator.push(KeyCode.ENTER);
                moderator.awaitDecided(1);
            }
            platform.next("decision.effective", secret, EFFECT);
            assertThat(points("recourse")).isPositive();
            String appeal = appealed(item);
            try (var senior = seat("senior")) {
                senior.push(KeyCode.CONTROL, KeyCode.DIGIT2);
                senior.see(".board-row");
                senior.push(KeyCode.ENTER);
                senior.see(".case");
                senior.push(KeyCode.O);
                senior.push(KeyCode.N);
                senior.write("They are friends");
                senior.push(KeyCode.CONTROL, KeyCode.ENTER);
                senior.read(".said-line > .label", "Answered.");
            }

            var reversed = platform.next("decision.reversed", secret, EFFECT);
            assertThat(reversed.toString()).contains(item, "RESTORE");
            var told = platform.next("appeal.decided", secret, EFFECT);
            assertThat(told.toString()).contains("OVERTURN", "They are friends").doesNotContain("senior", "mod1");
            var decided = floor.get("/api/v1/appeals/" + appeal, FloorProcess.KEY);
            assertThat(decided.path("outcome").asString()).isEqualTo("OVERTURN");
            var now = floor.get("/api/v1/items/" + item, FloorProcess.KEY).path("effectiveDecision");
            assertThat(now.path("outcome").asString()).isEqualTo("APPROVE");
            assertThat(points("recourse")).isZero();
        }
    }

    private Seat seat(String person) throws Exception {
        return Seat.of(person, floor.address(), desks.resolve(person));
    }

    private static String subscribed(WebhookReceiver platform) throws Exception {
        var receiver = JSON.createObjectNode().put("url", platform.address().toString());
        return floor.post("/api/v1/webhooks", floor.signIn("admin"), receiver)
                .path("secret")
                .asString();
    }

    private static String submitted(String name, String text) throws Exception {
        var item = JSON.createObjectNode()
                .put("source", "forum")
                .put("externalId", name)
                .put("text", text)
                .put("language", "en");
        item.putObject("author").put("externalId", "author-of-" + name);
        var answer = floor.post("/api/v1/items?wait=true", FloorProcess.KEY, item);
        assertThat(answer.path("route").asString()).isEqualTo("REVIEW");
        return answer.path("id").asString();
    }

    private static String appealed(String item) throws Exception {
        var appeal = JSON.createObjectNode().put("itemId", item).put("statement", "We were joking.");
        appeal.putObject("appellant").put("externalId", "author-of-recourse").put("role", "AUTHOR");
        return floor.post("/api/v1/appeals", FloorProcess.KEY, appeal)
                .path("id")
                .asString();
    }

    private static int points(String name) throws Exception {
        return floor.get("/api/v1/strikes?source=forum&author=author-of-" + name, FloorProcess.KEY)
                .path("points")
                .asInt();
    }

    private static JsonNode await(Callable<JsonNode> read, Predicate<JsonNode> done) throws Exception {
        var deadline = Instant.now().plus(EFFECT);
        var answer = read.call();
        while (!done.test(answer) && Instant.now().isBefore(deadline)) {
            Thread.sleep(300);
            answer = read.call();
        }
        assertThat(done.test(answer)).as(() -> "in vain\n" + log()).isTrue();
        return answer;
    }

    private static String log() {
        try {
            return floor.log();
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }
}
