package dev.docket.backend.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.Media;
import dev.docket.dto.item.MediaKind;
import dev.docket.dto.review.Shown;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LookTest {
    private static final Offset<Double> EXACTLY = within(1e-9);
    private static final CareProperties SETTINGS = new CareProperties(
            24_000,
            1,
            2,
            3,
            0.5,
            Duration.ofMinutes(5),
            Duration.ofMinutes(50),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            3);

    @Test
    void itIsSeverityTimesSecondsTimesSize() {
        assertThat(look(content("text"), 3, 20_000, null).points()).isCloseTo(60, EXACTLY);
        assertThat(look(content(null, MediaKind.IMAGE), 3, 20_000, "FULL").points())
                .isCloseTo(120, EXACTLY);
        assertThat(look(content("text", MediaKind.IMAGE, MediaKind.VIDEO), 2, 10_000, "FULL")
                        .points())
                .isCloseTo(80, EXACTLY);
    }

    @Test
    void whatStaysBlurredWeighsNothing() {
        var image = content(null, MediaKind.IMAGE);
        assertThat(look(image, 4, 20_000, "NONE").points()).isZero();
        assertThat(look(image, 4, 20_000, "NONE").seconds()).isZero();
        assertThat(look(image, 4, 20_000, "GREY").points()).isCloseTo(80, EXACTLY);
        assertThat(look(content("text", MediaKind.IMAGE), 4, 20_000, "NONE").points())
                .as("the text was read all the same")
                .isCloseTo(80, EXACTLY);
    }

    @Test
    void aCoveredTextWeighsNothingEither() {
        assertThat(look(content("text"), 4, 20_000, "NONE").points()).isZero();
        assertThat(look(content("text"), 4, 20_000, "FULL").points()).isCloseTo(80, EXACTLY);
    }

    @Test
    void onlyTheSecondsInWhichSomethingWasShownCount() {
        var image = content(null, MediaKind.IMAGE);
        var glance = Look.at(image, 4, new Shown(60_000, 10_000, 2_000), SETTINGS);
        assertThat(glance.seconds()).isCloseTo(7, EXACTLY);
        assertThat(glance.points()).isCloseTo(4 * 7 * 2, EXACTLY);

        var both = Look.at(content("text", MediaKind.IMAGE), 3, new Shown(30_000, 0, 5_000), SETTINGS);
        assertThat(both.seconds()).isCloseTo(30, EXACTLY);
        assertThat(both.points()).isCloseTo(3 * (30 + 5 * 2), EXACTLY);
    }

    @Test
    void whoWentForCoffeeWasNotExposed() {
        assertThat(look(content("text"), 1, Duration.ofHours(2).toMillis(), null)
                        .seconds())
                .isEqualTo(300);
        assertThat(look(content("text"), 1, -5, null).points()).isZero();
        assertThat(look(null, 4, 20_000, "FULL").points()).isZero();
    }

    @Test
    void severityThreeIsHarsh() {
        assertThat(look(content("text"), 2, 1, null).harsh()).isFalse();
        assertThat(look(content("text"), 3, 1, null).harsh()).isTrue();
    }

    private static Look look(@Nullable ItemContent content, int severity, long elapsed, @Nullable String revealed) {
        return Look.at(content, severity, Look.guess(content, elapsed, revealed), SETTINGS);
    }

    private static ItemContent content(@Nullable String text, MediaKind... media) {
        List<Media> all = Arrays.stream(media)
                .map(kind -> new Media(kind, null, "https://example.org/m", null))
                .toList();
        return new ItemContent("forum", "p-1", text, "en", null, null, all, null, null, null, null);
    }
}
