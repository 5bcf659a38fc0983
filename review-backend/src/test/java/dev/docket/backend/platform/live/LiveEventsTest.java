package dev.docket.backend.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.backend.support.TestCallers.SignedIn;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@FloorTest
class LiveEventsTest {
    private static final Set<String> TOLD_BY_ITSELF = Set.of("event: decision.changed", "event: health.changed");

    @Autowired
    private FloorClient floor;

    @Autowired
    private LiveEvents events;

    @Autowired
    private LiveFeed feed;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcConnectionDetails login;

    @Autowired
    private JsonMapper json;

    @Test
    void anEventReachesWhoMaySeeItOnce() throws Exception {
        var mod = TestCallers.person("mo", Role.MODERATOR);
        try (var stream = open(mod)) {
            var lines = new Scanner(stream);
            assertThat(lines.nextLine()).isEqualTo(": welcome");
            events.publish("model.changed", "champion", Map.of("version", "v2"));
            events.publishTo(TestCallers.person("al", Role.MODERATOR).id(), "lease.lost", "t", Map.of("taskId", "x"));
            events.publish("queue.changed", "hate", Map.of("waiting", 1));
            events.publish("queue.changed", "hate", Map.of("waiting", 2));
            events.publishTo(mod.id(), "lease.lost", "t-1", Map.of("taskId", "t-1"));
            assertThat(nextEvent(lines)).isEqualTo("event: queue.changed data: {\"waiting\":2}");
            assertThat(nextEvent(lines)).isEqualTo("event: lease.lost data: {\"taskId\":\"t-1\"}");
        }
    }

    @Test
    void whatAnotherBackendTellsIsHeardHereToo() throws Exception {
        try (var stream = open(TestCallers.person("mo", Role.MODERATOR))) {
            var lines = new Scanner(stream);
            var another = new LiveChannel(jdbc, login, json);
            another.send(List.of(
                    new LiveEvent("queue.changed", "hate", "{\"waiting\":3}"),
                    new LiveEvent("queue.changed", "spam", "{\"waiting\":4}")));
            assertThat(nextEvent(lines)).isEqualTo("event: queue.changed data: {\"waiting\":3}");
            assertThat(nextEvent(lines)).isEqualTo("event: queue.changed data: {\"waiting\":4}");
        }
    }

    @Test
    void nothingIsToldOfWhatWasRolledBack() throws Exception {
        try (var stream = open(TestCallers.person("sue", Role.SUPERVISOR))) {
            var lines = new Scanner(stream);
            transaction.executeWithoutResult(status -> {
                events.publish("queue.changed", "hate", Map.of("waiting", 7));
                status.setRollbackOnly();
            });
            transaction.executeWithoutResult(status -> events.publish("queue.changed", "spam", Map.of("waiting", 1)));
            assertThat(nextEvent(lines)).isEqualTo("event: queue.changed data: {\"waiting\":1}");
        }
    }

    @Test
    void consolesThatLeaveAreForgotten() throws Exception {
        var mod = TestCallers.person("mo", Role.MODERATOR);
        int before = feed.size();
        for (int i = 0; i < 50; i++) {
            try (var client = HttpClient.newHttpClient()) {
                var streams = new ArrayList<InputStream>();
                streams.add(client.send(
                                floor.as(mod.token()).request("/api/v1/events").build(), BodyHandlers.ofInputStream())
                        .body());
                assertThat(streams.getFirst().read()).isEqualTo(':');
                client.shutdownNow();
            }
        }
        until(() -> {
            events.publish("queue.changed", "hate", Map.of("waiting", 1));
            return feed.size() <= before;
        });
        assertThat(feed.size()).isLessThanOrEqualTo(before);
    }

    @Test
    void aStreamEndsWithItsSession() throws Exception {
        var mod = TestCallers.person("mo", Role.MODERATOR);
        try (var stream = open(mod)) {
            assertThat(floor.as(mod.token()).delete("/api/v1/session").status()).isEqualTo(204);
            assertThat(new String(stream.readAllBytes())).startsWith(": welcome");
        }
    }

    @Test
    void keysAreNotConsoles() {
        assertThat(floor.as(TestCallers.key(Scope.values()))
                        .get("/api/v1/events")
                        .status())
                .isEqualTo(403);
    }

    private InputStream open(SignedIn person) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(floor.as(person.token()).request("/api/v1/events").build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        return answer.body();
    }

    /// Without what the floor itself tells of items that earlier tests left behind.
    private static String nextEvent(Scanner lines) {
        String line = lines.nextLine();
        while (!line.startsWith("event:") || TOLD_BY_ITSELF.contains(line)) {
            line = lines.nextLine();
        }
        return line + " " + lines.nextLine();
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        for (int tries = 0; tries < 100 && !done.getAsBoolean(); tries++) {
            Thread.sleep(Duration.ofMillis(100));
        }
    }
}
