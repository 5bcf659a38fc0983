package dev.docket.model.text;

import dev.docket.model.ModelFault;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The uncased BERT tokeniser, with offsets in UTF-16 code units of the original text.
///
/// Control characters vanish, white space separates, every punctuation mark and every CJK
/// ideograph is a word of its own, accents and case are dropped; a word is then cut greedily
/// into the longest pieces of the vocabulary. Letters in fancy dress (full width, circled,
/// mathematical) are read as the plain letters they stand for, which the published tokeniser
/// does not do: it would see nothing but unknown words. A word that cannot be cut, or is longer
/// than [#LONGEST_WORD], is one unknown token. It is our own because the usual library is ten
/// times slower and counts offsets in code points, which the desk cannot highlight.
///
/// Linear in the length of the text: a piece is never longer than the longest vocabulary entry.
/// Thread-safe.
public final class WordPiece implements Tokenizer {
    static final int LONGEST_WORD = 100;
    private static final String CONTINUATION = "##";

    private final Map<String, Integer> initial = new HashMap<>(1 << 16);
    private final Map<String, Integer> continuing = new HashMap<>(1 << 14);
    private final int longestPiece;
    private final int unknown;
    private final int begin;
    private final int end;
    private final boolean uncased;

    private WordPiece(Map<String, Integer> vocabulary, boolean uncased) throws ModelFault {
        this.uncased = uncased;
        unknown = special(vocabulary, "[UNK]");
        begin = special(vocabulary, "[CLS]");
        end = special(vocabulary, "[SEP]");
        vocabulary.forEach(this::register);
        longestPiece =
                vocabulary.keySet().stream().mapToInt(String::length).max().orElse(1);
    }

    /// Reads the vocabulary of a `tokenizer.json`. Its padding and truncation rules are left
    /// aside.
    public static WordPiece read(byte[] tokenizerJson) throws ModelFault {
        try {
            var vocabulary = new HashMap<String, Integer>(1 << 16);
            JsonMapper.shared()
                    .readTree(tokenizerJson)
                    .path("model")
                    .path("vocab")
                    .properties()
                    .forEach(entry ->
                            vocabulary.put(entry.getKey(), entry.getValue().asInt()));
            return new WordPiece(vocabulary, true);
        } catch (JacksonException e) {
            throw new ModelFault("The encoder's vocabulary cannot be read", e);
        }
    }

    /// @param uncased whether case and accents are dropped; where they are not, nothing else is
    ///     folded either
    static WordPiece of(Map<String, Integer> vocabulary, boolean uncased) throws ModelFault {
        return new WordPiece(vocabulary, uncased);
    }

    private static int special(Map<String, Integer> vocabulary, String name) throws ModelFault {
        var id = vocabulary.get(name);
        if (id == null) {
            throw new ModelFault("The encoder's vocabulary lacks " + name);
        }
        return id;
    }

    private void register(String piece, int id) {
        if (piece.startsWith(CONTINUATION) && piece.length() > CONTINUATION.length()) {
            continuing.put(piece.substring(CONTINUATION.length()), id);
        } else if (!(piece.startsWith("[") && piece.endsWith("]") && piece.length() > 2)) {
            initial.put(piece, id); // markers such as [MASK] are never produced from what people write
        }
    }

    @Override
    public Tokens mark(Tokens tokens) {
        return tokens.between(begin, end);
    }

    @Override
    public Tokens tokenize(String text) {
        var tokens = new Tokens.Builder();
        var word = new Word();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (isSpace(c)) {
                cut(word, tokens);
            } else if (isIdeograph(c) || isPunctuation(c)) {
                cut(word, tokens);
                word.append(c, i, next);
                cut(word, tokens);
            } else if (!isRemoved(c) && uncased) {
                word.appendFolded(c, i, next);
            } else if (!isRemoved(c)) {
                word.append(c, i, next);
            }
            i = next;
        }
        cut(word, tokens);
        return tokens.build();
    }

    /// Greedy longest match; leaves `word` empty.
    private void cut(Word word, Tokens.Builder tokens) {
        if (word.isEmpty()) {
            return;
        }
        int mark = tokens.size();
        if (word.codePoints() > LONGEST_WORD || !cutIntoPieces(word, tokens)) {
            tokens.truncate(mark);
            tokens.add(unknown, word.start(0), word.end(word.length() - 1));
        }
        word.clear();
    }

    private boolean cutIntoPieces(Word word, Tokens.Builder tokens) {
        for (int from = 0; from < word.length(); ) {
            var pieces = from == 0 ? initial : continuing;
            int to = Math.min(word.length(), from + longestPiece);
            Integer id = longestFrom(word, from, to, pieces);
            if (id == null) {
                return false;
            }
            tokens.add(id, word.start(from), word.end(word.matchedTo - 1));
            from = word.matchedTo;
        }
        return true;
    }

    private static @Nullable Integer longestFrom(Word word, int from, int to, Map<String, Integer> pieces) {
        for (int end = to; end > from; end--) {
            Integer id = pieces.get(word.substring(from, end));
            if (id != null) {
                word.matchedTo = end;
                return id;
            }
        }
        return null;
    }

    private static boolean isSpace(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c == 0x0B
                || c == 0x0C
                || c == 0x85
                || c == 0x2028
                || c == 0x2029
                || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private static boolean isRemoved(int c) {
        return c == 0xFFFD
                || switch (Character.getType(c)) {
                    case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
                    default -> false;
                };
    }

    private static boolean isPunctuation(int c) {
        if (c < 128) {
            return c > ' ' && c < 127 && !Character.isLetterOrDigit(c); // symbols such as $ and ^ count in ASCII only
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /// The blocks that the encoder was trained to read one by one; kana and Hangul are not
    /// among them.
    static boolean isIdeograph(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2A6DF)
                || (c >= 0x2A700 && c <= 0x2B73F)
                || (c >= 0x2B740 && c <= 0x2B81F)
                || (c >= 0x2B920 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }

    /// The word being read: folded characters, and for each the code point of the text that it
    /// came from.
    private static final class Word {
        private final StringBuilder folded = new StringBuilder(32);
        private int[] starts = new int[64];
        private int[] ends = new int[64];
        private int matchedTo;

        boolean isEmpty() {
            return folded.isEmpty();
        }

        int length() {
            return folded.length();
        }

        int codePoints() {
            return folded.codePointCount(0, folded.length());
        }

        int start(int index) {
            return starts[index];
        }

        int end(int index) {
            return ends[index];
        }

        String substring(int from, int to) {
            return folded.substring(from, to);
        }

        void clear() {
            folded.setLength(0);
        }

        void appendFolded(int c, int start, int end) {
            if (c < 128) {
                append(Character.toLowerCase(c), start, end);
                return;
            }
            Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                    .codePoints()
                    .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                    .forEach(part -> Character.toString(part)
                            .toLowerCase(Locale.ROOT)
                            .codePoints()
                            .forEach(lower -> append(lower, start, end)));
        }

        void append(int c, int start, int end) {
            int from = folded.length();
            folded.appendCodePoint(c);
            if (folded.length() > starts.length) {
                starts = java.util.Arrays.copyOf(starts, starts.length * 2);
                ends = java.util.Arrays.copyOf(ends, ends.length * 2);
            }
            for (int i = from; i < folded.length(); i++) {
                starts[i] = start;
                ends[i] = end;
            }
        }
    }
}
