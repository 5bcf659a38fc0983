package dev.docket.model.tokenizer;

import dev.docket.model.ModelFault;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The uncased BERT tokeniser in one pass, with offsets in UTF-16 code units of the original text.
///
/// Control characters vanish, white space separates, every punctuation mark and every CJK
/// ideograph is a word of its own, accents and case are dropped; a word is then cut greedily
/// into the longest pieces of the vocabulary. Letters in fancy dress (full width, circled,
/// mathematical) are read as the plain letters they stand for, which the published tokeniser
/// does not do: it would see nothing but unknown words. A word that cannot be cut, or is longer
/// than [#LONGEST_WORD], is one unknown token. It is our own because the usual library is ten
/// times slower and counts offsets in code points, which the desk cannot highlight.
///
/// Linear in the length of the text. Thread-safe.
public final class WordPiece implements Tokenizer {
    static final String CONTINUATION = "##";
    static final String UNKNOWN = "[UNK]";
    static final int LONGEST_WORD = 100;

    private final GreedyPieces pieces;
    private final Markers markers;

    private WordPiece(Map<String, Integer> vocabulary, Markers markers) throws ModelFault {
        this.markers = markers;
        pieces = new GreedyPieces(vocabulary, bracketed(vocabulary), CONTINUATION, UNKNOWN, LONGEST_WORD);
    }

    /// Reads the vocabulary of a `tokenizer.json`, and puts `[CLS]` and `[SEP]` around texts. Its
    /// padding and truncation rules are left aside.
    public static WordPiece read(byte[] tokenizerJson) throws ModelFault {
        try {
            var vocabulary =
                    Vocabulary.read(JsonMapper.shared().readTree(tokenizerJson).path("model"));
            int begin = Vocabulary.id(vocabulary, "[CLS]");
            int end = Vocabulary.id(vocabulary, "[SEP]");
            return new WordPiece(vocabulary, new Markers(new int[] {begin}, new int[] {end}));
        } catch (JacksonException e) {
            throw new ModelFault("The encoder's vocabulary cannot be read", e);
        }
    }

    static WordPiece of(Map<String, Integer> vocabulary, Markers markers) throws ModelFault {
        return new WordPiece(vocabulary, markers);
    }

    /// Markers such as `[MASK]`, which are never produced from what people write.
    private static Set<String> bracketed(Map<String, Integer> vocabulary) {
        return vocabulary.keySet().stream()
                .filter(piece -> piece.startsWith("[") && piece.endsWith("]") && piece.length() > 2)
                .collect(Collectors.toSet());
    }

    @Override
    public Tokens mark(Tokens tokens) {
        return markers.around(tokens);
    }

    @Override
    public int marks() {
        return markers.count();
    }

    @Override
    public Tokens tokenize(String text) {
        var tokens = new Tokens.Builder();
        var word = new Aligned(64);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (CharacterKinds.isSpace(c)) {
                cut(word, tokens);
            } else if (CharacterKinds.isIdeograph(c) || CharacterKinds.isPunctuation(c)) {
                cut(word, tokens);
                word.append(c, i, next);
                cut(word, tokens);
            } else if (!isRemoved(c)) {
                appendFolded(word, c, i, next);
            }
            i = next;
        }
        cut(word, tokens);
        return tokens.build();
    }

    /// Leaves `word` empty.
    private void cut(Aligned word, Tokens.Builder tokens) {
        if (!word.isEmpty()) {
            pieces.cut(word, tokens);
            word.clear();
        }
    }

    private static boolean isRemoved(int c) {
        return c == 0xFFFD
                || switch (Character.getType(c)) {
                    case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
                    default -> false;
                };
    }

    private static void appendFolded(Aligned word, int c, int start, int end) {
        if (c < 128) {
            word.append(Character.toLowerCase(c), start, end);
            return;
        }
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                .codePoints()
                .filter(part -> !CharacterKinds.isAccent(part))
                .forEach(part -> word.append(Character.toString(part).toLowerCase(Locale.ROOT), start, end));
    }
}
