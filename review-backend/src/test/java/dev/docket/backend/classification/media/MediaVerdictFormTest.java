package dev.docket.backend.classification.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.classification.media.MediaPart.Moment;
import dev.docket.backend.classification.media.MediaPart.Worst;
import dev.docket.backend.classification.media.MediaPart.Writing;
import dev.docket.dto.item.MediaKind;
import dev.docket.model.image.ActivationMap;
import dev.docket.model.ocr.PictureText;
import dev.docket.model.ocr.TextLine;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MediaVerdictFormTest {
    private final MediaVerdictForm form = new MediaVerdictForm();

    @Test
    void whatComesBackIsWhatWentIn() {
        var video = new MediaPart(
                0,
                MediaKind.VIDEO,
                null,
                Map.of("sexual", new Worst(Math.nextUp(0.9), "m-1", 12.5), "suggestive", new Worst(0, "m-1", null)),
                Map.of(),
                List.of(new Moment(0, Map.of("sexual", 0.1)), new Moment(12.5, Map.of("sexual", Math.nextUp(0.9)))),
                null,
                Map.of("m-2", Map.of("sexual", new Worst(Math.nextUp(0.1), "m-2", 3.0)), "m-3", Map.of()));
        assertThat(form.read(form.write(video))).contains(video);

        var map = new ActivationMap("Porn", 1, 2, new float[] {0.5f, -1}, 0.25, Math.PI);
        var image = new MediaPart(
                0,
                MediaKind.IMAGE,
                null,
                Map.of("sexual", new Worst(1, "m-1", null)),
                Map.of("sexual", map),
                List.of());
        var back = form.read(form.write(image)).orElseThrow();
        assertThat(back.worst()).isEqualTo(image.worst());
        assertThat(back.maps().get("sexual").cells()).containsExactly(0.5f, -1f);
        assertThat(back.maps().get("sexual").logit()).isEqualTo(Math.PI);
    }

    @Test
    void theTextInAnImageComesBackWithoutWhatWasSaidOfIt() {
        var corners = List.of(0.1, 0.2, 0.3, 0.2, 0.3, 0.4, 0.1, 0.4);
        var text = new PictureText(
                List.of(new TextLine("größer", 0.75, corners, 0), new TextLine("字", Math.nextUp(0.5), corners, 1)),
                true);
        var image = new MediaPart(
                0,
                MediaKind.IMAGE,
                null,
                Map.of("sexual", new Worst(0.1, "m-1", null)),
                Map.of(),
                List.of(),
                new Writing(text, "ppocr-4", null, null));

        assertThat(form.read(form.write(image))).contains(image);
        assertThat(form.weight(image))
                .isGreaterThan(form.weight(form.read(
                                form.write(new MediaPart(0, MediaKind.IMAGE, null, image.worst(), Map.of(), List.of())))
                        .orElseThrow()));
    }

    @Test
    void anotherFormOrHalfOfThisOneIsNoVerdict() {
        byte[] bytes = form.write(
                new MediaPart(0, MediaKind.IMAGE, null, Map.of("a", new Worst(1, "m", null)), Map.of(), List.of()));
        byte[] other = bytes.clone();
        other[0]++;

        assertThat(form.read(other)).isEmpty();
        assertThat(form.read(Arrays.copyOf(bytes, bytes.length / 2))).isEmpty();
        assertThat(form.read(new byte[0])).isEmpty();
    }
}
