package dev.docket.model.text;

import dev.docket.model.ModelFault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Byte pair encoding over bytes, as GPT-2 and RoBERTa have it, with offsets in UTF-16 code
/// units of the original text.
///
/// A text is cut into words with the blank before them, numbers, and runs of other signs; each
/// of them is a row of bytes, in which the pair that was merged first in training is merged
/// first, until none is left. A word of more than [#LONGEST_WORD] bytes is cut before, which
/// the published program does not do: merging takes the square of a word's length, and a
/// hostile text is a single word.
final class BytePairs implements Tokenizer {
    static final int LONGEST_WORD = 256;
    private static final int BYTES = 256;
    private static final int REPLACEMENT = 0xFFFD;
    private static final Pattern WORDS = Pattern.compile(
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
            Pattern.UNICODE_CHARACTER_CLASS);

    private final int[] bytes;
    private final Map<Long, Merge> merges;
    private final boolean blankBefore;
    private final int begin;
    private final int end;

    /// @param rank in the order of training
    /// @param id of what the pair becomes
    private record Merge(int rank, int id) {}

    private BytePairs(int[] bytes, Map<Long, Merge> merges, boolean blankBefore, int begin, int end) {
        this.bytes = bytes;
        this.merges = merges;
        this.blankBefore = blankBefore;
        this.begin = begin;
        this.end = end;
    }

    /// @param blankBefore whether a text is read as if it began with a blank
    static BytePairs of(Map<String, Integer> vocabulary, String[][] pairs, boolean blankBefore, int begin, int end)
            throws ModelFault {
        var bytes = new int[BYTES];
        for (int value = 0; value < BYTES; value++) {
            bytes[value] = id(vocabulary, Character.toString(letter(value)));
        }
        var merges = new HashMap<Long, Merge>(2 * pairs.length);
        for (int rank = 0; rank < pairs.length; rank++) {
            if (pairs[rank].length != 2) {
                throw new ModelFault("A merge of the tokeniser is not a pair");
            }
            long key = key(id(vocabulary, pairs[rank][0]), id(vocabulary, pairs[rank][1]));
            merges.putIfAbsent(key, new Merge(rank, id(vocabulary, pairs[rank][0] + pairs[rank][1])));
        }
        return new BytePairs(bytes, merges, blankBefore, begin, end);
    }

    private static int id(Map<String, Integer> vocabulary, String token) throws ModelFault {
        var id = vocabulary.get(token);
        if (id == null) {
            throw new ModelFault("The tokeniser's vocabulary lacks a byte, or a part or the outcome of a merge");
        }
        return id;
    }

    /// The letter that stands for a byte in vocabularies: itself where it can be seen,
    /// otherwise one from 256 on.
    private static int letter(int value) {
        if (isSeen(value)) {
            return value;
        }
        int before = 0;
        for (int other = 0; other < value; other++) {
            before += isSeen(other) ? 0 : 1;
        }
        return BYTES + before;
    }

    private static boolean isSeen(int value) {
        return (value >= '!' && value <= '~') || (value >= 0xA1 && value <= 0xFF && value != 0xAD);
    }

    private static long key(int left, int right) {
        return (long) left << Integer.SIZE | right;
    }

    @Override
    public Tokens mark(Tokens tokens) {
        return tokens.between(begin, end);
    }

    @Override
    public Tokens tokenize(String text) {
        boolean blank = blankBefore && !text.isEmpty() && text.charAt(0) != ' ';
        var read = blank ? " " + text : text;
        var tokens = new Tokens.Builder();
        var words = WORDS.matcher(read);
        var word = new Word();
        while (words.find()) {
            for (int at = words.start(); at < words.end(); ) {
                at = word.fill(read, at, words.end());
                merge(word);
                word.write(tokens, blank ? 1 : 0);
            }
        }
        return tokens.build();
    }

    private void merge(Word word) {
        while (true) {
            int best = -1;
            @Nullable Merge merge = null;
            for (int i = 0; i + 1 < word.length; i++) {
                var candidate = merges.get(key(word.ids[i], word.ids[i + 1]));
                if (candidate != null && (merge == null || candidate.rank() < merge.rank())) {
                    merge = candidate;
                    best = i;
                }
            }
            if (merge == null) {
                return;
            }
            word.join(best, merge.id());
        }
    }

    /// A row of tokens that is being merged, each with its place in the text.
    private final class Word {
        private final int[] ids = new int[LONGEST_WORD + 4];
        private final int[] starts = new int[LONGEST_WORD + 4];
        private final int[] ends = new int[LONGEST_WORD + 4];
        private int length;

        /// @return where the next word goes on
        int fill(String text, int from, int to) {
            length = 0;
            int at = from;
            while (at < to && length < LONGEST_WORD) {
                int c = text.codePointAt(at);
                int next = at + Character.charCount(c);
                boolean alone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
                for (byte value : Character.toString(alone ? REPLACEMENT : c).getBytes(StandardCharsets.UTF_8)) {
                    ids[length] = bytes[value & 0xff];
                    starts[length] = at;
                    ends[length++] = next;
                }
                at = next;
            }
            return at;
        }

        void join(int at, int id) {
            ids[at] = id;
            ends[at] = ends[at + 1];
            for (int[] row : Arrays.asList(ids, starts, ends)) {
                System.arraycopy(row, at + 2, row, at + 1, length - at - 2);
            }
            length--;
        }

        /// @param ahead characters that were put before the text
        void write(Tokens.Builder tokens, int ahead) {
            for (int i = 0; i < length; i++) {
                tokens.add(ids[i], Math.max(0, starts[i] - ahead), Math.max(0, ends[i] - ahead));
            }
        }
    }
}
