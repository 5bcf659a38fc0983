package dev.docket.model.text;

import dev.docket.model.tokenizer.CharacterKinds;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/// Words and pieces of words as hashed features, each occurrence with its place in the original text.
///
/// The encoder knows what a sentence is about but blurs the one word that matters, knows little beyond English, and
/// is lost when a word is misspelt on purpose. So the heads also read, from folded text: words, pairs of words,
/// runs of 3 to 5 characters within a word, and single, double and triple CJK characters. Where a word looks
/// disguised (`1d10t`, `fuuuck`, `i d i o t`), the word it seems to stand for is read as well.
///
/// A feature's name is hashed (FNV-1a, then mixed) into one of `2^bits` buckets, so no vocabulary is kept.
public final class LexicalFeatures {
    private static final int SHORTEST_GRAM = 3;
    private static final int LONGEST_GRAM = 5;
    private static final int LONGEST_WORD = 40;
    private static final int LONG_NUMBER = 4;
    private static final int SPELT_OUT = 3;
    private static final String DISGUISES = "0o1i3e4a5s7t$s@a!i+t|i";

    private final FoldedText text;
    private final int bits;
    private final Occurrences.Builder found = new Occurrences.Builder();
    private long previousWord;
    private int previousStart = -1;
    private int lettersFrom = -1;
    private int letters;

    private LexicalFeatures(FoldedText text, int bits) {
        this.text = text;
        this.bits = bits;
    }

    /// The features of `text` between two offsets, without looking beyond them.
    public static Occurrences read(String text, int from, int to, int bits) {
        var features = new LexicalFeatures(FoldedText.of(text, from, to), bits);
        features.readChunks();
        return features.found.build();
    }

    private void readChunks() {
        for (int i = 0; i < text.size(); ) {
            int end = i;
            while (end < text.size() && !isSpace(text.at(end))) {
                end++;
            }
            if (end > i) {
                readChunk(i, end);
                readDisguised(i, end);
            }
            i = end + 1;
        }
        readSpeltOut();
    }

    private static boolean isSpace(int c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isWordPart(int c) {
        return c == '\'' || c == 0x2019 || Character.isLetterOrDigit(c);
    }

    private static boolean isCjk(int c) {
        return CharacterKinds.isIdeograph(c) || (c >= 0x3040 && c <= 0x30FF);
    }

    /// Text between two spaces: words, ideographs and marks.
    private void readChunk(int from, int to) {
        for (int i = from; i < to; ) {
            int end = i + 1;
            if (isCjk(text.at(i))) {
                while (end < to && isCjk(text.at(end))) {
                    end++;
                }
                readIdeographs(i, end);
            } else if (isWordPart(text.at(i))) {
                while (end < to && isWordPart(text.at(end)) && !isCjk(text.at(end))) {
                    end++;
                }
                readWord(i, end);
            } else {
                add(hash('m', text.copy(i, end)), i, end);
            }
            i = end;
        }
    }

    private void readIdeographs(int from, int to) {
        for (int i = from; i < to; i++) {
            for (int end = i + 1; end <= Math.min(to, i + 3); end++) {
                add(hash('i', text.copy(i, end)), i, end);
            }
        }
        previousStart = -1;
    }

    private void readWord(int from, int to) {
        int[] word = text.copy(from, Math.min(to, from + LONGEST_WORD));
        noteLetter(from, to);
        if (word.length >= LONG_NUMBER && Arrays.stream(word).allMatch(Character::isDigit)) {
            Arrays.fill(word, '0'); // telephone and card numbers count by their length
        }
        long id = readSpelling(word, from, to);
        if (previousStart >= 0) {
            add(mix(previousWord * 31 + id), previousStart, to);
        }
        previousWord = id;
        previousStart = from;
        if (isDrawnOut(word)) {
            readSpelling(shortened(word, 1), from, to);
            readSpelling(shortened(word, 2), from, to);
        }
    }

    /// One way of writing a word: itself and its character runs, all lying on the same stretch of text unless the
    /// spelling is letter for letter that of the text.
    private long readSpelling(int[] word, int from, int to) {
        long id = hash('w', word);
        add(id, from, to);
        boolean literal = word.length == to - from;
        var framed = new int[word.length + 2];
        framed[0] = '^';
        framed[framed.length - 1] = '$';
        System.arraycopy(word, 0, framed, 1, word.length);
        for (int length = SHORTEST_GRAM; length <= LONGEST_GRAM; length++) {
            for (int i = 0; i + length <= framed.length; i++) {
                int start = literal ? from + Math.max(0, i - 1) : from;
                int end = literal ? Math.min(to, from + i - 1 + length) : to;
                add(hash('c', framed, i, i + length), start, end);
            }
        }
        return id;
    }

    private static boolean isDrawnOut(int[] word) {
        for (int i = 2; i < word.length; i++) {
            if (word[i] == word[i - 1] && word[i] == word[i - 2] && Character.isLetter(word[i])) {
                return true;
            }
        }
        return false;
    }

    /// The word with no letter more than `most` times in a row.
    private static int[] shortened(int[] word, int most) {
        var kept = new int[word.length];
        int size = 0;
        int run = 0;
        for (int i = 0; i < word.length; i++) {
            run = i > 0 && word[i] == word[i - 1] ? run + 1 : 1;
            if (run <= most) {
                kept[size++] = word[i];
            }
        }
        return Arrays.copyOf(kept, size);
    }

    /// Digits and signs that stand for letters: `1d10t`, `sh!t`, `a$$hole`.
    private void readDisguised(int from, int to) {
        int start = from;
        int end = Math.min(to, from + LONGEST_WORD);
        while (start < end && !Character.isLetterOrDigit(text.at(start)) && text.at(start) != '$') {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(text.at(end - 1)) && text.at(end - 1) != '$') {
            end--;
        }
        int[] word = text.copy(start, end);
        int plain = count(word, Character::isLetter);
        int disguised = count(word, c -> DISGUISES.indexOf(c) >= 0 && !Character.isLetter(c));
        if (plain >= 2 && disguised > 0 && disguised <= plain + 1 && plain + disguised == word.length) {
            readSpelling(Arrays.stream(word).map(LexicalFeatures::undisguise).toArray(), start, end);
        }
    }

    private interface CodePointTest {
        boolean test(int c);
    }

    private static int count(int[] word, CodePointTest test) {
        IntUnaryOperator one = c -> test.test(c) ? 1 : 0;
        return Arrays.stream(word).map(one).sum();
    }

    private static int undisguise(int c) {
        int at = Character.isLetter(c) ? -1 : DISGUISES.indexOf(c);
        return at < 0 ? c : DISGUISES.charAt(at + 1);
    }

    /// Remembers words of one letter; three or more in a row spell a word.
    private void noteLetter(int from, int to) {
        boolean follows = lettersFrom >= 0 && from == lettersFrom + 2 * letters;
        if (to - from == 1 && Character.isLetter(text.at(from))) {
            if (!follows) {
                readSpeltOut();
                lettersFrom = from;
            }
            letters++;
        } else {
            readSpeltOut();
        }
    }

    private void readSpeltOut() {
        if (letters >= SPELT_OUT) {
            var word = new int[Math.min(letters, LONGEST_WORD)];
            for (int i = 0; i < word.length; i++) {
                word[i] = text.at(lettersFrom + 2 * i);
            }
            readSpelling(word, lettersFrom, lettersFrom + 2 * word.length - 1);
        }
        letters = 0;
        lettersFrom = -1;
    }

    private void add(long name, int from, int to) {
        found.add((int) (name >>> (64 - bits)), text.start(from), text.end(to - 1));
    }

    private static long hash(char kind, int[] name) {
        return hash(kind, name, 0, name.length);
    }

    private static long hash(char kind, int[] text, int from, int to) {
        long hash = 0xcbf29ce484222325L ^ kind;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text[i]) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /// Stafford's finaliser: spreads what FNV leaves in the low bits over the high ones, which pick the bucket.
    private static long mix(long hash) {
        long z = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
