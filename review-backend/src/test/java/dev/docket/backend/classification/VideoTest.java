package dev.docket.backend.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.SampleVideo;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A real video by its address, through the whole floor: fetched, taken apart by the real program, scored by the real
/// model, routed, and shown.
@FloorTest
class VideoTest {
    @Autowired
    private FloorClient floor;

    @TempDir
    Path folder;

    private final MockWebServer platformsServer = new MockWebServer();

    @BeforeEach
    void serve() throws IOException {
        platformsServer.start();
    }

    @AfterEach
    void close() {
        platformsServer.close();
    }

    @Test
    void itsSecondsAreScoredAndShown() throws Exception {
        SampleVideo.assumeProgram();
        var item = submit(SampleVideo.write(folder.resolve("sample.mp4")));

        assertThat(item.path("state").asString()).isEqualTo("IN_REVIEW");
        assertThat(item.path("task").path("queue").asString()).isEqualTo("sexual");
        var found = item.at("/evidence/media/0");
        assertThat(found.path("unscored").booleanValue()).isFalse();
        aFrameASecond(found);
        double worst = theWorstSecondSpeaksForIt(item, found);
        theFilmstripIsDrawn("/api/v1/items/" + item.path("id").asString() + "/media/0", worst);
    }

    private static void aFrameASecond(JsonNode found) {
        var seconds = found.path("seconds").valueStream().toList();
        assertThat(seconds).hasSizeGreaterThanOrEqualTo(SampleVideo.SECONDS);
        for (int second = 0; second < SampleVideo.SECONDS; second++) {
            int wanted = second;
            assertThat(seconds)
                    .as("second %d", second)
                    .anySatisfy(
                            one -> assertThat(one.path("second").doubleValue()).isCloseTo(wanted, within(0.5)));
        }
        assertThat(seconds).allSatisfy(one -> {
            double at = one.path("second").doubleValue();
            assertThat(one.path("scores").path("sexual").isNumber()).isTrue();
            assertThat(one.path("scores").path("suggestive").isNumber()).isTrue();
            assertThat(one.path("flagged").booleanValue())
                    .as("at %f: %s", at, one)
                    .isEqualTo(SampleVideo.isFlagged(at));
        });
    }

    private static double theWorstSecondSpeaksForIt(JsonNode item, JsonNode found) {
        var score = item.at("/evidence/scores")
                .valueStream()
                .filter(one -> one.path("label").asString().equals("sexual"))
                .findFirst()
                .orElseThrow();
        assertThat(score.path("origin").asString()).isEqualTo("/media/0");
        assertThat(score.path("flagged").booleanValue()).isTrue();
        assertThat(SampleVideo.isFlagged(score.path("second").doubleValue())).isTrue();
        double worst = found.path("seconds")
                .valueStream()
                .mapToDouble(one -> one.path("scores").path("sexual").doubleValue())
                .max()
                .orElseThrow();
        assertThat(score.path("score").doubleValue()).isCloseTo(worst, within(1e-6));
        return score.path("second").doubleValue();
    }

    private void theFilmstripIsDrawn(String media, double worst) throws IOException {
        var holder = floor.as(TestCallers.person("mod", Role.MODERATOR).token());
        assertThat(holder.post("/api/v1/claims", "{\"count\":1}")
                        .json()
                        .path("tasks")
                        .size())
                .isOne();
        var calm = picture(holder, media + "?side=160&second=1");
        var flagged = picture(holder, media + "?side=160&second=" + worst);
        var after = picture(holder, media + "?side=160&second=" + (SampleVideo.SECONDS - 1));

        assertThat(calm.getWidth()).isLessThanOrEqualTo(320);
        assertThat(difference(calm, SampleVideo.calm())).isLessThan(20);
        assertThat(difference(flagged, SampleVideo.flagged())).isLessThan(20);
        assertThat(difference(after, SampleVideo.calm())).isLessThan(20);
    }

    @Test
    void whatIsCutShortGoesToAPersonWithWhatWasSeen() throws Exception {
        SampleVideo.assumeProgram();
        byte[] whole = Files.readAllBytes(SampleVideo.write(folder.resolve("sample.mkv")));
        var half = Files.write(folder.resolve("half.mkv"), java.util.Arrays.copyOf(whole, whole.length / 2));

        var item = submit(half);

        assertThat(item.path("state").asString()).isEqualTo("IN_REVIEW");
        assertThat(item.at("/evidence/media/0/seconds").size()).isPositive();
    }

    @Test
    void healthSaysWhatReadsVideos() {
        SampleVideo.assumeProgram();
        var admin = floor.as(TestCallers.person("admin", Role.ADMIN).token());

        assertThat(admin.get("/api/v1/health")
                        .json()
                        .at("/components/videos/detail")
                        .asString())
                .startsWith("ffmpeg ");
    }

    private JsonNode submit(Path video) throws IOException {
        platformsServer.enqueue(new MockResponse.Builder()
                .body(new Buffer().write(Files.readAllBytes(video)))
                .build());
        return floor.as(TestCallers.key(Scope.values()))
                .post("/api/v1/items?wait=true", """
                        {"source":"test","externalId":"v-1",
                         "media":[{"kind":"VIDEO","url":"http://127.0.0.1:%d/v"}]}""".formatted(platformsServer.getPort()))
                .json();
    }

    private static BufferedImage picture(FloorClient caller, String path) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(caller.bytes(path)));
    }

    /// Of the middles of a grid's fields, on average over colours.
    private static double difference(BufferedImage one, BufferedImage other) {
        double sum = 0;
        var shares = List.of(0.1, 0.3, 0.5, 0.7, 0.9);
        for (double x : shares) {
            for (double y : shares) {
                int a = one.getRGB((int) (x * one.getWidth()), (int) (y * one.getHeight()));
                int b = other.getRGB((int) (x * other.getWidth()), (int) (y * other.getHeight()));
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs((a >> shift & 0xff) - (b >> shift & 0xff));
                }
            }
        }
        return sum / (3.0 * shares.size() * shares.size());
    }
}
