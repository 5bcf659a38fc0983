package dev.docket.backend.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.dto.Phrase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonsTest {
    @Test
    void whatIsCountedAndNamedIsReadBack() {
        assertThat(Reasons.read("Self-harm 0.91 is over the review threshold of 0.50. "
                        + "Words of the blocklist \"Slurs. (de)\" stand in the text of an image."))
                .containsExactly(
                        new Phrase(
                                "reason.threshold",
                                Map.of("figureScore", 0.91, "figureThreshold", 0.5),
                                Map.of("label", "self_harm")),
                        new Phrase("reason.blocklist-image", Map.of(), Map.of("list", "Slurs. (de)")));
        assertThat(Reasons.read("Reported by 3 users."))
                .containsExactly(new Phrase("reason.reported-by", Map.of("users", 3.0)));
        assertThat(Reasons.read("Toxicity 0.71 is over the review threshold of 0.50. "
                        + "An image could not be judged: it has 60 megapixels."))
                .extracting(Phrase::code)
                .containsExactly("reason.threshold", "reason.image-unseen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please look at this one.",
                "Reported by a user. Please hurry.",
                "Reported by many users.",
                "toxicity is high",
                " "
            })
    void whatAPersonWroteIsLeftAsItIs(String reason) {
        assertThat(Reasons.read(reason)).isNull();
    }

    @Test
    void nothingIsReadOfNothing() {
        assertThat(Reasons.read(null)).isNull();
    }

    @Test
    void whatStandsForAWithheldReasonIsOneOfThem() {
        assertThat(Reasons.read("It was sent for review.")).isEqualTo(List.of(new Phrase("reason.withheld")));
    }
}
