package dev.docket.backend.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.dto.item.ItemContent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class SamplesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Set<String> POLICIES = Set.of(
            "hate",
            "harassment",
            "violence",
            "sexual",
            "self_harm",
            "spam",
            "profanity",
            "misinformation",
            "copyright",
            "illegal_other");

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final Samples samples = new Samples(json);

    @Test
    void everySampleIsAnItemOfTheContract() {
        assertThat(items()).hasSizeGreaterThanOrEqualTo(200).allSatisfy(item -> {
            assertThat(item.source()).matches("[A-Za-z0-9._-]{1,64}");
            assertThat(item.text()).isNotBlank().doesNotContain("\0");
            assertThat(item.context()).isNotNull();
        });
    }

    @Test
    void everySampleHasItsOwnExternalId() {
        assertThat(items())
                .extracting(ItemContent::source, ItemContent::externalId)
                .doesNotHaveDuplicates();
    }

    @Test
    void theSamplesAreOfTheLastHours() {
        assertThat(items())
                .extracting(ItemContent::occurredAt)
                .isSorted()
                .allSatisfy(at -> assertThat(at).isBetween(NOW.minus(Duration.ofHours(10)), NOW));
    }

    @Test
    void noAuthorJoinedAfterPosting() {
        assertThat(items())
                .allSatisfy(item -> assertThat(item.author().createdAt()).isBefore(item.occurredAt()));
    }

    @Test
    void metadataStaysUnderItsLimit() {
        assertThat(items())
                .filteredOn(item -> item.metadata() != null)
                .allSatisfy(item -> assertThat(
                                json.writeValueAsString(item.metadata()).getBytes(StandardCharsets.UTF_8).length)
                        .isLessThan(8_000));
    }

    @Test
    void imagesAreDrawnAndTheSameEachTime() {
        var images = items().stream()
                .filter(item -> item.media() != null)
                .flatMap(item -> item.media().stream())
                .toList();

        assertThat(images).hasSizeGreaterThanOrEqualTo(4).allSatisfy(image -> {
            var picture =
                    ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(image.base64())));
            assertThat(picture.getWidth()).isEqualTo(640);
            assertThat(image.alt()).isNotBlank();
        });
        assertThat(samples.itemsAsOf(NOW)).isEqualTo(samples.itemsAsOf(NOW));
    }

    @Test
    void everyReportNamesASampleAndAPolicy() {
        Set<String> known =
                items().stream().map(item -> item.source() + item.externalId()).collect(Collectors.toSet());
        assertThat(samples.reports()).hasSizeGreaterThanOrEqualTo(40).allSatisfy(report -> {
            assertThat(known).contains(report.source() + report.externalId());
            assertThat(report.request().policy())
                    .satisfiesAnyOf(
                            policy -> assertThat(policy).isNull(),
                            policy -> assertThat(POLICIES).contains(policy));
        });
    }

    private List<ItemContent> items() {
        return samples.itemsAsOf(NOW).stream()
                .map(line -> json.readValue(line, ItemContent.class))
                .toList();
    }
}
