package dev.docket.bench;

import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.access.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody at a floor's HTTP interface: a moderator, or a platform's program.
final class Desk {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int REFUSED = 300;
    private static final Set<Integer> COME_BACK = Set.of(429, 503);
    private static final int TRIES = 5;

    private final HttpClient http;
    private final String floor;
    private final String token;
    private final AtomicInteger turnedAway = new AtomicInteger();

    private Desk(HttpClient http, int port, String token) {
        this.http = http;
        this.floor = "http://127.0.0.1:" + port;
        this.token = token;
    }

    /// Signed in as a moderator of their own, cleared for everything.
    static Desk moderator(HttpClient http, FloorWithTasks floor, String name) {
        String token = Tokens.random();
        floor.bean(JdbcClient.class)
                .sql("""
                        WITH someone AS (
                            INSERT INTO person (id, username, display_name, roles, created_at)
                            VALUES (:id, :name, :name, '{MODERATOR}', now()) RETURNING id)
                        INSERT INTO person_session SELECT :hash, id, now(), now() + interval '1 day' FROM someone
                        """)
                .param("id", UUID.randomUUID())
                .param("name", name)
                .param("hash", Tokens.hash(token))
                .update();
        return new Desk(http, floor.port(), token);
    }

    /// With a key that may submit items, and have texts scored.
    static Desk platform(HttpClient http, FloorWithTasks floor) {
        String key = "dk_" + Tokens.random();
        floor.bean(JdbcClient.class)
                .sql("""
                        INSERT INTO api_key (id, name, prefix, key_hash, scopes, created_at)
                        VALUES (:id, 'bench', :prefix, :hash, '{items:write,classify}', now())
                        """)
                .param("id", Ids.next())
                .param("prefix", key.substring(0, 8))
                .param("hash", Tokens.hash(key))
                .update();
        return new Desk(http, floor.port(), key);
    }

    /// @return what was claimed; missing when nothing waits
    JsonNode claim() throws IOException, InterruptedException {
        return post("/api/v1/claims", "{\"count\":1}").path("tasks").path(0);
    }

    void approve(JsonNode task) throws IOException, InterruptedException {
        String body = String.format(
                Locale.ROOT,
                "{\"lease\":%d,\"outcome\":\"APPROVE\",\"violations\":[],\"actions\":[]}",
                task.path("lease").path("number").asLong());
        post("/api/v1/tasks/" + task.path("id").asString() + "/decision", body);
    }

    void submit(String externalId, String text) throws IOException, InterruptedException {
        var item = JSON.createObjectNode()
                .put("source", "bench")
                .put("externalId", externalId)
                .put("text", text);
        post("/api/v1/items", item.toString());
    }

    /// @return how many were scored
    int classify(List<String> texts) throws IOException, InterruptedException {
        var body = JSON.createObjectNode();
        var items = body.putArray("items");
        texts.forEach(text -> items.addObject().put("text", text));
        return post("/api/v1/classify", body.toString()).path("results").size();
    }

    /// How often the floor said to come back later.
    int turnedAway() {
        return turnedAway.get();
    }

    /// Comes back when it is told to, as the desk does; that takes its time like everything else.
    ///
    /// @throws IOException when the floor refuses, too
    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        var request = request(path)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        for (int tries = 1; tries < TRIES && COME_BACK.contains(answer.statusCode()); tries++) {
            turnedAway.incrementAndGet();
            TimeUnit.SECONDS.sleep(
                    answer.headers().firstValueAsLong("Retry-After").orElse(1));
            answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        }
        if (answer.statusCode() >= REFUSED) {
            throw new IOException("the floor answered " + answer.statusCode() + " to " + path);
        }
        return JSON.readTree(answer.body());
    }

    /// Reads the floor's live events, type by type, until the floor or the thread ends.
    void listen(Consumer<String> event) throws IOException, InterruptedException {
        var request = request("/api/v1/events").GET().build();
        try (var lines = http.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            lines.filter(line -> line.startsWith("event: "))
                    .map(line -> line.substring("event: ".length()))
                    .forEach(event);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(floor + path)).header("Authorization", "Bearer " + token);
    }
}
