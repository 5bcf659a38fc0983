package dev.docket.model.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlocklistTest {
    private static final Blocklist MILD = list("idiot", "ass", "shill", "con", "scum of the earth", "cunt", "tit");

    @Test
    void aWordIsFoundWhereItStands() {
        assertThat(found(MILD, "You idiot, you ass!")).containsExactly("idiot", "ass");
        assertThat(MILD.find("You idiot!", "en").getFirst()).satisfies(match -> {
            assertThat(match.start()).isEqualTo(4);
            assertThat(match.end()).isEqualTo(9);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IDIOT",
                "ｉｄｉｏｔ",
                "ⓘⓓⓘⓞⓣ",
                "𝓲𝓭𝓲𝓸𝓽",
                "ídïöt",
                "i\u0301di\u0308ot",
                "i\u200Bdi\u00ADot",
                "іdіоt",
                "1d10t",
                "!d!ot",
                "id|ot",
                "iiiidiooooot",
                "i d i o t",
                "i.d.i.o.t",
                "i-d-i-o-t",
                "1 d 1 0 t",
                "idiot123",
                "#idiot",
                "_idiot_",
                "i\u0336d\u0336i\u0336o\u0336t",
                "(idiot)",
                "idiot's",
                "x\uD83D\uDE00idiot"
            })
    void aDisguisedWordIsFound(String disguise) {
        var matches = MILD.find("so " + disguise + " then", "en");
        assertThat(matches).extracting(match -> match.term().text()).containsExactly("idiot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Scunthorpe",
                "a classic assessment",
                "the idiotic title",
                "shell",
                "coon",
                "as he said",
                "titanic",
                "The A55 is shut",
                "t h e c l a s s",
                "conn",
                "Hello!",
                "mass 455",
                "econ 101",
                "1 2 3 4 5",
                "pa$$word",
                "s s i d",
                "console"
            })
    void anInnocentWordIsNot(String innocent) {
        assertThat(found(MILD, innocent)).isEmpty();
    }

    @Test
    void positionsAreThoseOfTheOriginal() {
        String text = "\uD83D\uDE00\uD83D\uDE00 ﷺ  i\u200B.\u200Bd.i.o.t \u200Bi\u200Bd\u0301iooooot\u0301, a$$.";
        assertThat(found(MILD, text)).containsExactly("i\u200B.\u200Bd.i.o.t", "i\u200Bd\u0301iooooot\u0301", "a$$");
    }

    @Test
    void aDigitMayStandForEitherLetter() {
        assertThat(found(MILD, "a sh1ll, a shi11, 1d1ot")).containsExactly("sh1ll", "shi11", "1d1ot");
    }

    @Test
    void aPhraseIsFoundAcrossAnyGap() {
        assertThat(found(MILD, "SCUM,  of\nthe - earth")).containsExactly("SCUM,  of\nthe - earth");
        assertThat(found(MILD, "scum of the earthlings")).isEmpty();
    }

    @Test
    void anAllowedTermSilencesWhatItCovers() {
        var list = Blocklist.of(List.of(
                new Term(1, "dick", "und", false),
                new Term(2, "dick van dyke", "und", true),
                new Term(3, "dyke", "und", false)));
        assertThat(found(list, "I like Dick van Dyke")).isEmpty();
        assertThat(found(list, "Dick van Dyke is no dick")).containsExactly("dick");
    }

    @Test
    void aTermIsOfItsLanguage() {
        var list = Blocklist.of(List.of(new Term(1, "slut", "en", false), new Term(2, "fick", "sv-SE", false)));
        assertThat(list.find("slut", "sv")).isEmpty();
        assertThat(list.find("slut", "en-GB")).hasSize(1);
        assertThat(list.find("slut fick", "und")).hasSize(2);
    }

    @Test
    void aLetterOfTheAlphabetIsNoDisguise() {
        var list = Blocklist.of(List.of(new Term(1, "ano", "es", false), new Term(2, "coño", "es", false)));
        assertThat(found(list, "un año")).isEmpty();
        assertThat(found(list, "un an\u0303o")).isEmpty();
        assertThat(found(list, "un cono")).isEmpty();
        assertThat(found(list, "un äno, con\u0303o")).containsExactly("äno", "con\u0303o");
    }

    @Test
    void aWordOfAnotherScriptIsThatWord() {
        var list = Blocklist.of(List.of(new Term(1, "pot", "und", false), new Term(2, "хуй", "und", false)));
        assertThat(found(Blocklist.of(List.of(new Term(1, "cop", "und", false))), "весь сор из избы"))
                .isEmpty();
        assertThat(found(Blocklist.of(List.of(new Term(1, "cop", "und", false))), "the сор and the соp"))
                .hasSize(2);
        assertThat(found(list, "хуй xyй ХУЙ")).hasSize(3);
        assertThat(found(list, "a pот")).isEmpty();
    }

    @Test
    void scriptsWithoutSpacesNeedNone() {
        var list = list("笨蛋", "🖕", "ไอ้โง่");
        assertThat(found(list, "你是笨蛋吗")).containsExactly("笨蛋");
        assertThat(found(list, "you🖕🏽you")).hasSize(1);
        assertThat(found(list, "มันไอ้โง่มาก")).containsExactly("ไอ้โง่");
    }

    @Test
    void signsInATermAreItsLetters() {
        var list = list("a$$hat", "s&m", "1488", "b00b");
        assertThat(found(list, "s&m")).hasSize(1);
        assertThat(found(list, "s m")).isEmpty();
        assertThat(found(list, "x s&m, y")).hasSize(1);
        assertThat(found(list, "an a$$hat, an asshat; s&m, S M L; 1488, 14888, 148; boob"))
                .containsExactly("a$$hat", "asshat", "s&m", "1488", "boob");
    }

    @Test
    void aTermOfPunctuationIsNoTerm() {
        assertThat(Blocklist.isFindable(" ?! ")).isFalse();
        assertThat(Blocklist.isFindable("\u200B")).isFalse();
        assertThat(Blocklist.isFindable("s&m")).isTrue();
        assertThat(found(list(" ?! "), "what ?!")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shit*   | what a shitshow           | shit
            shit*   | sh1tty day                | sh1tt
            shit*   | bullshit                  |
            *shit   | such bullshit             | shit
            *shit   | bullshitter               |
            *shit*  | bullshitters              | shitt
            *shit*  | b-u-l-l-s-h-i-t           | s-h-i-t
            *shit*  | bull\u200bsh\u0456\u200bttery | sh\u0456\u200btt
            *shit*  | mishit no more            | shit
            kill all* | kill  allies            | kill  all
            """)
    void aStarLetsAWordGoOn(String term, String text, @Nullable String found) {
        var matches = Blocklist.of(List.of(new Term(1, term, Term.ANY_LANGUAGE, false)))
                .find(text.translateEscapes(), "en");
        assertThat(matches.stream().map(match -> text.translateEscapes().substring(match.start(), match.end())))
                .isEqualTo(found == null ? List.of() : List.of(found.translateEscapes()));
    }

    @Test
    void aStarredTermNeedsLettersEnough() {
        assertThat(Blocklist.isFindable("*ab*")).isFalse();
        assertThat(Blocklist.isFindable("*abc*")).isTrue();
        assertThat(Blocklist.isFindable("***")).isFalse();
    }

    @Test
    void anAllowedFragmentSilencesWhatItCovers() {
        var list = Blocklist.of(List.of(
                new Term(1, "*cunt*", Term.ANY_LANGUAGE, false), new Term(2, "scunthorpe*", Term.ANY_LANGUAGE, true)));

        assertThat(list.find("Scunthorpe United, the Scunthorpers", "en")).isEmpty();
        assertThat(list.find("Scunthorpe cunt", "en")).hasSize(1);
    }

    @Test
    void everyTermOfALargeListIsFoundInAnyCompany() {
        var random = new Random(7);
        var terms = new ArrayList<Term>();
        for (int i = 0; i < 20_000; i++) {
            terms.add(new Term(i, word(random), "und", false));
        }
        var list = Blocklist.of(terms);
        for (int i = 0; i < terms.size(); i += 97) {
            Term term = terms.get(i);
            String text = word(random) + ", " + term.text() + "! " + word(random);
            assertThat(list.find(text, "en"))
                    .extracting(match -> match.term().text())
                    .contains(term.text());
        }
    }

    /// Whatever is sent, the spans lie within it and do not cut a character in two.
    @Test
    void anyTextAtAllIsReadWithoutHarm() {
        var random = new Random(11);
        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder();
            while (text.length() < 60) {
                switch (random.nextInt(5)) {
                    case 0 -> text.append("idiot".charAt(random.nextInt(5)));
                    case 1 -> text.append("1!| .$\u200B\u0301".charAt(random.nextInt(8)));
                    case 2 -> text.append((char) random.nextInt(0x10000));
                    case 3 -> text.append("a$$");
                    default -> text.appendCodePoint(random.nextInt(0x110000));
                }
            }
            for (var match : MILD.find(text.toString(), "und")) {
                assertThat(match.start()).isBetween(0, text.length());
                assertThat(match.end()).isBetween(match.start() + 1, text.length());
            }
        }
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (int i = random.nextInt(6) + 4; i > 0; i--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private static Blocklist list(String... terms) {
        var all = new ArrayList<Term>();
        for (String term : terms) {
            all.add(new Term(all.size(), term, Term.ANY_LANGUAGE, false));
        }
        return Blocklist.of(all);
    }

    private static List<String> found(Blocklist list, String text) {
        return list.find(text, "und").stream()
                .map(match -> text.substring(match.start(), match.end()))
                .toList();
    }
}
