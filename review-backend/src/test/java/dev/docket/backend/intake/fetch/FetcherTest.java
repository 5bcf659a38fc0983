package dev.docket.backend.intake.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.intake.fetch.Fetched.Failed;
import dev.docket.backend.intake.fetch.Fetched.Refused;
import dev.docket.backend.intake.fetch.Fetched.Whole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against a server on this machine, which the guard is told to take for a public one.
class FetcherTest {
    private static final long MOST = 1024;

    @TempDir
    Path folder;

    private final MockWebServer server = new MockWebServer();
    private final LocalInternet internet = new LocalInternet().name("media.example", "127.0.0.1");
    private final Fetcher fetcher = new Fetcher(internet);

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsSentIsKeptWithItsDigest() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body("an image").build());

        var fetched = fetch("/a.png");

        assertThat(fetched).isInstanceOfSatisfying(Whole.class, whole -> {
            assertThat(whole.file()).hasContent("an image");
            assertThat(whole.sha256()).isEqualTo(sha256("an image"));
        });
        var request = server.takeRequest();
        assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("identity");
        assertThat(request.getHeaders().get("Cookie")).isNull();
        assertThat(request.getHeaders().get("Referer")).isNull();
    }

    @Test
    void aNameThatChangesItsMindIsCalledWhereItWasChecked() {
        internet.name("rebind.example", "127.0.0.1").name("rebind.example", "169.254.169.254");
        server.enqueue(new MockResponse.Builder().body("an image").build());

        assertThat(fetcher.fetch(address("rebind.example", "/a"), MOST, Duration.ofSeconds(5), folder))
                .isInstanceOf(Whole.class);
        assertThat(fetcher.fetch(address("rebind.example", "/a"), MOST, Duration.ofSeconds(5), folder))
                .isEqualTo(new Refused("Its address is not a public one."));
        assertThat(server.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2/", "http://10.0.0.1/a", "http://169.254.169.254/latest/meta-data/", "http://[::1]/",
                "http://[::ffff:10.0.0.1]/", "http://[fd00:ec2::254]/latest/", "http://100.64.0.1/", "http://0.0.0.0/",
                "http://mixed.example/", "http://inside.example/", "http://2130706433/", "http://0x7f000002/"
            })
    void whatIsNotPublicIsNotCalled(String address) {
        internet.name("inside.example", "192.168.0.7").name("mixed.example", "8.8.8.8", "10.0.0.1");

        assertThat(fetcher.fetch(address, MOST, Duration.ofSeconds(5), folder)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/", "http://127.0.0.2:1/", "http://[::1]:1/",
                        "http://2852039166/",
                "file:///etc/passwd", "http://user@media.example/", "//10.0.0.1/a", ""
            })
    void aRedirectIsCheckedLikeTheFirstAddress(String target) throws IOException {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .setHeader("Location", target)
                .build());

        assertThat(fetch("/redirect")).isInstanceOf(Refused.class);
        assertThat(server.getRequestCount()).isOne();
        assertThat(left()).isZero();
    }

    @Test
    void anOrdinaryRedirectIsFollowedAFewTimes() {
        for (int i = 0; i < 5; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(301)
                    .setHeader("Location", "/next" + i)
                    .build());
        }
        server.enqueue(new MockResponse.Builder().body("an image").build());

        assertThat(fetch("/first")).isInstanceOf(Whole.class);
    }

    @Test
    void aCircleOfRedirectsIsLeft() {
        for (int i = 0; i < 10; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(307)
                    .setHeader("Location", "/again")
                    .build());
        }

        assertThat(fetch("/again")).isInstanceOf(Refused.class);
        assertThat(server.getRequestCount()).isEqualTo(6);
    }

    @Test
    void moreThanItMayHaveIsRefusedByItsLength() throws IOException {
        server.enqueue(new MockResponse.Builder().body("a".repeat(1025)).build());

        assertThat(fetch("/large")).isInstanceOf(Refused.class);
        assertThat(left()).isZero();
    }

    @Test
    void anEndlessOneIsCutOff() throws IOException {
        server.enqueue(new MockResponse.Builder()
                .chunkedBody(new Buffer().writeUtf8("a".repeat(100_000)), 500)
                .build());

        assertThat(fetch("/endless")).isInstanceOf(Refused.class);
        assertThat(left()).isZero();
    }

    @Test
    void aSlowOneIsGivenUp() {
        server.enqueue(new MockResponse.Builder()
                .body("a".repeat(1000))
                .throttleBody(1, 1, TimeUnit.SECONDS)
                .build());

        assertThat(fetcher.fetch(address("media.example", "/slow"), MOST, Duration.ofMillis(300), folder))
                .isInstanceOf(Failed.class);
    }

    @Test
    void whatIsCompressedOnTheWayIsRefused() {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Encoding", "gzip")
                .body("bomb")
                .build());

        assertThat(fetch("/bomb")).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 403, 410, 204})
    void whatIsNotThereIsNotAskedForAgain(int status) {
        server.enqueue(new MockResponse.Builder().code(status).build());

        assertThat(fetch("/gone")).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whatMayPassIsTriedAgain(int status) {
        server.enqueue(new MockResponse.Builder().code(status).build());

        assertThat(fetch("/busy")).isInstanceOf(Failed.class);
    }

    @Test
    void aHostThatDoesNotExistIsSaid() {
        assertThat(fetcher.fetch("http://no-such-host.invalid/", MOST, Duration.ofSeconds(5), folder))
                .isEqualTo(new Failed("Its host could not be found."));
    }

    private Fetched fetch(String path) {
        return fetcher.fetch(address("media.example", path), MOST, Duration.ofSeconds(5), folder);
    }

    private String address(String host, String path) {
        return "http://" + host + ":" + server.getPort() + path;
    }

    private long left() throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }

    private static String sha256(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
