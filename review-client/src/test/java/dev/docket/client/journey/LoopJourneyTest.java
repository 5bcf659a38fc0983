package dev.docket.client.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.theme.Theme;
import dev.docket.client.review.ReviewViewModel;
import dev.docket.client.shell.OffscreenDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole loop: an item goes in over HTTP, is scored by the real model, decided with keys in the real window,
/// audited, sent out signed, and comes back out as a row of a label set.
///
/// Three items are decided, because the floor may hold back any one of them for a blind second look (one in twenty).
class LoopJourneyTest {
    private static final Duration EFFECT = Duration.ofSeconds(45);
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> TEXTS = List.of(
            "You are a stupid idiot, shut up, nobody wants you here, you pathetic clown.",
            "Shut your mouth you worthless moron, you are garbage and everyone hates you.",
            "What a disgusting stupid loser you are, get lost you dumb idiot.");

    @TempDir
    Path home;

    @TempDir
    Path deskHome;

    private final FxRobot robot = new FxRobot();

    @Test
    @Timeout(180)
    void fromSubmissionToLabel() throws Exception {
        try (var floor = FloorProcess.start(home);
                var platform = new WebhookReceiver();
                var desk = new OffscreenDesk(floor.address(), deskHome, Theme.LIGHT, Locale.ENGLISH)) {
            String secret = subscribe(floor, platform);
            for (int number = 0; number < TEXTS.size(); number++) {
                submit(floor, number);
            }
            signInWithKeys(desk);
            itemIsExplained(desk);
            var decided = decideAll(desk);

            var decision = effective(floor, decided);
            assertThat(decision.path("outcome").asString()).isEqualTo("VIOLATION");
            assertThat(decision.path("by").path("kind").asString()).isEqualTo("PERSON");
            assertThat(floor.get("/api/v1/audit/verify", floor.signIn("admin"))
                            .path("valid")
                            .asBoolean())
                    .isTrue();
            var message = platform.next("decision.effective", secret, EFFECT);
            assertThat(decided).anyMatch(id -> message.toString().contains(id));
            labelled(floor, decision);
        }
    }

    private static String subscribe(FloorProcess floor, WebhookReceiver platform) throws Exception {
        var receiver = JSON.createObjectNode().put("url", platform.address().toString());
        return floor.post("/api/v1/webhooks", floor.signIn("admin"), receiver)
                .path("secret")
                .asString();
    }

    private static void submit(FloorProcess floor, int number) throws Exception {
        var item = JSON.createObjectNode()
                .put("source", "forum")
                .put("externalId", "journey-" + number)
                .put("text", TEXTS.get(number))
                .put("language", "en");
        item.putObject("author").put("externalId", "u-" + number).put("displayName", "grumbler" + number);
        var answer = floor.post("/api/v1/items?wait=true", FloorProcess.KEY, item);
        assertThat(answer.path("route").asString()).isEqualTo("REVIEW");
    }

    private void signInWithKeys(OffscreenDesk desk) throws Exception {
        robot.targetWindow(desk.show(980, 860));
        desk.run(() -> desk.node("#signin-name").requestFocus());
        robot.write("mod1").push(KeyCode.TAB).write("docket-demo").push(KeyCode.ENTER);
        desk.waitUntil("an item is open", () -> open(desk) != null);
    }

    private static void itemIsExplained(OffscreenDesk desk) throws Exception {
        var open = open(desk);
        assertThat(TEXTS).contains(open.item().text());
        assertThat(open.evidence().scores()).anyMatch(score -> score.flagged() && score.score() > 0.5);
        desk.run(() -> {
            var model = model(desk);
            assertThat(model.finding().highlight().emphasis().positive()).isNotEmpty();
            assertThat(desk.node(".score-row")).isNotNull();
        });
    }

    /// A digit and Enter for each.
    private Set<String> decideAll(OffscreenDesk desk) throws Exception {
        var items = new HashSet<String>();
        for (int number = 1; number <= TEXTS.size(); number++) {
            desk.waitUntil("an item is open", () -> open(desk) != null);
            items.add(open(desk).item().id());
            int before = number - 1;
            robot.push(KeyCode.DIGIT1).push(KeyCode.ENTER);
            desk.waitUntil(
                    "the screen moves on", () -> model(desk).decidedProperty().get() > before);
        }
        desk.waitUntil(
                "everything is acknowledged",
                () -> model(desk).pendingProperty().get() == 0);
        assertThat(items).hasSize(TEXTS.size());
        return items;
    }

    private static JsonNode effective(FloorProcess floor, Set<String> items) throws Exception {
        var deadline = Instant.now().plus(EFFECT);
        while (Instant.now().isBefore(deadline)) {
            var feed = floor.get("/api/v1/decisions", FloorProcess.KEY);
            var found = elements(feed.path("items"))
                    .filter(decision -> items.contains(decision.path("itemId").asString()))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(300);
        }
        throw new AssertionError("no decision took effect:\n" + floor.log());
    }

    private static void labelled(FloorProcess floor, JsonNode decision) throws Exception {
        String token = floor.signIn("ml");
        var wanted = JSON.createObjectNode().put("name", "journey").put("seed", 7);
        var set = floor.post("/api/v1/label-sets", token, wanted);
        var rows = floor.lines("/api/v1/label-sets/" + set.path("version").asString() + "/export?format=jsonl", token);
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.path("itemId").asString())
                    .isEqualTo(decision.path("itemId").asString());
            assertThat(row.path("outcome").asString()).isEqualTo("VIOLATION");
            assertThat(row.path("text").asString()).isIn(TEXTS);
            assertThat(row.path("labels").propertyNames()).isNotEmpty();
        });
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static dev.docket.dto.review.Task open(OffscreenDesk desk) {
        var model = model(desk);
        return model == null ? null : model.taskProperty().get();
    }

    private static ReviewViewModel model(OffscreenDesk desk) {
        return desk.review();
    }
}
