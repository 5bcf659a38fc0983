package dev.docket.client.common.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.item.MarkedText.Hidden;
import dev.docket.client.common.item.MarkedText.Lookalike;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkedTextTest {
    @Test
    void hiddenCharactersBecomeVisible() {
        assertThat(pieces("fr\u200Bee\u202E", Hidden.class))
                .extracting(Hidden::name)
                .containsExactly("ZWSP", "RLO");
    }

    @Test
    void aRunOfThemIsOnePiece() {
        assertThat(pieces("a\u200B\u200B\u200Bb", Hidden.class)).singleElement().satisfies(hidden -> {
            assertThat(hidden.count()).isEqualTo(3);
            assertThat(hidden.span()).isEqualTo(new Span(1, 4));
        });
    }

    @Test
    void hiddenTagsTakeTwoUnits() {
        assertThat(pieces("x\uDB40\uDC41y", Hidden.class)).singleElement().satisfies(hidden -> {
            assertThat(hidden.name()).isEqualTo("U+E0041");
            assertThat(hidden.span()).isEqualTo(new Span(1, 3));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "می\u200Cخواهم",
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F",
                "two\nlines\tand a tab"
            })
    void whatAScriptNeedsIsLeftAlone(String text) {
        assertThat(pieces(text, Hidden.class)).isEmpty();
    }

    @Test
    void lettersOfAnotherScriptStandOut() {
        assertThat(pieces("p\u0430yp\u0430l", Lookalike.class))
                .extracting(Lookalike::script)
                .containsExactly("Cyrillic", "Cyrillic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Москва", "Αθήνα", "plain words", "Москва and London"})
    void wordsOfOneScriptDoNot(String text) {
        assertThat(pieces(text, Lookalike.class)).isEmpty();
    }

    @Test
    void linksAreFoundWithTheirHosts() {
        assertThat(MarkedText.of("see https://a.example/x?y=1, www.b.test. or c.com/z")
                        .hosts())
                .containsExactly("a.example", "www.b.test", "c.com");
    }

    @Test
    void aForeignHostIsShownAsItIsAsked() {
        assertThat(MarkedText.of("https://p\u0430ypal.example/").hosts()).containsExactly("xn--pypal-4ve.example");
    }

    @Test
    void theVisibleWordsLeaveOutWhatIsHidden() {
        var text = MarkedText.of("fr\u200Bee");
        assertThat(text.visible(new Span(0, 5))).isEqualTo("free");
    }

    @Test
    void readingDirectionFollowsTheFirstLetters() {
        assertThat(MarkedText.of("لا أحد يريدك").rightToLeft()).isTrue();
        assertThat(MarkedText.of("Hello لا").rightToLeft()).isFalse();
    }

    @Test
    void ownLineBreaksKeepEveryPlace() {
        String text = "one two three four\nfive sixseveneight nine";
        assertThat(AuthorText.broken(text, 8)).isEqualTo("one two\nthree\nfour\nfive\nsixseveneight\nnine");
    }

    @Test
    void piecesCoverEveryTextOnce() {
        var random = new Random(42);
        for (int round = 0; round < 500; round++) {
            var text = MarkedText.of(randomText(random));
            int at = 0;
            for (var piece : text.pieces()) {
                assertThat(piece.span().start()).isEqualTo(at);
                at = piece.span().end();
            }
            assertThat(at).isEqualTo(text.text().length());
        }
    }

    @Test
    void placesSurviveTheWayToTheScreenAndBack() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var text = MarkedText.of(randomText(random));
            var offsets = new Offsets(text);
            for (var piece : text.pieces()) {
                int start = piece.span().start();
                assertThat(offsets.toText(offsets.toShown(start))).isEqualTo(start);
            }
        }
    }

    private static <T> List<T> pieces(String text, Class<T> kind) {
        return MarkedText.of(text).pieces().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static String randomText(Random random) {
        String[] parts = {
            "word ",
            "\u200B",
            "\u202E",
            "p\u0430y",
            " https://x.example/1 ",
            "\uD83D\uDE00",
            "\uD83D",
            "لا ",
            "\n",
            "e\u0301"
        };
        var text = new StringBuilder();
        for (int part = random.nextInt(12); part >= 0; part--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }
}
