package dev.docket.model.text;

import com.ibm.icu.text.Normalizer2;
import dev.docket.model.tokenizer.CharacterKinds;
import java.util.Arrays;

/// A stretch of text without the differences that hide a word: case, width, fancy letters, accents, invisible
/// characters. Every folded code point remembers the code point of the original that it came from.
///
/// Folding is done code point by code point, which is what keeps the offsets exact.
final class FoldedText {
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();

    private int[] codePoints;
    private int[] starts;
    private int[] ends;
    private int size;

    private FoldedText(int capacity) {
        codePoints = new int[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
    }

    static FoldedText of(String text, int from, int to) {
        var folded = new FoldedText(to - from + 16);
        for (int i = from; i < to; ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            folded.fold(c, i, next);
            i = next;
        }
        return folded;
    }

    private void fold(int c, int start, int end) {
        if (c < 128) {
            add(c >= 'A' && c <= 'Z' ? c + 32 : c, start, end);
            return;
        }
        if (CharacterKinds.isIdeograph(c)) {
            add(c, start, end);
            return;
        }
        String lower = FOLD.normalize(Character.toString(c));
        lower.codePoints().forEach(part -> {
            int base = DECOMPOSE.isNormalized(Character.toString(part)) ? part : base(part);
            if (Character.getType(base) != Character.NON_SPACING_MARK) {
                add(base, start, end);
            }
        });
    }

    /// The letter under an accent. Hangul syllables decompose into letters, not accents, and stay whole.
    private static int base(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL
                ? c
                : DECOMPOSE.normalize(Character.toString(c)).codePointAt(0);
    }

    private void add(int c, int start, int end) {
        if (size == codePoints.length) {
            codePoints = Arrays.copyOf(codePoints, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        codePoints[size] = c;
        starts[size] = start;
        ends[size++] = end;
    }

    int size() {
        return size;
    }

    int at(int index) {
        return codePoints[index];
    }

    int[] copy(int from, int to) {
        return Arrays.copyOfRange(codePoints, from, to);
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }
}
