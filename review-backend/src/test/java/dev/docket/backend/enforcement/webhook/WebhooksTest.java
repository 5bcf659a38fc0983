package dev.docket.backend.enforcement.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.classification.ItemRouted;
import dev.docket.backend.intake.Items;
import dev.docket.backend.intake.Reach;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.review.DecisionRecorded;
import dev.docket.backend.review.DecisionTookEffect;
import dev.docket.backend.review.DecisionUndone;
import dev.docket.backend.review.Finding;
import dev.docket.backend.review.PastDecision;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.item.Route;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@FloorTest
class WebhooksTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private FloorClient anybody;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Items items;

    @Autowired
    private Deliveries deliveries;

    private FloorClient floor;
    private MockWebServer receiver;

    @BeforeEach
    void listen() throws Exception {
        floor = anybody.as(TestCallers.person("root", Role.ADMIN).token());
        receiver = new MockWebServer();
        receiver.start();
    }

    @AfterEach
    void hangUp() {
        jdbc.sql("UPDATE webhook SET deleted_at = now()").update();
        receiver.close();
    }

    @Test
    void anEffectiveDecisionIsToldSignedAndWithoutAName() throws Exception {
        var webhook = register("");
        answer(200);
        var item = item();
        var decision = decide(item);
        assertThat(receiver.takeRequest(700, TimeUnit.MILLISECONDS))
                .as("nothing is told while it can be undone")
                .isNull();
        takeEffect(decision, item);
        var request = received();
        var body = JSON.readTree(text(request));
        assertThat(body.path("type").asString()).isEqualTo("decision.effective");
        assertThat(body.path("data").path("itemId").asString()).isEqualTo(item.toString());
        assertThat(body.path("data").path("externalId").asString()).isEqualTo("p-" + item);
        assertThat(body.path("data").path("outcome").asString()).isEqualTo("VIOLATION");
        assertThat(body.path("data").path("by").toString()).isEqualTo("{\"kind\":\"PERSON\"}");
        assertThat(body.path("data").path("effectiveAt").asString()).startsWith("20");
        assertThat(request.getHeaders().get("webhook-signature"))
                .isEqualTo(expectedSignature(webhook.path("secret").asString(), request));
        assertThat(Long.parseLong(String.valueOf(request.getHeaders().get("webhook-timestamp"))))
                .isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(60L));
        until(() -> states(webhook).equals(List.of("DELIVERED")));
        assertThat(states(webhook)).containsExactly("DELIVERED");
    }

    @Test
    void whatIsUndoneIsNeverTold() {
        var item = item();
        var decision = decide(item);
        transaction.executeWithoutResult(status -> events.publishEvent(new DecisionUndone(decision, item)));
        takeEffect(decision, item);
        assertThat(jdbc.sql("SELECT state FROM outbox_message")
                        .query(String.class)
                        .list())
                .containsExactly("CANCELLED");
    }

    @Test
    void anItemsMessagesArriveInTheirOrderThoughTheFirstFails() throws Exception {
        var webhook = register("");
        answer(503);
        for (int i = 0; i < 3; i++) {
            answer(200);
        }
        var item = item();
        route(item, "hate");
        route(item, "spam");
        takeEffect(decide(item), item);
        var first = received();
        assertThat(text(first)).isEqualTo(text(received())).contains("\"hate\"");
        assertThat(text(received())).contains("\"spam\"");
        assertThat(text(received())).contains("decision.effective");
        until(() -> states(webhook).stream().allMatch("DELIVERED"::equals));
        assertThat(deliveries(webhook, "").path("items").get(2).path("attempts").asInt())
                .isEqualTo(2);
    }

    @Test
    void aSlowReceiverDoesNotHoldAnother() throws Exception {
        receiver.enqueue(
                new MockResponse.Builder().headersDelay(8, TimeUnit.SECONDS).build());
        register("[\"item.routed\"]");
        try (var other = new MockWebServer()) {
            other.start();
            other.enqueue(new MockResponse.Builder().build());
            register(other.url("/").toString(), "[\"item.routed\"]");
            route(item(), "hate");
            assertThat(other.takeRequest(4, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void afterThreeDaysAMessageIsDeadUntilReplayed() throws Exception {
        var webhook = register("");
        answer(500);
        answer(200);
        transaction.executeWithoutResult(status -> {
            var item = item();
            events.publishEvent(routed(item, "hate"));
            jdbc.sql("""
                    INSERT INTO webhook_delivery (webhook_id, message_id, sequence, item_id, first_tried_at)
                    SELECT :webhook, id, sequence, item_id, now() - interval '3 days' FROM outbox_message
                    """)
                    .param("webhook", UUID.fromString(webhook.path("id").asString()))
                    .update();
        });
        assertThat(received()).isNotNull();
        until(() -> states(webhook).equals(List.of("DEAD")));
        var dead = deliveries(webhook, "?state=DEAD").path("items").get(0);
        assertThat(dead.path("lastStatus").asInt()).isEqualTo(500);
        var replay = floor.post(path(webhook) + "/replay", "{}");
        assertThat(replay.status()).isEqualTo(202);
        assertThat(replay.json().path("replayed").asInt()).isEqualTo(1);
        assertThat(received()).isNotNull();
        until(() -> states(webhook).equals(List.of("DELIVERED")));
        assertThat(states(webhook)).containsExactly("DELIVERED");
    }

    @Test
    void aReceiverThatIsGoneIsDisabled() throws Exception {
        var webhook = register("");
        answer(410);
        route(item(), "hate");
        assertThat(received()).isNotNull();
        until(() -> states(webhook).equals(List.of("DEAD")));
        assertThat(floor.get("/api/v1/webhooks")
                        .json()
                        .path("items")
                        .get(0)
                        .path("disabledAt")
                        .isNull())
                .isFalse();
        assertThat(jdbc.sql("""
                        SELECT actor_kind || ' ' || (details ->> 'status') FROM audit_entry
                         WHERE action = 'webhook.disabled' AND subject_id = :webhook
                        """)
                        .param("webhook", webhook.path("id").asString())
                        .query(String.class)
                        .list())
                .containsExactly("AUTOMATION 410");
        route(item(), "hate");
        assertThat(receiver.takeRequest(1, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void whatBecomesOfAMessageIsToldToAdministratorsAsItHappens() throws Exception {
        var told = new ConcurrentLinkedQueue<String>();
        var webhook = register("");
        String event = "event: webhook.delivery";
        try (var client = HttpClient.newHttpClient()) {
            var stream = client.send(floor.request("/api/v1/events").build(), BodyHandlers.ofLines());
            Thread.startVirtualThread(() -> stream.body().forEach(told::add));
            until(() -> told.contains(": welcome"));
            route(item(), "hate");
            until(() -> told.contains(event));
            assertThat(told).as("it waits").contains(event);
            told.clear();
            answer(200);
            until(() -> states(webhook).equals(List.of("DELIVERED")) && told.contains(event));
            assertThat(told)
                    .as("it was delivered")
                    .contains(
                            event, "data: {\"webhook\":\"" + webhook.path("id").asString() + "\"}");
            client.shutdownNow();
        }
    }

    @Test
    void aReceiverIsSilencedAndHeardAgainByHand() throws Exception {
        String id = register("").path("id").asString();
        var silenced = floor.post("/api/v1/webhooks/" + id + "/disable", "");
        assertThat(silenced.status()).isEqualTo(200);
        assertThat(silenced.json().path("disabledAt").isNull()).isFalse();
        assertThat(silenced.json().path("secret").asString("")).isEmpty();
        assertThat(floor.post("/api/v1/webhooks/" + id + "/disable", "").status())
                .as("once is enough")
                .isEqualTo(200);
        route(item(), "hate");
        assertThat(receiver.takeRequest(1, TimeUnit.SECONDS)).isNull();

        assertThat(floor.post("/api/v1/webhooks/" + id + "/enable", "")
                        .json()
                        .path("disabledAt")
                        .isNull())
                .isTrue();
        answer(200);
        route(item(), "spam");
        assertThat(text(received())).contains("\"spam\"");
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE action IN ('webhook.disabled', 'webhook.enabled')")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(floor.post("/api/v1/webhooks/" + UUID.randomUUID() + "/disable", "")
                        .status())
                .isEqualTo(404);
    }

    /// The crash between sending and writing down is the lease running out with nothing written.
    @Test
    void aMessageWhoseSenderDiedIsSentAgainUnderItsId() throws Exception {
        answer(200);
        var webhook = register("");
        var id = UUID.fromString(webhook.path("id").asString());
        var message = Ids.next();
        transaction.executeWithoutResult(status -> {
            var item = item();
            jdbc.sql("""
                    INSERT INTO outbox_message (id, type, item_id, payload, state)
                    VALUES (:id, 'item.routed', :item, '{}', 'FANNED_OUT')
                    """).param("id", message).param("item", item).update();
            jdbc.sql("""
                    INSERT INTO webhook_delivery (webhook_id, message_id, sequence, item_id)
                    VALUES (:webhook, :message, 1, :item)
                    """)
                    .param("webhook", id)
                    .param("message", message)
                    .param("item", item)
                    .update();
            var claimed = deliveries.claim(id, 8);
            assertThat(claimed).hasSize(1);
            jdbc.sql("UPDATE webhook_delivery SET leased_until = now() + interval '1 second'")
                    .update();
        });
        assertThat(received().getHeaders().get("webhook-id")).isEqualTo(message.toString());
        until(() -> states(webhook).equals(List.of("DELIVERED")));
        assertThat(deliveries(webhook, "").path("items").get(0).path("attempts").asInt())
                .isEqualTo(2);
    }

    @Test
    void addressesAndEventsAreCheckedAllAtOnce() {
        for (var url : List.of(
                "http://example.com/",
                "http://192.0.2.1/hook",
                "https://169.254.169.254/latest",
                "https://user:pw@127.0.0.1/",
                "ftp://127.0.0.1/",
                "not a url",
                "https:///nohost",
                "https://0.0.0.0/",
                "https://[fe80::1]/")) {
            var refused =
                    floor.post("/api/v1/webhooks", JSON.writeValueAsString(Map.of("url", url, "events", List.of("x"))));
            assertThat(refused.status()).as(url).isEqualTo(422);
            assertThat(refused.json()
                            .path("errors")
                            .valueStream()
                            .map(error -> error.path("pointer").asString()))
                    .as(url)
                    .containsExactly("/url", "/events/0");
        }
    }

    @Test
    void theSecretIsShownOnceAndOnlyAdministratorsComeNear() {
        var made = register("");
        assertThat(made.path("secret").asString()).startsWith("whsec_");
        assertThat(floor.get("/api/v1/webhooks").body()).doesNotContain("whsec_");
        assertThat(floor.delete(path(made)).status()).isEqualTo(204);
        assertThat(floor.delete(path(made)).status()).isEqualTo(404);
        assertThat(floor.get("/api/v1/webhooks/x/deliveries").status()).isEqualTo(404);
        var supervisor = anybody.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        assertThat(supervisor.get("/api/v1/webhooks").status()).isEqualTo(403);
        assertThat(anybody.as(TestCallers.key(Scope.values()))
                        .get("/api/v1/webhooks")
                        .status())
                .isEqualTo(403);
    }

    private UUID item() {
        var id = Ids.next();
        jdbc.sql("""
                INSERT INTO item (id, source, external_id, state, content_sha256, text, submitted_at)
                VALUES (:id, 'forum', 'p-' || :id, 'IN_REVIEW', '', 'text', now())
                """).param("id", id).update();
        return id;
    }

    private UUID decide(UUID item) {
        var decision = Ids.next();
        transaction.executeWithoutResult(status -> events.publishEvent(new DecisionRecorded(
                past(decision, item), items.find(item).orElseThrow(), Instant.parse("2026-11-21T06:00:15Z"))));
        return decision;
    }

    private void takeEffect(UUID decision, UUID item) {
        transaction.executeWithoutResult(status -> events.publishEvent(
                new DecisionTookEffect(past(decision, item), Instant.parse("2026-11-21T06:00:15Z"))));
    }

    private static PastDecision past(UUID decision, UUID item) {
        return new PastDecision(
                decision,
                item,
                Ids.next(),
                1,
                DecisionKind.FIRST,
                Ids.next(),
                new Finding(
                        Outcome.VIOLATION,
                        List.of(new Violation("hate", 3, null, null, null)),
                        List.of(new Action(ActionType.REMOVE, null)),
                        null,
                        null),
                null,
                Map.of("hate", 1),
                DecisionState.HELD,
                Instant.parse("2026-11-21T06:00:00Z"),
                null);
    }

    private void route(UUID item, String queue) {
        transaction.executeWithoutResult(status -> events.publishEvent(routed(item, queue)));
    }

    private static ItemRouted routed(UUID item, String queue) {
        return new ItemRouted(item, Route.REVIEW, queue, 3, 0.9, "reason", "en", false, null, new Reach(0, 0, 0));
    }

    private JsonNode register(String events) {
        return register(receiver.url("/hook").toString(), events);
    }

    private JsonNode register(String url, String events) {
        var made = floor.post(
                "/api/v1/webhooks",
                "{\"url\":\"" + url + "\"" + (events.isEmpty() ? "" : ",\"events\":" + events) + "}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    private void answer(int status) {
        receiver.enqueue(new MockResponse.Builder().code(status).build());
    }

    private RecordedRequest received() throws InterruptedException {
        var request = receiver.takeRequest(10, TimeUnit.SECONDS);
        assertThat(request).as("a message within ten seconds").isNotNull();
        return request;
    }

    private static String text(RecordedRequest request) {
        var body = request.getBody();
        return body == null ? "" : body.utf8();
    }

    private static String path(JsonNode webhook) {
        return "/api/v1/webhooks/" + webhook.path("id").asString();
    }

    private JsonNode deliveries(JsonNode webhook, String query) {
        return floor.get(path(webhook) + "/deliveries" + query).json();
    }

    private List<String> states(JsonNode webhook) {
        var states = new ArrayList<String>();
        deliveries(webhook, "")
                .path("items")
                .forEach(row -> states.add(row.path("state").asString()));
        return states;
    }

    private static String expectedSignature(String secret, RecordedRequest request) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String signed = request.getHeaders().get("webhook-id") + "."
                + request.getHeaders().get("webhook-timestamp") + "." + text(request);
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        for (int tries = 0; tries < 100 && !done.getAsBoolean(); tries++) {
            Thread.sleep(Duration.ofMillis(100));
        }
    }
}
