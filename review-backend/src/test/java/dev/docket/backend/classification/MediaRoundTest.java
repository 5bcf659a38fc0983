package dev.docket.backend.classification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.intake.Items;
import dev.docket.backend.intake.MediaBytes;
import dev.docket.backend.intake.Submissions;
import dev.docket.backend.platform.Actor;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.Media;
import dev.docket.dto.item.MediaKind;
import dev.docket.dto.item.Route;
import dev.docket.dto.review.Evidence;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Items with images and videos: what is scored, what is fused, and what goes to a person because it was not.
class MediaRoundTest {
    /// Of "a video".
    private static final String VIDEO_SHA = "3dbe53a2de431feaea25139a6ea5eb705629d3fb419181298046d78d55acb055";

    @TempDir
    Path home;

    private Line line;

    @BeforeEach
    void open() {
        line = new Line(home);
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void anImageRoutesAnItemWhoseTextIsHarmless() {
        UUID item = submit("a text", image(ScriptedImages.BLUE), image(ScriptedImages.RED));

        line.workOff();

        var assessment = line.assessment(item);
        assertThat(assessment.unscored()).isFalse();
        assertThat(assessment.route()).isEqualTo(Route.REVIEW);
        assertThat(line.routed).extracting(ItemRouted::queue).containsExactly("sexual");
        assertThat(score(assessment, "sexual").origin()).isEqualTo("/media/1");
        assertThat(score(assessment, "sexual").score()).isEqualTo(0.95);
        assertThat(score(assessment, "sexual").modelVersion()).isEqualTo("scripted-image");
        assertThat(score(assessment, "harassment").origin()).isEqualTo("/text");
    }

    @Test
    void eachImageKeepsItsOwnScoresAndMap() {
        UUID item = submit("a text", image(ScriptedImages.BLUE), image(ScriptedImages.RED));

        line.workOff();

        var media = line.assessment(item).media();
        assertThat(media).extracting(Evidence.MediaFinding::index).containsExactly(0, 1);
        assertThat(media.get(0).scores()).noneMatch(Evidence.PartScore::flagged);
        assertThat(media.get(1).scores())
                .filteredOn(Evidence.PartScore::flagged)
                .extracting(Evidence.PartScore::label)
                .containsExactly("sexual");
        var map = media.get(1).maps().get("sexual");
        assertThat(map.cells()).containsExactly(1.0, 0.5, 0.0, -0.25);
        assertThat(map.columns() * map.rows()).isEqualTo(4);
    }

    @Test
    void anImagesExplanationSumsToItsLogit() {
        UUID item = submit(null, image(ScriptedImages.RED));

        line.workOff();

        var explanation = line.assessment(item).explanation().get("sexual");
        double sum = explanation.map().cells().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(sum + explanation.bias()).isEqualTo(explanation.logit());
    }

    @Test
    void harmlessImagesAreAllowedLikeHarmlessTexts() {
        UUID item = submit("a text", image(ScriptedImages.BLUE));

        line.workOff();

        assertThat(line.assessment(item).route()).isEqualTo(Route.ALLOW);
        assertThat(line.assessment(item).unscored()).isFalse();
    }

    @Test
    void anImageThatCannotBeDecodedGoesToAPerson() {
        byte[] rubbish = "not an image".getBytes(StandardCharsets.UTF_8);
        UUID item =
                submit("a text", new Media(MediaKind.IMAGE, Base64.getEncoder().encodeToString(rubbish), null, null));

        line.workOff();

        assertUnscored(item, "An image could not be judged: Its format is not one that is read here.");
    }

    @Test
    void aModelThatFailsSendsItsImagesToAPerson() {
        line.images.breakDown();
        UUID item = submit("a text", image(ScriptedImages.BLUE));

        line.workOff();

        assertUnscored(item, "An image could not be judged: The image model fails at it.");
    }

    @Test
    void whatTheTextShowsIsSaidThoughAnImageWasNotJudged() {
        line.images.breakDown();
        UUID item = submit("an abuse", image(ScriptedImages.BLUE));

        line.workOff();

        assertThat(line.assessment(item).unscored()).isTrue();
        assertThat(line.routed).extracting(ItemRouted::queue).containsExactly("harassment");
        assertThat(line.assessment(item).routeReason()).contains("The image model fails at it.");
    }

    @Test
    void aVideosWorstSecondSpeaksForIt() {
        line.images.video(ScriptedImages.BLUE, ScriptedImages.RED, ScriptedImages.BLUE);
        UUID item = withVideo();

        line.workOff();

        var assessment = line.assessment(item);
        assertThat(assessment.unscored()).isFalse();
        assertThat(score(assessment, "sexual").origin()).isEqualTo("/media/0");
        assertThat(score(assessment, "sexual").second()).isEqualTo(1);
        assertThat(assessment.media().getFirst().seconds())
                .extracting(Evidence.Second::second, Evidence.Second::flagged)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(0.0, false),
                        org.assertj.core.api.Assertions.tuple(1.0, true),
                        org.assertj.core.api.Assertions.tuple(2.0, false));
    }

    @Test
    void aVideosFilmstripIsDrawnAndGoesWithIt() {
        line.images.video(ScriptedImages.BLUE, ScriptedImages.RED);
        UUID item = withVideo();

        line.workOff();

        var kept = line.bean(Items.class).find(item).orElseThrow().media().getFirst();
        var renditions = line.bean(Renditions.class);
        assertThat(colour(renditions.draw(kept, 100, 0).orElseThrow())).isEqualTo(ScriptedImages.BLUE);
        assertThat(colour(renditions.draw(kept, 100, 1).orElseThrow())).isEqualTo(ScriptedImages.RED);
        assertThat(colour(renditions.draw(kept, 100, 99).orElseThrow())).isEqualTo(ScriptedImages.RED);
        line.bean(Submissions.class).erase(item, new Actor.Automation("test"));
        assertThat(line.bean(MediaBytes.class).film(VIDEO_SHA)).isEmpty();
    }

    @Test
    void aVideoThatNothingReadsGoesToAPerson() {
        UUID item = withVideo();

        line.workOff();

        assertUnscored(item, "A video could not be judged: There is no program here that reads videos.");
    }

    @Test
    void aTextDoesNotWaitForImages() {
        submit("a text", image(ScriptedImages.BLUE));
        UUID text = line.submit("a text");

        line.bean(Round.class).work(ClassificationJobs.Lane.TEXT);

        assertThat(line.bean(Assessments.class).latest(text)).isPresent();
        assertThat(line.waiting()).isOne();
    }

    @Test
    void erasureTakesWhatWasFoundOfImages() {
        UUID item = submit("a text", image(ScriptedImages.RED));
        line.workOff();

        line.bean(Submissions.class).erase(item, new Actor.Automation("test"));

        assertThat(line.assessment(item).media()).isEmpty();
        assertThat(line.assessment(item).explanation()).isEmpty();
    }

    @Test
    void aRenditionIsWrittenAnewAndScaled() throws IOException {
        UUID item = submit(null, image(ScriptedImages.RED));
        var kept = line.bean(Items.class).find(item).orElseThrow().media().getFirst();

        byte[] drawn = line.bean(Renditions.class).draw(kept, 32, 0).orElseThrow();

        var image = ImageIO.read(new java.io.ByteArrayInputStream(drawn));
        assertThat(Math.max(image.getWidth(), image.getHeight())).isEqualTo(32);
        assertThat(drawn).startsWith((byte) 0xff, (byte) 0xd8);
    }

    private void assertUnscored(UUID item, String reason) {
        assertThat(line.assessment(item).unscored()).isTrue();
        assertThat(line.assessment(item).route()).isEqualTo(Route.REVIEW);
        assertThat(line.assessment(item).routeReason()).isEqualTo(reason);
        assertThat(line.assessment(item).media())
                .singleElement()
                .satisfies(media -> assertThat(media.unscored()).isTrue());
    }

    private static Evidence.Score score(Assessment assessment, String label) {
        return assessment.scores().stream()
                .filter(score -> score.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private UUID submit(@Nullable String text, Media... media) {
        return line.bean(Submissions.class)
                .submit(new ItemContent(
                        "test",
                        UUID.randomUUID().toString(),
                        text,
                        null,
                        null,
                        null,
                        List.of(media),
                        null,
                        null,
                        null,
                        null))
                .id();
    }

    /// As if it had been fetched; what is in it is the script's.
    private UUID withVideo() {
        UUID item = submit(null, image(ScriptedImages.BLUE));
        try {
            var shelf = home.resolve("media").resolve(VIDEO_SHA.substring(0, 2));
            java.nio.file.Files.createDirectories(shelf);
            java.nio.file.Files.writeString(shelf.resolve(VIDEO_SHA), "a video");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line.jdbc.sql("""
                        UPDATE item SET media = jsonb_build_array(jsonb_build_object(
                               'kind', 'VIDEO', 'url', 'https://example.org/v.mp4', 'sha256', :sha::text)) WHERE id = :id
                        """).param("sha", VIDEO_SHA).param("id", item).update();
        return item;
    }

    private static Media image(int colour) {
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 48; y++) {
                image.setRGB(x, y, colour);
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Media(MediaKind.IMAGE, Base64.getEncoder().encodeToString(out.toByteArray()), null, null);
    }

    /// Red or blue, whichever it is nearer to: a JPEG is never exact.
    private static int colour(byte[] jpeg) {
        try {
            int middle = ImageIO.read(new java.io.ByteArrayInputStream(jpeg)).getRGB(4, 4);
            return (middle >> 16 & 0xff) > 128 ? ScriptedImages.RED : ScriptedImages.BLUE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
