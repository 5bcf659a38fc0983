package dev.docket.client.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.labels.part.Figures;
import dev.docket.dto.Phrase;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private final Figures german = new Figures(new ItemWords(new Messages(Locale.GERMAN)), Locale.GERMAN);

    @Test
    void aSentenceOfTheFloorIsSaidInTheDesksLanguageWithItsNumbers() {
        assertThat(german.said(new Phrase("gate.nulls", Map.of("rows", 12_431.0, "found", 49.0)), "49 of 12431 rows"))
                .isEqualTo("49 von 12.431 Zeilen haben keinen Text");
        assertThat(german.said(new Phrase("gate.shift", Map.of("share", 0.154, "shareBefore", 0.05)), ""))
                .contains("15,4", "5");
        assertThat(german.said(new Phrase("release.latency.unmeasured"), "Not measured yet"))
                .startsWith("Noch nicht gemessen");
    }

    @Test
    void whatASentenceNamesIsNamedInTheDesksLanguageToo() {
        assertThat(german.said(
                        new Phrase(
                                "drift.score.language",
                                Map.of("figurePsi", 0.312),
                                Map.of("label", "hate", "language", "de")),
                        ""))
                .isEqualTo("Scores haben sich verändert: Hass, Deutsch (Index 0,31)");
        assertThat(german.said(new Phrase("drift.input", Map.of("figurePsi", 0.2), Map.of("input", "length")), ""))
                .isEqualTo("Was hereinkommt, hat sich verändert: Länge (Index 0,20)");
        assertThat(german.said(
                        new Phrase(
                                "training.scarce",
                                Map.of("found", 3.0, "least", 20.0, "not", 400.0),
                                Map.of("label", "spam")),
                        ""))
                .contains("Spam nicht", "3 Zeilen", "400", "braucht es 20");
    }

    @Test
    void aRefusalIsSaidByItsKindWhereTheDeskKnowsIt() {
        assertThat(german.said(new Phrase("problem.forbidden"), "English")).doesNotContain("English");
        assertThat(german.said(new Phrase("problem.of-tomorrow"), "English")).isEqualTo("English");
    }

    @Test
    void aSentenceThatTheDeskDoesNotKnowIsTheFloorsOwn() {
        assertThat(german.said(null, "as it was")).isEqualTo("as it was");
        assertThat(german.said(new Phrase("gate.of-tomorrow"), "Something new")).isEqualTo("Something new");
    }

    @Test
    void aShareIsTypedInPercentAsPeopleOfItsLanguageWriteIt() {
        assertThat(german.typedPercent(0.05)).isEqualTo("5");
        assertThat(german.typedPercent(0.0025)).isEqualTo("0,25");
    }
}
