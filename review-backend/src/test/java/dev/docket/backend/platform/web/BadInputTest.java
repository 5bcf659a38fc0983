package dev.docket.backend.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorClient.Answer;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@FloorTest
class BadInputTest {
    private static final String SESSION = "/api/v1/session";
    private static final int MEGABYTE = 1024 * 1024;

    @Autowired
    private FloorClient floor;

    @Test
    void aBodyOfFiftyMegabytesIsRefusedInWords() {
        assertProblem(
                send(BodyPublishers.ofByteArray(new byte[50 * MEGABYTE]), "application/json"), 413, "body-too-large");
        assertThat(floor.get("/api/v1/health").status()).as("the floor stands").isEqualTo(200);
    }

    @Test
    void aBodyOfUnknownLengthIsRefusedWhereItPassesTheLimit() {
        var endless = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[2 * MEGABYTE]));
        assertProblem(send(endless, "application/json"), 413, "body-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/yaml",
                "application/cbor",
                "application/x-www-form-urlencoded",
                "application/json;charset=ISO-8859-1",
                "application/merge-patch+json"
            })
    void onlyJsonInUtf8IsRead(String type) {
        assertProblem(send(BodyPublishers.ofString("{}"), type), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "[1", "{\"username\":\"a\",\"username\":\"b\"}", "{}x"})
    void whatIsNotJsonIsMalformed(String body) {
        assertProblem(send(BodyPublishers.ofString(body), "application/json"), 400, "malformed-json");
    }

    @Test
    void bytesThatAreNotUtf8AreMalformed() {
        byte[] body = "{\"username\":\"\u00e4\",\"password\":\"x\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertProblem(send(BodyPublishers.ofByteArray(body), "application/json"), 400, "malformed-json");
    }

    @Test
    void depthWithoutEndIsMalformed() {
        assertProblem(send(BodyPublishers.ofString("[".repeat(100_000)), "application/json"), 400, "malformed-json");
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        var answer = floor.post(SESSION, "{\"username\":7,\"pasword\":\"x\"}");
        assertProblem(answer, 422, "unknown-field");
        assertThat(answer.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/username", "/password", "/pasword");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404, not-found",
        "GET, /api/v1/items/../../etc, 400, bad-request",
        "PUT, /api/v1/session, 405, method-not-allowed",
        "GET, /api/v1/me, 401, unauthenticated",
        "GET, /api/v1/me;a=b, 400, bad-request",
        "GET, /api/v1//me, 400, bad-request"
    })
    void everyRefusalIsAProblemDocument(String method, String path, int status, String slug) {
        assertProblem(floor.send(floor.request(path).method(method, BodyPublishers.noBody())), status, slug);
    }

    @Test
    void anAnswerNobodyCanGiveIsNotAcceptable() {
        var mod = floor.as(TestCallers.person("mo", Role.MODERATOR).token());
        assertProblem(mod.send(mod.request("/api/v1/me", "Accept", "image/png").GET()), 406, "not-acceptable");
    }

    @Test
    void aBadCredentialIsRefusedEverywhere() {
        assertProblem(floor.as("wrong").get("/api/v1/health"), 401, "unauthenticated");
        assertThat(floor.as("wrong").get("/api/v1/me").header("WWW-Authenticate"))
                .isEqualTo("Bearer");
    }

    @Test
    void aCallersTraceIsKept() {
        var answer = floor.send(
                floor.request("/nowhere", "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                        .GET());
        assertThat(answer.json().path("traceId").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void everyAnswerSaysWhatIsLeftOfTheRate() {
        assertThat(floor.get("/api/v1/health").header("RateLimit")).matches("\"default\";r=\\d+;t=\\d+");
        assertThat(floor.get("/api/v1/health").header("RateLimit-Policy")).matches("\"default\";q=\\d+;w=60");
    }

    private Answer send(BodyPublisher body, String type) {
        return floor.send(floor.request(SESSION, "Content-Type", type).POST(body));
    }

    private static void assertProblem(Answer answer, int status, String slug) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.slug()).isEqualTo(slug);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("title").asString()).isNotBlank();
        assertThat(answer.json().path("detail").asString()).isNotBlank();
        assertThat(answer.json().path("traceId").asString()).matches("[0-9a-f]{32}");
    }
}
