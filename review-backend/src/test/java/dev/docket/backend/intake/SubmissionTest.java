package dev.docket.backend.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorClient.Answer;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Scope;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Items, reports, reach and erasure over HTTP, and everything a platform may get wrong.
@FloorTest
class SubmissionTest {
    private static final String ITEMS = "/api/v1/items";

    private final FloorClient floor;
    private final JdbcClient jdbc;
    private final Path media;
    private FloorClient platform;

    @Autowired
    SubmissionTest(FloorClient floor, JdbcClient jdbc, @Value("${docket.home}") Path home) {
        this.floor = floor;
        this.platform = floor;
        this.jdbc = jdbc;
        this.media = home.resolve("media");
    }

    @BeforeEach
    void signIn() {
        platform = floor.as(TestCallers.key(Scope.values()));
    }

    @Test
    void theSameItemTwiceIsOneItem() {
        var first = post("a-1", "hello");
        var second = post("a-1", "hello");

        assertThat(first.status()).isEqualTo(202);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(items()).isOne();
    }

    @Test
    void otherContentUnderTheSameIdIsRefused() {
        post("a-1", "hello");

        var changed = post("a-1", "hello!");

        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.slug()).isEqualTo("item-changed");
    }

    @Test
    void textIsKeptByteForByte() {
        String text = "  Zalgo\\u0301 \\ud83d\\ude00 \\u202e tab\\t and\\r\\nlines  ";
        String id = platform.post(ITEMS, """
                {"source":"test","externalId":"t","text":"%s"}""".formatted(text)).json().path("id").asString();

        assertThat(platform.get(ITEMS + "/" + id)
                        .json()
                        .path("content")
                        .path("text")
                        .asString())
                .isEqualTo("  Zalgo\u0301 \ud83d\ude00 \u202e tab\t and\r\nlines  ");
    }

    @Test
    void anItemIsFoundByItsExternalId() {
        post("a b/ü", "hello");

        assertThat(platform.get(ITEMS + "?source=test&externalId=a%20b%2F%C3%BC")
                        .status())
                .isEqualTo(200);
        assertThat(platform.get(ITEMS + "?source=test&externalId=none").status())
                .isEqualTo(404);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        var answer = platform.post(ITEMS, """
                {"source":"no spaces","externalId":"","language":"not a tag","url":"ftp://a","occurredAt":"2999-01-01T00:00:00Z",
                 "media":[{"kind":"IMAGE"},{"kind":"IMAGE","url":"file:///etc/passwd"},{"kind":"IMAGE","base64":"***"},
                          {"kind":"VIDEO","base64":"YQ=="}],
                 "author":{"externalId":"u","followers":-1},"metrics":{"views":-1},
                 "metadata":{"a":"%s"}}""".formatted("x".repeat(8200)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.slug()).isEqualTo("invalid-input");
        assertThat(pointers(answer))
                .contains(
                        "/source",
                        "/externalId",
                        "/language",
                        "/url",
                        "/occurredAt",
                        "/media/0",
                        "/media/1/url",
                        "/media/2/base64",
                        "/media/3/base64",
                        "/author/followers",
                        "/metrics/views",
                        "/metadata");
        assertThat(items()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not json                                                          | 400 | malformed-json",
                "{\"source\":\"t\",\"externalId\":\"a\",\"text\":\"a\\u0000b\"}    | 422 | invalid-input",
                "{\"source\":\"t\",\"externalId\":\"a\",\"text\":5}                | 422 | invalid-input",
                "{\"source\":\"t\",\"externalId\":\"a\",\"text\":\"a\",\"x\":1}    | 422 | unknown-field",
                "{\"source\":\"t\",\"externalId\":\"a\"}                           | 422 | invalid-input",
                "{\"source\":\"t\",\"externalId\":\"a\",\"media\":[{\"kind\":\"GIF\",\"url\":\"https://a.example\"}]} | 422 | invalid-input",
                "[]                                                                | 422 | invalid-input"
            })
    void badInputIsRefusedInWords(String body, int status, String slug) {
        var answer = platform.post(ITEMS, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.slug()).isEqualTo(slug);
        assertThat(answer.json().path("traceId").asString()).isNotBlank();
        assertThat(items()).isZero();
    }

    @Test
    void deepJsonIsRefused() {
        var answer = platform.post(ITEMS, "{\"metadata\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void brokenUtf8IsRefused() {
        byte[] body = "{\"source\":\"t\",\"externalId\":\"a\",\"text\":\"?\"}".getBytes(StandardCharsets.US_ASCII);
        body[body.length - 3] = (byte) 0xff;

        var answer = platform.send(platform.request(ITEMS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(items()).isZero();
    }

    @Test
    void aBodyOf50MegabytesIsRefused() {
        var answer = platform.send(platform.request(ITEMS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[50 * 1024 * 1024])));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(post("after", "the floor is unmoved").status()).isEqualTo(202);
    }

    @Test
    void textPastItsLimitIsRefused() {
        assertThat(post("long", "a".repeat(100_000)).status()).isEqualTo(202);
        assertThat(post("longer", "a".repeat(100_001)).status()).isEqualTo(422);
    }

    @Test
    void aBadLineDoesNotStopTheOthers() {
        post("b-4", "first");
        var answer = batch("""
                {"source":"test","externalId":"b-1","text":"one"}
                {"source":"test","externalId":
                {"source":"test","externalId":"b-3","text":"three","colour":"red"}
                {"source":"test","externalId":"b-4","text":"other"}
                {"source":"test","externalId":"b-1","text":"one"}
                {"source":"test","externalId":"b-6","text":"six"}""");

        assertThat(answer.status()).isEqualTo(200);
        var lines = answer.body().lines().map(FloorLine::of).toList();
        assertThat(lines)
                .extracting(FloorLine::line, FloorLine::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 202),
                        org.assertj.core.groups.Tuple.tuple(2, 400),
                        org.assertj.core.groups.Tuple.tuple(3, 422),
                        org.assertj.core.groups.Tuple.tuple(4, 409),
                        org.assertj.core.groups.Tuple.tuple(5, 200),
                        org.assertj.core.groups.Tuple.tuple(6, 202));
        assertThat(lines.get(4).id()).isEqualTo(lines.get(0).id());
        assertThat(items()).isEqualTo(3);
    }

    @Test
    void aThousandLinesFitABatchAndNoMore() {
        assertThat(batch(lines(1_000)).body().lines()).hasSize(1_000).allMatch(line -> line.contains("\"status\":202"));
        assertThat(items()).isEqualTo(1_000);
        assertThat(batch(lines(1_001)).status()).isEqualTo(413);
    }

    @Test
    void aReportCountsOnce() {
        String report = ITEMS + "/" + id("r-1") + "/reports";
        String body = """
                {"reporter":"u-1","policy":"spam","comment":"again and again"}""";

        assertThat(platform.post(report, body).status()).isEqualTo(201);
        assertThat(platform.post(report, body).status()).isEqualTo(200);
        assertThat(platform.post(report, """
                {"reporter":"u-1","policy":"no_such_policy"}""").slug()).isEqualTo("unknown-policy");
        assertThat(jdbc.sql("SELECT count(*) FROM item_report")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("SELECT reports FROM item").query(Long.class).single())
                .isOne();
    }

    @Test
    void reachIsUpdatedInPart() {
        String id = id("m-1");

        var answer = patch(ITEMS + "/" + id + "/metrics", """
                {"views":50}""");

        assertThat(answer.status()).isEqualTo(200);
        var metrics = platform.get(ITEMS + "/" + id).json().path("content").path("metrics");
        assertThat(metrics.path("views").longValue()).isEqualTo(50);
        assertThat(metrics.path("shares").longValue()).isZero();
        assertThat(patch(ITEMS + "/" + id + "/metrics", """
                {"views":-50}""").status()).isEqualTo(422);
    }

    @Test
    void erasureTakesContentAndMedia() throws IOException {
        long before = mediaFiles();
        String image = Base64.getEncoder().encodeToString(png(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB)));
        String id = platform.post(ITEMS, """
                {"source":"test","externalId":"e-1","text":"secret words","media":[{"kind":"IMAGE","base64":"%s"}],
                 "author":{"externalId":"u-1","displayName":"Secret Name"}}""".formatted(image)).json().path("id").asString();
        assertThat(mediaFiles()).isEqualTo(before + 1);

        assertThat(platform.delete(ITEMS + "/" + id + "/content").status()).isEqualTo(204);
        assertThat(platform.delete(ITEMS + "/" + id + "/content").status()).isEqualTo(204);

        var erased = platform.get(ITEMS + "/" + id);
        assertThat(erased.json().path("state").asString()).isEqualTo("ERASED");
        assertThat(erased.body()).doesNotContain("secret words").doesNotContain("Secret Name");
        assertThat(mediaFiles()).isEqualTo(before);
    }

    @Test
    void bytesThatAnotherItemHasStayWhenOneIsErased() throws IOException {
        long before = mediaFiles();
        String image = Base64.getEncoder().encodeToString(png(new BufferedImage(5, 2, BufferedImage.TYPE_INT_RGB)));
        String one = submitImage("i-1", image).json().path("id").asString();
        String two = submitImage("i-2", image).json().path("id").asString();
        assertThat(mediaFiles()).isEqualTo(before + 1);

        platform.delete(ITEMS + "/" + one + "/content");
        assertThat(mediaFiles()).isEqualTo(before + 1);

        platform.delete(ITEMS + "/" + two + "/content");
        assertThat(mediaFiles()).isEqualTo(before);
    }

    @Test
    void aFloodOfPixelsIsRefusedByItsHeader() {
        var answer = submitImage("flood", Base64.getEncoder().encodeToString(pngHeader(20_000, 20_000)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(pointers(answer)).containsExactly("/media/0/base64");
    }

    @Test
    void aKeyWithoutTheScopeIsRefused() {
        var reader = floor.as(TestCallers.key(Scope.ITEMS_READ));

        assertThat(reader.post(ITEMS, "{}").status()).isEqualTo(403);
        assertThat(floor.post(ITEMS, "{}").status()).isEqualTo(401);
    }

    private Answer post(String externalId, String text) {
        return platform.post(ITEMS, """
                {"source":"test","externalId":"%s","text":"%s"}""".formatted(externalId, text));
    }

    private Answer submitImage(String externalId, String base64) {
        return platform.post(ITEMS, """
                {"source":"test","externalId":"%s","media":[{"kind":"IMAGE","base64":"%s"}]}""".formatted(externalId, base64));
    }

    private String id(String externalId) {
        return post(externalId, "hello").json().path("id").asString();
    }

    private Answer patch(String path, String json) {
        return platform.send(platform.request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json)));
    }

    private Answer batch(String lines) {
        return platform.send(platform.request(ITEMS + "/batch")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"source\":\"test\",\"externalId\":\"n-%d\",\"text\":\"hi\"}".formatted(i))
                .collect(Collectors.joining("\n"));
    }

    private long items() {
        return jdbc.sql("SELECT count(*) FROM item").query(Long.class).single();
    }

    private long mediaFiles() throws IOException {
        if (!Files.exists(media)) {
            return 0;
        }
        try (var files = Files.walk(media)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static java.util.List<String> pointers(Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /// A PNG that ends after its header.
    private static byte[] pngHeader(int width, int height) {
        byte[] chunk = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var crc = new CRC32();
        crc.update(chunk);
        return ByteBuffer.allocate(8 + 4 + 17 + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(chunk)
                .putInt((int) crc.getValue())
                .array();
    }

    /// A line of a batch's answer.
    private record FloorLine(int line, int status, String id) {
        static FloorLine of(String json) {
            var node = new tools.jackson.databind.json.JsonMapper().readTree(json);
            return new FloorLine(
                    node.path("line").intValue(),
                    node.path("status").intValue(),
                    node.path("id").asString(""));
        }
    }
}
