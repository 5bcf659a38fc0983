package dev.docket.model.text;

import dev.docket.model.ModelFault;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a `tokenizer.json` that somebody brought, and refuses what is not cut by here: a model
/// fed with other tokens than it was trained on would score, and nobody would notice.
///
/// Its padding and truncation are left aside, and its special tokens are never found in what
/// people write.
public final class TokenizerFile {
    private static final String CONTINUATION = "##";

    private final JsonNode json;

    private TokenizerFile(JsonNode json) {
        this.json = json;
    }

    public static Tokenizer read(byte[] tokenizerJson) throws ModelFault {
        try {
            return new TokenizerFile(JsonMapper.shared().readTree(tokenizerJson)).tokenizer();
        } catch (JacksonException e) {
            throw new ModelFault("The tokeniser cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private Tokenizer tokenizer() throws ModelFault {
        return switch (type(json.path("model"))) {
            case "WordPiece" -> wordPiece();
            case "BPE" -> bytePairs();
            case String other ->
                throw new ModelFault("Tokenisers of type WordPiece and BPE are read, this is '" + other + "'");
        };
    }

    private static String type(JsonNode part) {
        return part.path("type").asString("");
    }

    private Tokenizer wordPiece() throws ModelFault {
        var normalizer = json.path("normalizer");
        var prefix = json.path("model").path("continuing_subword_prefix").asString(CONTINUATION);
        if (!type(normalizer).equals("BertNormalizer") || !prefix.equals(CONTINUATION)) {
            throw new ModelFault("WordPiece is read as BERT has it: a BertNormalizer, and pieces that go on by ##");
        }
        boolean uncased = normalizer.path("lowercase").asBoolean(false);
        if (normalizer.path("strip_accents").asBoolean(uncased) != uncased) {
            throw new ModelFault("WordPiece is read that drops both case and accents, or neither");
        }
        return WordPiece.of(vocabulary(), uncased);
    }

    private Tokenizer bytePairs() throws ModelFault {
        var model = json.path("model");
        var pre = json.path("pre_tokenizer");
        boolean plain = model.path("continuing_subword_prefix").asString("").isEmpty()
                && model.path("end_of_word_suffix").asString("").isEmpty()
                && !model.path("byte_fallback").asBoolean(false)
                && !model.path("ignore_merges").asBoolean(false)
                && type(json.path("normalizer")).isEmpty();
        if (!plain || !type(pre).equals("ByteLevel") || !pre.path("use_regex").asBoolean(true)) {
            throw new ModelFault("BPE is read as RoBERTa has it: over bytes, cut by ByteLevel, not normalised");
        }
        var merges = model.path("merges");
        var pairs = new String[merges.size()][];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = merges.get(i).isArray()
                    ? new String[] {
                        merges.get(i).path(0).asString(), merges.get(i).path(1).asString()
                    }
                    : merges.get(i).asString().split(" ", 2);
        }
        return BytePairs.of(
                vocabulary(), pairs, pre.path("add_prefix_space").asBoolean(true), marker("cls", 0), marker("sep", 1));
    }

    private Map<String, Integer> vocabulary() {
        var vocabulary = new HashMap<String, Integer>(1 << 16);
        json.path("model")
                .path("vocab")
                .properties()
                .forEach(
                        entry -> vocabulary.put(entry.getKey(), entry.getValue().asInt()));
        return vocabulary;
    }

    /// What stands before or behind a text: named by `RobertaProcessing`, or the first and the
    /// last of a template.
    private int marker(String name, int side) throws ModelFault {
        var processor = json.path("post_processor");
        var named = processor.path(name).path(1);
        if (named.isNumber()) {
            return named.asInt();
        }
        var template = processor.path("single");
        var word = template.path(side == 0 ? 0 : template.size() - 1)
                .path("SpecialToken")
                .path("id")
                .asString("");
        var id = processor.path("special_tokens").path(word).path("ids").path(0);
        if (template.size() != 3 || !id.isNumber()) {
            throw new ModelFault("The tokeniser does not say what stands before and behind a text");
        }
        return id.asInt();
    }
}
