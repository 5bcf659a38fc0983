package dev.docket.backend.demo;

import dev.docket.backend.demo.Samples.SampleReport;
import dev.docket.dto.Paths;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Plays the platform in the demo: submits the samples to this floor through the public API, as any platform would.
///
/// It runs beside the start and not in it, so that the floor is ready as fast as without samples; and it asks for
/// the youngest sample first, so that a second start of the same home submits nothing. `DOCKET_DEMO_SAMPLES=false`
/// leaves them off, for whoever wants the demo's people and key with items of their own.
@Component
@Profile("demo")
@ConditionalOnProperty(name = "docket.demo.samples", matchIfMissing = true)
class SamplePlatform {
    private static final Logger log = LoggerFactory.getLogger(SamplePlatform.class);
    private static final String API_KEY = "dk_demo" + "0".repeat(39);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JsonMapper json;
    private final Clock clock;
    private final Environment environment;

    SamplePlatform(JsonMapper json, Clock clock, Environment environment) {
        this.json = json;
        this.clock = clock;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void floorIsReady() {
        Thread.ofVirtual().name("demo-platform").start(this::submitQuietly);
    }

    private void submitQuietly() {
        try (var http = HttpClient.newHttpClient()) {
            submit(http, floor());
        } catch (IOException e) {
            log.atWarn().setCause(e).log("The demo's samples could not be submitted");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void submit(HttpClient http, String floor) throws IOException, InterruptedException {
        var samples = new Samples(json);
        var items = samples.itemsAsOf(clock.instant());
        if (isKnown(http, floor, json.readTree(items.getLast()))) {
            log.atInfo().log("The demo's samples are there already");
            return;
        }
        var ids = submitItems(http, floor, items);
        int reported = submitReports(http, floor, samples.reports(), ids);
        log.atInfo()
                .addKeyValue("items", ids.size())
                .addKeyValue("reports", reported)
                .log("The demo's samples are submitted");
    }

    private boolean isKnown(HttpClient http, String floor, JsonNode item) throws IOException, InterruptedException {
        var query = "?source=" + encoded(item.path("source").asString()) + "&externalId="
                + encoded(item.path("externalId").asString());
        var request = to(floor + Paths.ITEMS + query).GET().build();
        return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    /// The ids that the floor gave the items, by `source/externalId`. An item that it knew but for its instants has
    /// none in its answer, and so gets no second round of reports.
    private Map<String, String> submitItems(HttpClient http, String floor, List<String> items)
            throws IOException, InterruptedException {
        var request = to(floor + Paths.ITEMS + "/batch")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(String.join("\n", items)))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the batch of samples was answered with status " + answer.statusCode());
        }
        var ids = new HashMap<String, String>();
        for (String line : answer.body().lines().toList()) {
            var result = json.readTree(line);
            var item = json.readTree(items.get(result.path("line").asInt() - 1));
            result.path("id")
                    .asStringOpt()
                    .ifPresent(id -> ids.put(
                            key(
                                    item.path("source").asString(),
                                    item.path("externalId").asString()),
                            id));
        }
        return ids;
    }

    private int submitReports(HttpClient http, String floor, List<SampleReport> reports, Map<String, String> ids)
            throws IOException, InterruptedException {
        int accepted = 0;
        for (SampleReport report : reports) {
            var id = ids.get(key(report.source(), report.externalId()));
            if (id == null) {
                continue;
            }
            var request = to(floor + Paths.ITEMS + "/" + id + "/reports")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json.writeValueAsString(report.request())))
                    .build();
            if (http.send(request, BodyHandlers.discarding()).statusCode() == 201) {
                accepted++;
            }
        }
        return accepted;
    }

    private HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + API_KEY);
    }

    /// Where this floor listens. A floor bound to every address is reached by the local one.
    private String floor() {
        var bound = environment.getProperty("server.address", "127.0.0.1");
        var host = bound.equals("0.0.0.0") || bound.equals("::") ? "127.0.0.1" : bound;
        var literal = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return "http://" + literal + ":" + environment.getRequiredProperty("local.server.port");
    }

    private static String key(String source, String externalId) {
        return source + "/" + externalId;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
