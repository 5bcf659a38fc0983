package dev.docket.model.tokenizer;

import dev.docket.model.ModelFault;
import dev.docket.model.tokenizer.Unigram.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a `tokenizer.json` that somebody brought, and refuses what is not cut by here: a model fed with other
/// tokens than it was trained on would score, and nobody would notice.
///
/// Its padding and truncation are left aside, and its special tokens are never found in what people write.
public final class TokenizerFile {
    private final JsonNode json;

    private TokenizerFile(JsonNode json) {
        this.json = json;
    }

    /// @throws ModelFault with the reason why no text can be cut by it
    public static Tokenizer read(byte[] tokenizerJson) throws ModelFault {
        try {
            return new TokenizerFile(JsonMapper.shared().readTree(tokenizerJson)).tokenizer();
        } catch (JacksonException e) {
            throw new ModelFault("The tokeniser cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private Tokenizer tokenizer() throws ModelFault {
        if (isUncasedBert()) {
            return WordPiece.of(Vocabulary.read(json.path("model")), Markers.read(json.path("post_processor")));
        }
        var normalizer = Normalizers.read(json.path("normalizer"));
        var added = AddedTokens.read(json.path("added_tokens"), normalizer);
        return new Pipeline(
                added,
                normalizer,
                Splitters.read(json.path("pre_tokenizer")),
                pieces(added.special()),
                Markers.read(json.path("post_processor")));
    }

    /// What [WordPiece] reads in one pass, and fancy letters as plain ones besides.
    private boolean isUncasedBert() {
        var model = json.path("model");
        var normalizer = json.path("normalizer");
        return kind().equals("WordPiece")
                && model.path("continuing_subword_prefix")
                        .asString(WordPiece.CONTINUATION)
                        .equals(WordPiece.CONTINUATION)
                && model.path("unk_token").asString(WordPiece.UNKNOWN).equals(WordPiece.UNKNOWN)
                && model.path("max_input_chars_per_word").asInt(WordPiece.LONGEST_WORD) == WordPiece.LONGEST_WORD
                && type(normalizer).equals("BertNormalizer")
                && normalizer.path("lowercase").asBoolean(true)
                && normalizer.path("strip_accents").asBoolean(true)
                && normalizer.path("clean_text").asBoolean(true)
                && normalizer.path("handle_chinese_chars").asBoolean(true)
                && type(json.path("pre_tokenizer")).equals("BertPreTokenizer")
                && json.path("added_tokens")
                        .valueStream()
                        .allMatch(token -> token.path("special").asBoolean());
    }

    private Pieces pieces(Set<String> markers) throws ModelFault {
        return switch (kind()) {
            case "WordPiece" -> wordPiece(markers);
            case "BPE" -> bytePairs(markers);
            case "Unigram" -> unigram(markers);
            case "WordLevel" -> wholeWords(markers);
            case String other ->
                throw new ModelFault(
                        "Tokenisers of type WordPiece, BPE, Unigram and WordLevel are read, this is '" + other + "'");
        };
    }

    /// Older files do not name it, and are told apart by what they hold.
    private String kind() {
        var model = json.path("model");
        if (model.has("type")) {
            return type(model);
        }
        return model.has("merges") ? "BPE" : model.has("max_input_chars_per_word") ? "WordPiece" : "";
    }

    private static String type(JsonNode part) {
        return part.path("type").asString("");
    }

    private GreedyPieces wordPiece(Set<String> markers) throws ModelFault {
        var model = json.path("model");
        return new GreedyPieces(
                Vocabulary.read(model),
                markers,
                model.path("continuing_subword_prefix").asString(WordPiece.CONTINUATION),
                model.path("unk_token").asString(WordPiece.UNKNOWN),
                model.path("max_input_chars_per_word").asInt(WordPiece.LONGEST_WORD));
    }

    private BytePairs bytePairs(Set<String> markers) throws ModelFault {
        var model = json.path("model");
        var merges = model.path("merges");
        var pairs = new String[merges.size()][];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = merges.get(i).isArray()
                    ? new String[] {
                        merges.get(i).path(0).asString(), merges.get(i).path(1).asString()
                    }
                    : merges.get(i).asString().split(" ", 2);
        }
        var unknown = model.path("unk_token");
        return BytePairs.of(
                Vocabulary.read(model),
                pairs,
                markers,
                new BytePairs.Settings(
                        unknown.isString() ? unknown.asString() : null,
                        model.path("fuse_unk").asBoolean(false),
                        model.path("byte_fallback").asBoolean(false),
                        model.path("ignore_merges").asBoolean(false),
                        model.path("continuing_subword_prefix").asString(""),
                        model.path("end_of_word_suffix").asString("")));
    }

    private Unigram unigram(Set<String> markers) throws ModelFault {
        var model = json.path("model");
        List<Piece> pieces = new ArrayList<>();
        for (var piece : model.path("vocab")) {
            pieces.add(new Piece(piece.path(0).asString(), piece.path(1).asDouble()));
        }
        return Unigram.of(
                pieces,
                model.path("unk_id").asInt(-1),
                markers,
                model.path("byte_fallback").asBoolean(false));
    }

    private WholeWords wholeWords(Set<String> markers) throws ModelFault {
        var model = json.path("model");
        Map<String, Integer> vocabulary = Vocabulary.read(model);
        int unknown = Vocabulary.id(vocabulary, model.path("unk_token").asString("<unk>"));
        vocabulary.keySet().removeAll(markers);
        return new WholeWords(vocabulary, unknown);
    }
}
