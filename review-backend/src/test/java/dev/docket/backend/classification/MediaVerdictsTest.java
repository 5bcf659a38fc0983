package dev.docket.backend.classification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.intake.Submissions;
import dev.docket.backend.models.InferenceFigures;
import dev.docket.backend.models.ServingImages;
import dev.docket.backend.platform.Actor;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.Media;
import dev.docket.dto.item.MediaKind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// An image that comes again is not looked at again, until there is a reason to.
class MediaVerdictsTest {
    @TempDir
    Path home;

    private Line line;

    @BeforeEach
    void open() {
        line = new Line(home, "1MB");
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void anImageIsLookedAtOnceAndAssessedEachTime() {
        UUID first = settle(ScriptedImages.RED);
        UUID second = settle(ScriptedImages.BLUE, ScriptedImages.RED);

        assertThat(line.images.frames()).isEqualTo(2);
        assertThat(line.assessment(second).route())
                .isEqualTo(line.assessment(first).route());
        assertThat(line.assessment(second).media().get(1).scores())
                .isEqualTo(line.assessment(first).media().getFirst().scores());
        assertThat(line.assessment(second).media().get(1).index()).isOne();
        assertThat(line.assessment(second).media().get(1).maps())
                .isEqualTo(line.assessment(first).media().getFirst().maps());
    }

    @Test
    void anImageSeenTwiceOutlivesTheFloor() {
        settle(ScriptedImages.RED);
        settle(ScriptedImages.RED);
        assertThat(line.count("SELECT count(*) FROM media_verdict")).isOne();
        line.close();
        line = new Line(home, "1MB", false);

        settle(ScriptedImages.RED);

        assertThat(line.images.frames()).isZero();
    }

    @Test
    void whatWasOverturnedIsLookedAtAnew() {
        UUID item = settle(ScriptedImages.RED);
        settle(ScriptedImages.RED);
        new TransactionTemplate(line.bean(JdbcTransactionManager.class))
                .executeWithoutResult(status -> line.bean(Verdicts.class).forget(item));
        assertThat(line.count("SELECT count(*) FROM media_verdict")).isZero();
        assertThat(line.count("SELECT count(*) FROM media_verdict_forgotten")).isOne();

        settle(ScriptedImages.RED);

        assertThat(line.images.frames()).isEqualTo(2);
    }

    @Test
    void anErasedImageLeavesNoVerdict() {
        UUID item = settle(ScriptedImages.RED);
        settle(ScriptedImages.RED);

        line.bean(Submissions.class).erase(item, new Actor.Program(UUID.randomUUID()));

        assertThat(line.count("SELECT count(*) FROM media_verdict")).isZero();
    }

    @Test
    void whatCouldNotBeJudgedIsTriedAgain() {
        line.images.breakDown();
        settle(ScriptedImages.RED);
        settle(ScriptedImages.RED);

        assertThat(line.images.frames()).isEqualTo(2);
    }

    @Test
    void hitsAreCountedByTier() {
        settle(ScriptedImages.RED);
        settle(ScriptedImages.RED);
        line.close();
        line = new Line(home, "1MB", false);
        settle(ScriptedImages.RED);
        settle(ScriptedImages.RED);

        var figures = line.bean(ServingImages.class).figures();
        assertThat(figures.lookups(InferenceFigures.Tier.TABLE)).isEqualTo(new InferenceFigures.Lookups(1, 1, 1));
        assertThat(figures.lookups(InferenceFigures.Tier.MEMORY)).isEqualTo(new InferenceFigures.Lookups(2, 1, 0.5));
    }

    private UUID settle(int... colours) {
        var media = java.util.Arrays.stream(colours)
                .mapToObj(MediaVerdictsTest::image)
                .toList();
        UUID item = line.bean(Submissions.class)
                .submit(new ItemContent(
                        "test", UUID.randomUUID().toString(), null, null, null, null, media, null, null, null, null))
                .id();
        line.workOff();
        return item;
    }

    private static Media image(int colour) {
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[64 * 48];
        java.util.Arrays.fill(pixels, colour);
        image.setRGB(0, 0, 64, 48, pixels, 0, 64);
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Media(MediaKind.IMAGE, Base64.getEncoder().encodeToString(out.toByteArray()), null, null);
    }
}
