package dev.docket.model.tokenizer;

import dev.docket.model.ModelFault;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// WordPiece as BERT cuts with it: the longest piece of the vocabulary that the word begins with, then the longest
/// that goes on, and so forth. A word that cannot be cut, or is longer than is looked at, is one unknown token.
///
/// Linear in a word's length: no piece is longer than the longest of the vocabulary.
final class GreedyPieces implements Pieces {
    private static final int NONE = -1;

    private final Map<String, Integer> initial = new HashMap<>(1 << 16);
    private final Map<String, Integer> continuing = new HashMap<>(1 << 14);
    private final int longestWord;
    private final int longestPiece;
    private final int unknown;

    /// @param markers tokens that are never made of what people write
    /// @param continuation what pieces that go on are written with, such as `##`
    /// @param longestWord in code points
    GreedyPieces(
            Map<String, Integer> vocabulary, Set<String> markers, String continuation, String unknown, int longestWord)
            throws ModelFault {
        this.unknown = Vocabulary.id(vocabulary, unknown);
        this.longestWord = longestWord;
        int longest = 1;
        for (var entry : vocabulary.entrySet()) {
            String piece = entry.getKey();
            if (piece.startsWith(continuation) && piece.length() > continuation.length()) {
                continuing.put(piece.substring(continuation.length()), entry.getValue());
            } else if (!markers.contains(piece)) {
                initial.put(piece, entry.getValue());
            }
            longest = Math.max(longest, piece.length());
        }
        longestPiece = longest;
    }

    @Override
    public void cut(Aligned word, Tokens.Builder tokens) {
        int mark = tokens.size();
        if (Character.codePointCount(word, 0, word.length()) > longestWord || !fits(word, tokens)) {
            tokens.truncate(mark);
            tokens.add(unknown, word.start(0), word.end(word.length() - 1));
        }
    }

    private boolean fits(Aligned word, Tokens.Builder tokens) {
        for (int from = 0; from < word.length(); ) {
            var pieces = from == 0 ? initial : continuing;
            int to = Math.min(word.length(), from + longestPiece);
            int id = NONE;
            while (to > from && (id = pieces.getOrDefault(word.string(from, to), NONE)) == NONE) {
                to--;
            }
            if (to == from) {
                return false;
            }
            tokens.add(id, word.start(from), word.end(to - 1));
            from = to;
        }
        return true;
    }
}
