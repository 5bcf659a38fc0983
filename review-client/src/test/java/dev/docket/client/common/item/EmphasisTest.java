package dev.docket.client.common.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.client.common.item.Emphasis.Stress;
import dev.docket.dto.review.Evidence.Explanation;
import dev.docket.dto.review.Evidence.Token;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmphasisTest {
    @Test
    void wordPiecesAddUpToTheirWord() {
        var emphasis = of("such stupidity here", token(5, 11, 0.6), token(11, 14, 0.3));
        assertThat(emphasis.positive()).singleElement().satisfies(stress -> {
            assertThat(stress.span()).isEqualTo(new Span(5, 14));
            assertThat(stress.contribution()).isCloseTo(0.9, within(1e-9));
        });
    }

    @Test
    void overlappingTokensDoNotCountTwice() {
        var emphasis = of("idiot", token(0, 5, 1.0), token(0, 5, 0.8));
        assertThat(emphasis.positive())
                .singleElement()
                .extracting(Stress::contribution)
                .satisfies(sum -> assertThat((double) sum).isCloseTo(1.0, within(1e-9)));
    }

    @Test
    void aWordSplitByHiddenCharactersStaysOne() {
        var emphasis = of("fr\u200Bee money", token(0, 5, 0.7));
        assertThat(emphasis.positive()).singleElement().extracting(Stress::span).isEqualTo(new Span(0, 5));
    }

    @Test
    void placesCountInUtf16() {
        String text = "\uD83D\uDE00 idiot";
        var emphasis = of(text, token(3, 8, 1));
        assertThat(text.substring(
                        emphasis.positive().getFirst().span().start(),
                        emphasis.positive().getFirst().span().end()))
                .isEqualTo("idiot");
    }

    @Test
    void aTokenThatCutsAPairIsWidenedToIt() {
        var emphasis = of("a \uD83D\uDE00 b", token(3, 4, 1));
        assertThat(emphasis.positive()).singleElement().extracting(Stress::span).isEqualTo(new Span(2, 4));
    }

    @Test
    void tokensOutsideTheTextAreCut() {
        var emphasis = of("idiot", token(-3, 50, 1), token(90, 95, 2));
        assertThat(emphasis.positive()).singleElement().extracting(Stress::span).isEqualTo(new Span(0, 5));
    }

    @Test
    void strengthIsMeasuredAgainstTheStrongestWord() {
        var emphasis =
                of("one two three four", token(0, 3, 1.0), token(4, 7, 0.4), token(8, 13, 0.15), token(14, 18, 0.06));
        assertThat(emphasis.positive().stream().map(emphasis::level)).containsExactly(3, 2, 1, 0);
    }

    @Test
    void theListJoinsEqualWordsAndShowsThoseAgainst() {
        var text = MarkedText.of("Bad bad good");
        var words = of(text.text(), token(0, 3, 0.5), token(4, 7, 0.4), token(8, 12, -0.6))
                .words(text, 8);
        assertThat(words).extracting(Emphasis.Word::text).containsExactly("Bad", "good");
        assertThat(words.getFirst().count()).isEqualTo(2);
        assertThat(words.getLast().contribution()).isNegative();
    }

    private static Emphasis of(String text, Token... tokens) {
        return Emphasis.of(text, new Explanation(List.of(tokens), 0, 0));
    }

    private static Token token(int start, int end, double contribution) {
        return new Token(start, end, contribution);
    }
}
