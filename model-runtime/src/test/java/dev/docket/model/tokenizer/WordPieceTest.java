package dev.docket.model.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.model.ModelFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordPieceTest {
    private static final String VOCABULARY = """
            {"model":{"vocab":{"[PAD]":0,"[UNK]":1,"[CLS]":2,"[SEP]":3,"[MASK]":4,"un":5,"##aff":6,"##able":7,"hello":8,
            ",":9,"我":10,"cafe":11,"a":12,"##a":13,"é":14}}}
            """;
    private final WordPiece wordPiece;

    WordPieceTest() throws ModelFault {
        wordPiece = WordPiece.read(VOCABULARY.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private List<String> covered(String text) {
        var tokens = wordPiece.tokenize(text);
        var covered = new ArrayList<String>();
        for (int i = 0; i < tokens.size(); i++) {
            covered.add(text.substring(tokens.starts()[i], tokens.ends()[i]));
        }
        return covered;
    }

    @Test
    void cutsTheLongestPieces() {
        assertThat(wordPiece.tokenize("Unaffable, HELLO").ids()).containsExactly(5, 6, 7, 9, 8);
        assertThat(covered("Unaffable, HELLO")).containsExactly("Un", "aff", "able", ",", "HELLO");
    }

    @Test
    void accentsAndWidthAreDroppedAndOffsetsKept() {
        assertThat(wordPiece.tokenize("Café").ids()).containsExactly(11);
        assertThat(wordPiece.tokenize("ｃａｆｅ\u0301").ids()).containsExactly(11);
        assertThat(covered("x Cafe\u0301")).contains("Cafe");
    }

    @Test
    void invisibleCharactersVanish() {
        assertThat(wordPiece.tokenize("he\u200bl\u00adlo").ids()).containsExactly(8);
        assertThat(covered("he\u200bllo")).containsExactly("he\u200bllo");
    }

    @Test
    void ideographsStandAlone() {
        assertThat(wordPiece.tokenize("我我hello我").ids()).containsExactly(10, 10, 8, 10);
    }

    @Test
    void aWordThatCannotBeCutIsOneUnknown() {
        assertThat(wordPiece.tokenize("helloxyz hello").ids()).containsExactly(1, 8);
        assertThat(wordPiece.tokenize("a".repeat(100)).size()).isEqualTo(100);
        assertThat(wordPiece.tokenize("a".repeat(101)).ids()).containsExactly(1);
    }

    @Test
    void markersCannotBeWrittenByPeople() {
        assertThat(wordPiece.tokenize("[MASK]").ids()).doesNotContain(4);
    }

    @Test
    void anyTextIsCutInOrderAndWithinBounds() {
        var random = new Random(11);
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(60), 0, 0x1FFFF).forEach(c -> text.append((char) c));
            var tokens = wordPiece.tokenize(text.toString());
            for (int i = 0; i < tokens.size(); i++) {
                assertThat(tokens.starts()[i]).isBetween(i == 0 ? 0 : tokens.starts()[i - 1], tokens.ends()[i] - 1);
                assertThat(tokens.ends()[i]).isLessThanOrEqualTo(text.length());
            }
        }
    }
}
