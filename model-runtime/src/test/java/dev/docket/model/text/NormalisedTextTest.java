package dev.docket.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NormalisedTextTest {
    @Test
    void disguisesOfOneTextBecomeOne() {
        String plain = NormalisedText.of("Buy cheap paypal now");
        assertThat(NormalisedText.of("BUY  cheap\t p\u0430yp\u0430l\n now ")).isEqualTo(plain);
        assertThat(NormalisedText.of("b\u200Buy ch\u00ADeap pay\u2060pal now")).isEqualTo(plain);
        assertThat(NormalisedText.of("\uFF22\uFF55\uFF59 che\u0301ap paypal now"))
                .isEqualTo(plain);
    }

    @Test
    void differentTextsStayDifferent() {
        assertThat(NormalisedText.of("buy now")).isNotEqualTo(NormalisedText.of("buy never"));
        assertThat(NormalisedText.of("   ")).isEmpty();
    }

    @Test
    void oneChangedWordMovesFewBits() {
        String text = "free followers for everybody who answers within the next ten minutes, write me a message and "
                + "tell all of your friends about this one chance that never comes again number ";
        long one = SimHash.of(NormalisedText.of(text + "481"));
        long other = SimHash.of(NormalisedText.of(text + "95027"));
        long unrelated = SimHash.of(NormalisedText.of("the council met on tuesday to talk about the bridge, which will "
                + "be closed for repairs until the spring of next year, and about the new swimming pool"));
        assertThat(Long.bitCount(one ^ other)).isLessThanOrEqualTo(8);
        assertThat(Long.bitCount(one ^ unrelated)).isGreaterThan(16);
    }
}
