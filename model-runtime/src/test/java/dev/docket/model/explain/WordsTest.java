package dev.docket.model.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static List<String> words(String text) {
        return Words.of(text, 0, text.length()).stream()
                .map(word -> text.substring(word.start(), word.end()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            you absolute idiot, go away!  | you/absolute/idiot/go/away
            sh!t and a$$ and i.d.i.o.t    | sh!t/and/a$$/and/i.d.i.o.t
            what an i d i o t you are     | what/an/i d i o t/you/are
            plan a b                      | plan/a/b
            (well) "said"                 | well/said
            no !!! really                 | no/!!!/really
            ich bin's, Frau Müller        | ich/bin's/Frau/Müller
            """)
    void wordsAreWhatPeopleWouldStrikeOut(String text, String expected) {
        assertThat(String.join("/", words(text))).isEqualTo(expected);
    }

    @Test
    void scriptsWithoutSpacesAreParted() {
        assertThat(words("我讨厌你们")).hasSizeGreaterThan(1);
        assertThat(String.join("", words("我讨厌你们"))).isEqualTo("我讨厌你们");
    }

    @Test
    void onlyAPassageIsCut() {
        assertThat(Words.of("one two three four", 4, 13)).containsExactly(new Word(4, 7), new Word(8, 13));
    }

    @Test
    void whatIsLeftKeepsItsPlace() {
        assertThat(Words.without("one two three", List.of(new Word(4, 7)))).isEqualTo("one     three");
    }
}
