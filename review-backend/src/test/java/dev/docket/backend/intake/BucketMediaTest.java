package dev.docket.backend.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.docket.backend.intake.s3.BucketSettings;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.ops.HealthPart;
import dev.docket.backend.support.S3Server;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// Against a real S3 server; against one of our own where a real one would have to misbehave.
class BucketMediaTest extends MediaStoreContract {
    private static S3Server server;

    private final String bucket = "media-" + UUID.randomUUID();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("dev.docket");
    private BucketMedia store;

    @BeforeAll
    static void start() {
        server = S3Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        logged.start();
        root.addAppender(logged);
        server.makeBucket(bucket);
        store = open(settings(bucket));
    }

    @AfterEach
    void close() {
        root.detachAppender(logged);
        store.close();
        assertThat(logged.list).noneMatch(event -> said(event).contains(S3Server.SECRET_KEY));
    }

    private static String said(ILoggingEvent event) {
        return event.getFormattedMessage() + event.getKeyValuePairs();
    }

    private static BucketSettings settings(String bucket) {
        return new BucketSettings(
                server.endpoint().toString(),
                bucket,
                "us-east-1",
                S3Server.ACCESS_KEY,
                S3Server.SECRET_KEY,
                "docket/",
                true,
                Duration.ofSeconds(10),
                6);
    }

    /// Impatient, and with two places to wait.
    private static BucketSettings settings(String endpoint, String bucket, String secret) {
        return new BucketSettings(
                endpoint, bucket, "us-east-1", S3Server.ACCESS_KEY, secret, "", true, Duration.ofSeconds(1), 2);
    }

    private BucketMedia open(BucketSettings settings) {
        return BucketMedia.open(home, settings, Clock.systemUTC());
    }

    @Override
    MediaStore media() {
        return store;
    }

    @Override
    List<String> kept() {
        return server.objects(bucket).stream()
                .map(key -> key.substring("docket/".length()))
                .toList();
    }

    @Override
    void change(String place, byte[] bytes) {
        server.put(bucket, "docket/" + place, bytes);
    }

    @Test
    void theStartLeavesNothingBehind() {
        assertThat(kept()).isEmpty();
    }

    @Test
    void anotherFloorOnTheSameBucketHasTheSame() {
        media().keep(NAME, IMAGE);

        try (var other = open(settings(bucket))) {
            assertThat(other.read(NAME)).isPresent();
            other.remove(NAME);
        }

        assertThat(media().read(NAME)).isEmpty();
    }

    @Test
    void settingsAreCheckedAllAtOnce() {
        var settings =
                new BucketSettings("ftp://x/y", "Not A Bucket", "", "", "", "no-slash", true, Duration.ofSeconds(1), 2);

        assertThatThrownBy(() -> open(settings))
                .isInstanceOf(MediaStoreFault.class)
                .hasMessageContainingAll(
                        "docket.media.s3.bucket",
                        "docket.media.s3.endpoint",
                        "docket.media.s3.region",
                        "DOCKET_S3_SECRET_KEY",
                        "docket.media.s3.prefix");
    }

    @Test
    void wrongKeysStopTheStart() {
        assertThatThrownBy(() -> open(settings(server.endpoint().toString(), bucket, "another secret")))
                .isInstanceOf(MediaStoreFault.class)
                .hasMessageContainingAll("DOCKET_S3_SECRET_KEY", bucket)
                .hasMessageNotContaining("another secret");
    }

    @Test
    void aBucketThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> open(settings("none-" + bucket)))
                .isInstanceOf(MediaStoreFault.class)
                .hasMessageContainingAll("There is no such thing as", "none-" + bucket);
    }

    @Test
    void aBucketThatKeepsVersionsStopsTheStart() {
        server.keepVersions(bucket);

        assertThatThrownBy(() -> open(settings(bucket)))
                .isInstanceOf(MediaStoreFault.class)
                .hasMessageContaining("without versioning");
    }

    /// Somebody switched it on while the floor ran.
    @Test
    void whatADeletionOnlyHidesCountsAsNotErased() {
        media().keep(NAME, IMAGE);
        server.keepVersions(bucket);

        assertThatThrownBy(() -> media().remove(NAME)).isInstanceOf(DomainProblem.class);
    }

    @Test
    void settingsNeverShowTheSecret() {
        assertThat(settings(bucket))
                .hasToString("BucketSettings[the bucket " + bucket + " at " + server.endpoint() + "]");
    }

    @Test
    void oldPartsOfOtherFloorsAreSwept() {
        server.put(bucket, "docket/incoming/" + UUID.randomUUID(), IMAGE);
        media().sweep();
        assertThat(kept()).hasSize(1);

        var tomorrow = Clock.fixed(Instant.now().plus(Duration.ofHours(25)), ZoneOffset.UTC);
        try (var later = BucketMedia.open(home, settings(bucket), tomorrow)) {
            later.sweep();
        }

        assertThat(kept()).isEmpty();
    }

    @Test
    void anAbsentStoreIsNoReasonNotToStart() {
        try (var away = open(settings("http://127.0.0.1:9", bucket, S3Server.SECRET_KEY))) {
            assertThat(away.health().status()).isEqualTo(HealthPart.DOWN);
            assertThat(away.health().detail()).contains("Nobody answers", "docket.media.s3.endpoint");
            assertThatThrownBy(() -> away.keep(NAME, IMAGE)).isInstanceOfSatisfying(DomainProblem.class, problem -> {
                assertThat(problem.kind()).isEqualTo(CommonProblem.OVERLOADED);
            });
            assertThatThrownBy(() -> away.read(NAME)).isInstanceOf(DomainProblem.class);
            assertThatThrownBy(() -> away.remove(NAME)).isInstanceOf(DomainProblem.class);
        }
    }

    @Test
    void anAnswerThatBreaksOffIsReadAgain() throws Exception {
        try (var breaking = new MockWebServer()) {
            breaking.start();
            var whole = new Buffer().write(IMAGE);
            try (var away = openAnyway(breaking)) {
                breaking.enqueue(new MockResponse.Builder()
                        .body(whole.clone())
                        .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                        .build());
                breaking.enqueue(new MockResponse.Builder().code(503).build());
                breaking.enqueue(new MockResponse.Builder().body(whole.clone()).build());

                assertThat(away.read(NAME))
                        .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(IMAGE));
            }
        }
    }

    /// No thread of the floor's waits where two wait already.
    @Test
    void aStoreThatHangsHoldsFewAndTurnsTheOthersAway() throws Exception {
        try (var hanging = new MockWebServer();
                var threads = Executors.newFixedThreadPool(2)) {
            hanging.start();
            try (var away = openAnyway(hanging)) {
                for (int i = 0; i < 12; i++) {
                    hanging.enqueue(new MockResponse.Builder()
                            .headersDelay(3, java.util.concurrent.TimeUnit.SECONDS)
                            .build());
                }
                var waiting = List.of(
                        threads.submit(() -> away.keep(NAME, IMAGE)), threads.submit(() -> away.keep(NAME, IMAGE)));
                hanging.takeRequest();
                hanging.takeRequest();

                long before = System.nanoTime();
                assertThatThrownBy(() -> away.keep(NAME, IMAGE)).isInstanceOf(DomainProblem.class);
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(500));
                waiting.forEach(one -> assertThatThrownBy(one::get).hasCauseInstanceOf(DomainProblem.class));
                assertThat(away.health().status()).isEqualTo(HealthPart.DOWN);
            }
        }
    }

    /// Its start is told three times that the store is busy.
    private BucketMedia openAnyway(MockWebServer instead) throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            instead.enqueue(new MockResponse.Builder().code(503).build());
        }
        var opened = open(settings("http://127.0.0.1:" + instead.getPort(), bucket, S3Server.SECRET_KEY));
        for (int i = 0; i < 3; i++) {
            instead.takeRequest();
        }
        return opened;
    }
}
