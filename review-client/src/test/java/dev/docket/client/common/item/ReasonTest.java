package dev.docket.client.common.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.i18n.Messages;
import dev.docket.dto.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Why an item came before a person, in the person's language.
class ReasonTest {
    private final ItemWords german = new ItemWords(new Messages(Locale.GERMAN));

    @Test
    void eachSentenceIsSaidWithItsLabelAndItsNumbers() {
        var phrases = List.of(
                new Phrase(
                        "reason.threshold",
                        Map.of("figureScore", 0.91, "figureThreshold", 0.5),
                        Map.of("label", "harassment")),
                new Phrase("reason.blocklist", Map.of(), Map.of("list", "slurs_de")));

        assertThat(german.reason(phrases, "Harassment 0.91 is over …"))
                .isEqualTo("Belästigung 0,91 liegt über der Prüfschwelle von 0,50. "
                        + "Wörter der Sperrliste „slurs_de“ stehen im Text.");
    }

    @Test
    void whatThisDeskHasNoWordsForIsTheFloorsOwn() {
        assertThat(german.reason(null, "A person wrote this.")).isEqualTo("A person wrote this.");
        assertThat(german.reason(
                        List.of(new Phrase("reason.chance"), new Phrase("reason.of-tomorrow")),
                        "All of it in English."))
                .isEqualTo("All of it in English.");
    }
}
