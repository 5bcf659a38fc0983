package dev.docket.client.journey;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The real floor in a process of its own: real database, real model, the demo's people and key but not its samples.
final class FloorProcess implements AutoCloseable {
    static final String KEY = "dk_demo" + "0".repeat(39);

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path home;
    private final Path log;
    private final URI address;

    private FloorProcess(Process process, Path home, Path log) throws Exception {
        this.process = process;
        this.home = home;
        this.log = log;
        this.address = awaitReady();
    }

    static FloorProcess start(Path home) throws Exception {
        var log = home.resolve("floor.log");
        var builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx700m",
                        "-cp",
                        classPath(),
                        "dev.docket.backend.Floor",
                        "--demo",
                        "--port",
                        "0",
                        "--home",
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("DOCKET_"));
        builder.environment().put("DOCKET_DEMO_SAMPLES", "false");
        // Nothing is drawn at random while a journey counts on its path.
        builder.environment().put("DOCKET_REVIEW_SECONDLOOKSHARE", "0");
        builder.environment().put("DOCKET_CLASSIFICATION_AUDITSHARE", "0");
        builder.environment().put("DOCKET_QUALITY_GOLDENSHARE", "0");
        builder.environment().put("ORT_DISABLE_TELEMETRY", "1");
        return new FloorProcess(builder.start(), home, log);
    }

    URI address() {
        return address;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /// A person's token.
    String signIn(String name) throws Exception {
        var credentials = JSON.createObjectNode().put("username", name).put("password", "docket-demo");
        return post("/api/v1/session", "", credentials).path("accessToken").asString();
    }

    JsonNode get(String path, String token) throws Exception {
        return JSON.readTree(send(request(path, token).GET()).body());
    }

    /// The body as it came, line by line.
    List<JsonNode> lines(String path, String token) throws Exception {
        return send(request(path, token).GET())
                .body()
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    JsonNode post(String path, String token, JsonNode body) throws Exception {
        var request = request(path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        return JSON.readTree(send(request).body());
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        http.close();
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new AssertionError(
                    request.build().uri() + " answered " + answer.statusCode() + ": " + answer.body() + "\n" + log());
        }
        return answer;
    }

    private URI awaitReady() throws Exception {
        var deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline) && process.isAlive()) {
            var port = home.resolve("run/port");
            if (Files.exists(port) && isReady(port)) {
                return address(port);
            }
            Thread.sleep(200);
        }
        process.destroyForcibly();
        throw new AssertionError("the floor did not get ready:\n" + log());
    }

    private boolean isReady(Path port) throws InterruptedException {
        try {
            var readiness = HttpRequest.newBuilder(address(port).resolve("/actuator/health/readiness"))
                    .build();
            return http.send(readiness, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static URI address(Path port) throws IOException {
        return URI.create("http://127.0.0.1:" + Files.readString(port).strip());
    }

    /// Everything of the tests' class path but the desk itself: the floor has its own logging.
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.contains("review-client" + File.separator + "target"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
