package dev.docket.model.tokenizer;

import com.ibm.icu.util.CharsTrie;
import com.ibm.icu.util.CharsTrieBuilder;
import com.ibm.icu.util.StringTrieBuilder;
import dev.docket.model.ModelFault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The unigram language model of SentencePiece (Kudo, Subword Regularization, 2018): every piece has the logarithm
/// of its probability, and a word is cut where the sum is highest, which Viterbi's algorithm finds.
///
/// A letter that no piece begins with costs [#PENALTY] more than the least likely piece; neighbours of that kind
/// are one unknown token, or are told by their bytes. Takes a word's length times the longest piece's.
final class Unigram implements Pieces {
    private static final double PENALTY = 10;
    private static final int NOWHERE = -1;

    /// A trie of them, to their ids.
    private final CharSequence pieces;
    private final double[] scores;
    private final double unknownScore;
    private final int unknown;
    private final int @Nullable [] bytes;

    /// A piece of a vocabulary; its id is its place in it.
    ///
    /// @param score the logarithm of its probability
    record Piece(String text, double score) {}

    private Unigram(CharSequence pieces, double[] scores, int unknown, int @Nullable [] bytes) {
        this.pieces = pieces;
        this.scores = scores;
        this.unknown = unknown;
        this.bytes = bytes;
        unknownScore = Arrays.stream(scores).min().orElse(0) - PENALTY;
    }

    /// @param markers pieces that are never made of what people write
    /// @param byteFallback whether what the vocabulary lacks is told by its bytes
    static Unigram of(List<Piece> vocabulary, int unknown, Set<String> markers, boolean byteFallback)
            throws ModelFault {
        if (unknown < 0 || unknown >= vocabulary.size()) {
            throw new ModelFault("The tokeniser does not say which of its pieces is the unknown one");
        }
        Map<String, Integer> ids = new HashMap<>(2 * vocabulary.size());
        for (int id = 0; id < vocabulary.size(); id++) {
            ids.put(vocabulary.get(id).text(), id);
        }
        var bytes = byteFallback ? Vocabulary.bytes(ids) : null;
        ids.keySet().removeAll(markers);
        ids.remove("");
        if (ids.isEmpty()) {
            throw new ModelFault("The tokeniser has no pieces");
        }
        var trie = new CharsTrieBuilder();
        ids.forEach(trie::add);
        var scores = vocabulary.stream().mapToDouble(Piece::score).toArray();
        return new Unigram(trie.buildCharSequence(StringTrieBuilder.Option.FAST), scores, unknown, bytes);
    }

    @Override
    public void cut(Aligned word, Tokens.Builder tokens) {
        new Lattice(word).write(tokens);
    }

    /// For every place in a word the best way to it: its sum, and the last piece of it.
    private final class Lattice {
        private final Aligned word;
        private final double[] sums;
        private final int[] from;
        private final int[] ids;

        Lattice(Aligned word) {
            this.word = word;
            int places = word.length() + 1;
            sums = new double[places];
            from = new int[places];
            ids = new int[places];
            Arrays.fill(from, NOWHERE);
            var walk = new CharsTrie(pieces, 0);
            for (int at = 0; at < word.length(); at += letter(at)) {
                if (!reach(walk.reset(), at)) {
                    offer(at, at + letter(at), unknown, unknownScore);
                }
            }
        }

        private int letter(int at) {
            return Character.charCount(word.codePointAt(at));
        }

        /// Goes on from `at` by every piece.
        ///
        /// @return whether the next letter is a piece by itself
        private boolean reach(CharsTrie walk, int at) {
            int letter = at + letter(at);
            boolean alone = false;
            var result = walk.first(word.charAt(at));
            for (int to = at + 1; result.matches(); to++) {
                if (result.hasValue()) {
                    int id = walk.getValue();
                    offer(at, to, id, scores[id]);
                    alone |= to == letter;
                }
                if (to == word.length() || !result.hasNext()) {
                    break;
                }
                result = walk.next(word.charAt(to));
            }
            return alone;
        }

        private void offer(int at, int to, int id, double score) {
            double sum = sums[at] + score;
            if (from[to] == NOWHERE || sum > sums[to]) {
                sums[to] = sum;
                from[to] = at;
                ids[to] = id;
            }
        }

        void write(Tokens.Builder tokens) {
            var ends = new int[word.length()];
            int count = 0;
            for (int end = word.length(); end > 0; end = from[end]) {
                ends[count++] = end;
            }
            int unknownFrom = NOWHERE;
            for (int i = count - 1; i >= 0; i--) {
                int end = ends[i];
                boolean lacking = ids[end] == unknown;
                unknownFrom = lacking && unknownFrom == NOWHERE ? from[end] : unknownFrom;
                if (!lacking) {
                    tokens.add(ids[end], word.start(from[end]), word.end(end - 1));
                } else if (i == 0 || ids[ends[i - 1]] != unknown) {
                    writeUnknown(tokens, unknownFrom, end);
                    unknownFrom = NOWHERE;
                }
            }
        }

        private void writeUnknown(Tokens.Builder tokens, int begin, int end) {
            if (bytes == null) {
                tokens.add(unknown, word.start(begin), word.end(end - 1));
                return;
            }
            for (int at = begin; at < end; at += letter(at)) {
                int last = at + letter(at) - 1;
                for (byte value : word.string(at, last + 1).getBytes(StandardCharsets.UTF_8)) {
                    tokens.add(bytes[value & 0xff], word.start(at), word.end(last));
                }
            }
        }
    }
}
