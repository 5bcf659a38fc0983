package dev.docket.client.common.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.dto.item.Media;
import dev.docket.dto.item.MediaKind;
import dev.docket.dto.review.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class StretchTest {
    private static final List<Media> MEDIA = List.of(
            new Media(MediaKind.IMAGE, null, "urn:sha256:aa", null),
            new Media(MediaKind.VIDEO, null, "urn:sha256:bb", null),
            new Media(MediaKind.VIDEO, null, "urn:sha256:cc", null));

    @Test
    void whatNamesNoVideoIsOfTheFirst() {
        var found = new Violation("sexual", 3, null, null, List.of(List.of(65.0, 70.0), List.of(5.0, 6.0, 2.0)));

        var stretches = Stretch.of(List.of(found), MEDIA);

        assertThat(stretches).containsExactly(new Stretch(1, 65, 70), new Stretch(2, 5, 6));
        assertThat(stretches.getFirst().said()).isEqualTo("1:05–1:10");
        assertThat(Stretch.of(List.of(found), null)).extracting(Stretch::index).containsExactly(0, 2);
    }

    @Test
    void aStretchNamesItsVideoUnlessThatIsTheItemsFirstMedium() {
        assertThat(Stretch.second(0, 5).asWire()).containsExactly(5.0, 6.0);
        assertThat(Stretch.second(1, 5).asWire()).containsExactly(5.0, 6.0, 1.0);
    }
}
