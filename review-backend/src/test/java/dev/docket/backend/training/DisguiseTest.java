package dev.docket.backend.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class DisguiseTest {
    @Test
    void aDisguiseLooksTheSameToPeopleAndNotToMachines() {
        assertThat(Disguise.LEETSPEAK.of("a total loser")).isEqualTo("4 7074l l0$3r");
        assertThat(Disguise.SPACING.of("you idiot")).isEqualTo("you i d i o t");
        assertThat(Disguise.HOMOGLYPHS.of("pay")).isNotEqualTo("pay").hasSize(3);
    }

    @Test
    void sentencesDifferInNothingButTheGroup() {
        String sentence = IdentityTerms.SENTENCES.get(1);

        assertThat(IdentityTerms.sentence(sentence, "women"))
                .isEqualTo("Women came to the library to read to children.");
        assertThat(IdentityTerms.SENTENCES).allMatch(one -> one.contains("%s"));
        assertThat(IdentityTerms.ALL).allMatch(term -> term.equals(term.toLowerCase(Locale.ROOT)));
    }
}
