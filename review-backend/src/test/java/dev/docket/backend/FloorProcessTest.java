package dev.docket.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.backend.platform.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The floor as an operator has it: a process with options, killed and stopped from outside.
class FloorProcessTest {
    private static final Pattern PASSWORD = Pattern.compile("(?m)^Bootstrap password for admin: (\\S+)$");
    private static final Pattern READY = Pattern.compile("(?m)^Docket is ready at (http://127\\.0\\.0\\.1:\\d+)$");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path home;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endAll() throws InterruptedException {
        for (var process : started) {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void keepsItsDataWhenKilledAndStopsWhenAsked() throws Exception {
        var first = start("first.log");
        String url = awaitReady(first, "first.log");
        String password = find(PASSWORD, "first.log");
        var token = signIn(url, password);
        var key = call(url, "POST", "/api/v1/api-keys", token, "{\"name\":\"kept\",\"scopes\":[\"classify\"]}");
        assertThat(key.path("id").asString()).isNotEmpty();
        first.destroyForcibly().waitFor();

        var second = start("second.log");
        url = awaitReady(second, "second.log");
        assertThat(log("second.log")).as("the password is printed once").doesNotContain("Bootstrap password");
        assertThat(url).endsWith(":" + Files.readString(home.resolve("run/port")));
        assertThat(Files.readString(home.resolve("run/pid"))).isEqualTo(Long.toString(second.pid()));
        assertThat(call(url, "GET", "/api/v1/me", token, null).path("username").asString())
                .as("the session outlives the kill")
                .isEqualTo("admin");
        token = signIn(url, password);
        assertThat(call(url, "GET", "/api/v1/api-keys", token, null).toString())
                .contains(key.path("id").asString());
        assertThat(call(url, "GET", "/api/v1/audit/verify", token, null)
                        .path("valid")
                        .asBoolean())
                .isTrue();
        refusesASecondFloor();
        assertThat(verifyAudit()).as("checked beside the running floor").isZero();
        goesOnWhenItsDatabaseIsKilled(url, token);

        second.destroy();
        assertThat(second.waitFor(15, TimeUnit.SECONDS)).as("stops within 15 s").isTrue();
        assertThat(second.exitValue()).isZero();
        assertThat(home.resolve("run/port")).doesNotExist();
        assertThat(home.resolve("run/pid")).doesNotExist();
        assertThat(home.resolve("postgres/data/postmaster.pid"))
                .as("the database was stopped in good order")
                .doesNotExist();

        assertThat(verifyAudit()).as("checked without a floor").isZero();
        try (var server = EmbeddedPostgres.start(home);
                var owner = DriverManager.getConnection(
                        server.owner().url(),
                        server.owner().user(),
                        server.owner().password());
                var statement = owner.createStatement()) {
            statement.execute("UPDATE audit_entry SET actor_id = NULL WHERE action = 'api_key.created'");
        }
        assertThat(verifyAudit())
                .as("an entry was changed behind the floor's back")
                .isOne();
    }

    private int verifyAudit() {
        return AuditCommand.run(new String[] {"verify", "--home", home.toString()}, Map.of());
    }

    private void refusesASecondFloor() throws Exception {
        var other = start("other.log");
        assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(other.exitValue()).isEqualTo(1);
        assertThat(log("other.log")).contains("Another floor runs in", "--home");
    }

    private void goesOnWhenItsDatabaseIsKilled(String url, String token) throws IOException {
        var mark = Files.readAllLines(home.resolve("postgres/data/postmaster.pid"));
        ProcessHandle.of(Long.parseLong(mark.getFirst().strip())).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsMatching(failure -> true)
                .untilAsserted(() -> {
                    assertThat(Files.readAllLines(home.resolve("postgres/data/postmaster.pid"))
                                    .getFirst())
                            .isNotEqualTo(mark.getFirst());
                    assertThat(call(url, "GET", "/api/v1/me", token, null)
                                    .path("username")
                                    .asString())
                            .isEqualTo("admin");
                });
    }

    @Test
    void wrongUsageEndsWithStatusTwo() throws Exception {
        var process = start("usage.log", "--prot", "8080");
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(log("usage.log")).contains("There is no option '--prot'");
    }

    private Process start(String log, String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Xmx600m",
                "-cp",
                System.getProperty("java.class.path"),
                Floor.class.getName(),
                "--port",
                "0",
                "--home",
                home.toString()));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(log).toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("DOCKET_"));
        var process = builder.start();
        started.add(process);
        return process;
    }

    private String awaitReady(Process floor, String log) throws IOException {
        await().atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> READY.matcher(log(log)).find() || !floor.isAlive());
        return find(READY, log);
    }

    private String find(Pattern pattern, String log) throws IOException {
        String text = log(log);
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private String log(String name) throws IOException {
        return Files.readString(home.resolve(name));
    }

    private String signIn(String url, String password) throws Exception {
        var body = "{\"username\":\"admin\",\"password\":\"" + password + "\"}";
        return call(url, "POST", "/api/v1/session", null, body)
                .path("accessToken")
                .asString();
    }

    private JsonNode call(String url, String method, String path, String token, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }
}
