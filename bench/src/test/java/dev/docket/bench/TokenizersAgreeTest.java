package dev.docket.bench;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.VersionInfo;
import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ClassPath;
import dev.docket.model.tokenizer.TokenizerFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Every text is cut into the same tokens as by the library that models are trained with.
///
/// The vocabularies were trained on Docket's own documents by SentencePiece's trainer, one of each kind, with a table
/// of characters of our own. `-Ddocket.tokenizer=FILE` holds any other `tokenizer.json` against the library.
class TokenizersAgreeTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode UNIGRAM = resource("unigram");
    private static final JsonNode BYTE_PAIRS = resource("byte-pairs");
    /// The library tells the kinds of later characters otherwise, or not at all.
    private static final VersionInfo KNOWN_TO_BOTH = VersionInfo.getInstance(8);

    private static final String CHARACTERS = "abcdehlinorstuvwy  ABCDÉéüßñ'’\".,;:!?-_/()#@0123456789½²①ﬁ…\t\n\u00a0"
            + "\u3000\u00ad\u200b\u200d\u0301\u0308\u0303İΣςДжאבعَकि你好日本ｱｶﾞＡｂ한글é😀👩‍👩‍👧🇩🇪𝐀𝐛\u0001\u007f\ufeff\ufffd▁";

    /// The library would tell its makers that it was started, and fetch what suits a GPU.
    @BeforeAll
    static void staysAtHome() {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty(
                "DJL_CACHE_DIR", Path.of("target", "djl").toAbsolutePath().toString());
    }

    @ParameterizedTest
    @MethodSource
    void everyTextIsCutAsThePublishedLibraryCutsIt(Tokenizers tokenizers) throws Exception {
        compare(tokenizers.json().getBytes(StandardCharsets.UTF_8));
    }

    static Stream<Tokenizers> everyTextIsCutAsThePublishedLibraryCutsIt() {
        var map = """
                {"type": "Precompiled", "precompiled_charsmap": "%s"}""".formatted(UNIGRAM.path("charsmap").asString());
        var oneBlank = """
                {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}""";
        var around = """
                {"type": "TemplateProcessing", "pair": [], "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}},
                 {"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "</s>", "type_id": 0}}],
                 "special_tokens": {"<s>": {"id": "<s>", "ids": [1], "tokens": ["<s>"]},
                  "</s>": {"id": "</s>", "ids": [2], "tokens": ["</s>"]}}}""";
        var behind = """
                {"type": "TemplateProcessing", "pair": [], "single": [
                 {"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "</s>", "type_id": 0}}],
                 "special_tokens": {"</s>": {"id": "</s>", "ids": [2], "tokens": ["</s>"]}}}""";
        return Stream.of(
                Tokenizers.of("Unigram as XLM-RoBERTa and E5 have it", unigram(false))
                        .normalizer(sequence("normalizers", map, oneBlank))
                        .splitter(sequence("pretokenizers", """
                                {"type": "WhitespaceSplit"}""", """
                                {"type": "Metaspace", "replacement": "▁", "add_prefix_space": true}"""))
                        .markers(around),
                Tokenizers.of("Unigram as T5 has it", unigram(true))
                        .normalizer(sequence("normalizers", map))
                        .splitter(metaspace("prepend_scheme", "always"))
                        .markers(behind),
                Tokenizers.of("Unigram as ALBERT has it", unigram(false))
                        .normalizer(sequence("normalizers", """
                                {"type": "Replace", "pattern": {"String": "``"}, "content": "\\""}""", """
                                {"type": "NFKD"}""", """
                                {"type": "StripAccents"}""", """
                                {"type": "Lowercase"}""", map, oneBlank))
                        .splitter(metaspace("prepend_scheme", "always")),
                Tokenizers.of("Unigram as DeBERTa v3 has it", unigram(false))
                        .normalizer(sequence("normalizers", """
                                {"type": "Strip", "strip_left": true, "strip_right": true}""", map, oneBlank))
                        .splitter(metaspace("prepend_scheme", "first")),
                Tokenizers.of("Unigram of whole texts", unigram(false))
                        .normalizer(sequence("normalizers", """
                                {"type": "Nmt"}""", """
                                {"type": "NFKC"}"""))
                        .splitter(metaspace("split\": false, \"prepend_scheme", "never")),
                Tokenizers.of("byte pairs as Llama has them", bytePairs(true))
                        .normalizer(sequence("normalizers", """
                                {"type": "Prepend", "prepend": "▁"}""", """
                                {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}"""))
                        .markers(around),
                Tokenizers.of("byte pairs with unknown letters", bytePairs(false))
                        .normalizer("""
                                {"type": "NFC"}""")
                        .splitter(metaspace("prepend_scheme", "always")),
                Tokenizers.of("byte pairs over bytes as RoBERTa has them", overBytes(false))
                        .splitter("""
                                {"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true}"""),
                Tokenizers.of("byte pairs over bytes, split by an expression", overBytes(true))
                        .splitter(sequence("pretokenizers", """
                                {"type": "Split", "behavior": "Isolated", "invert": false, "pattern": {"Regex":
                                 "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\\\r\\\\n\\\\p{L}\\\\p{N}]?\\\\p{L}+|\\\\p{N}{1,3}|\s\
                                ?[^\\\\s\\\\p{L}\\\\p{N}]+[\\\\r\\\\n]*|\\\\s*[\\\\r\\\\n]+|\\\\s+(?!\\\\S)|\\\\s+"}}""", """
                                {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true,
                                 "use_regex": false}""")),
                Tokenizers.of("WordPiece, cased", wordPiece("##"))
                        .normalizer("""
                                {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true,
                                 "strip_accents": null, "lowercase": false}""")
                        .splitter("""
                                {"type": "BertPreTokenizer"}"""),
                Tokenizers.of("WordPiece that keeps accents", wordPiece("##"))
                        .normalizer("""
                                {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true,
                                 "strip_accents": false, "lowercase": true}""")
                        .splitter("""
                                {"type": "BertPreTokenizer"}"""),
                Tokenizers.of("WordPiece by other steps", wordPiece("++"))
                        .normalizer(sequence("normalizers", """
                                {"type": "NFD"}""", """
                                {"type": "Lowercase"}""", """
                                {"type": "StripAccents"}"""))
                        .splitter("""
                                {"type": "Whitespace"}"""),
                Tokenizers.of("whole words", wholeWords()).splitter(sequence("pretokenizers", """
                        {"type": "WhitespaceSplit"}""", """
                        {"type": "Punctuation", "behavior": "MergedWithPrevious"}""", """
                        {"type": "Digits", "individual_digits": true}""")),
                Tokenizers.of("words merged with what they are split at", unigram(false))
                        .splitter(sequence("pretokenizers", """
                                {"type": "Split", "pattern": {"String": "e"}, "behavior": "MergedWithNext",
                                 "invert": false}""", """
                                {"type": "Split", "pattern": {"Regex": "[a-c]"}, "behavior": "Contiguous",
                                 "invert": true}""", """
                                {"type": "Digits", "individual_digits": false}""", """
                                {"type": "CharDelimiterSplit", "delimiter": "o"}""")),
                Tokenizers.of("words of one script", unigram(false)).splitter("""
                        {"type": "UnicodeScripts"}"""),
                Tokenizers.of("words of equal length", unigram(false)).splitter("""
                        {"type": "FixedLength", "length": 3}"""),
                Tokenizers.of("tokens that somebody added", unigram(false))
                        .normalizer("""
                                {"type": "Lowercase"}""")
                        .splitter(metaspace("prepend_scheme", "first"))
                        .added("""
                                [{"id": 900, "content": "ab", "single_word": false, "lstrip": false, "rstrip": false,
                                  "normalized": false, "special": false},
                                 {"id": 901, "content": "abc", "single_word": false, "lstrip": true, "rstrip": false,
                                  "normalized": false, "special": false},
                                 {"id": 902, "content": "He", "single_word": false, "lstrip": false, "rstrip": true,
                                  "normalized": true, "special": false},
                                 {"id": 903, "content": "xq", "single_word": true, "lstrip": false, "rstrip": false,
                                  "normalized": false, "special": false}]"""));
    }

    @Test
    @EnabledIfSystemProperty(named = "docket.tokenizer", matches = ".+")
    void soIsEveryTextByAFileThatSomebodyBrings() throws Exception {
        compare(Files.readAllBytes(Path.of(System.getProperty("docket.tokenizer"))));
    }

    private static void compare(byte[] file) throws IOException, ModelFault {
        var ours = TokenizerFile.read(file);
        var options = Map.of("padding", "false", "truncation", "false");
        try (var published = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(file), options)) {
            for (var text : texts()) {
                var ids = published.encode(text).getIds();
                assertThat(ours.mark(ours.tokenize(text)).ids())
                        .as(JSON.writeValueAsString(text))
                        .isEqualTo(Arrays.stream(ids).mapToInt(Math::toIntExact).toArray());
            }
        }
    }

    private static List<String> texts() {
        var texts = new ArrayList<>(List.of(
                "",
                " ",
                "  two  blanks ",
                "▁",
                "Hello, world!",
                "the queue's 10 items aren't decided",
                "ｆｕｌｌ ｗｉｄｔｈ",
                "e\u0301a\u0308",
                "1\u20442",
                "“quoted” — dashed…",
                "line\r\nbreak\n\n\nagain",
                "supercalifragilistic ".repeat(40),
                "a".repeat(3_000),
                "xq axq xq1 (xq), abcab  abc He he  LHE",
                "😀😀😀 the 👩‍👩‍👧 label"));
        texts.addAll(DemoTexts.all());
        var random = new Random(5);
        int[] characters = CHARACTERS.codePoints().toArray();
        for (int round = 0; round < 1_500; round++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.appendCodePoint(characters[random.nextInt(characters.length)]);
            }
            texts.add(text.toString());
        }
        for (int round = 0; round < 1_500; round++) {
            texts.add(random.ints(random.nextInt(12), 1, 0x1FFFF)
                    .filter(c -> UCharacter.getAge(c).compareTo(KNOWN_TO_BOTH) <= 0 && UCharacter.isDefined(c))
                    .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                    .filter(c -> c != 0x166D) // was punctuation then, and is a symbol now
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
        return texts;
    }

    private static JsonNode resource(String name) {
        try {
            return JSON.readTree(ClassPath.read("tokenizers/" + name + ".json"));
        } catch (ModelFault e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sequence(String name, String... steps) {
        return "{\"type\": \"Sequence\", \"" + name + "\": [" + String.join(",", steps) + "]}";
    }

    private static String metaspace(String setting, String value) {
        return "{\"type\": \"Metaspace\", \"replacement\": \"▁\", \"" + setting + "\": \"" + value + "\"}";
    }

    private static ObjectNode model(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private static ObjectNode unigram(boolean byteFallback) {
        var vocabulary = UNIGRAM.path("vocab").deepCopy();
        if (byteFallback) {
            for (int value = 0; value < 256; value++) {
                ((ArrayNode) vocabulary)
                        .addArray()
                        .add("<0x%02X>".formatted(value))
                        .add(-20.0);
            }
        }
        var model = model("Unigram").put("unk_id", 0).put("byte_fallback", byteFallback);
        model.set("vocab", vocabulary);
        return model;
    }

    private static ObjectNode bytePairs(boolean byteFallback) {
        var model = model("BPE")
                .put("unk_token", "<unk>")
                .put("fuse_unk", byteFallback)
                .put("byte_fallback", byteFallback);
        model.set("vocab", BYTE_PAIRS.path("vocab"));
        model.set("merges", BYTE_PAIRS.path("merges"));
        return model;
    }

    /// The merges of the letters that are single bytes.
    private static ObjectNode overBytes(boolean wholeWords) {
        var model = model("BPE").put("ignore_merges", wholeWords);
        var vocabulary = model.putObject("vocab");
        int hidden = 256;
        for (int value = 0; value < 256; value++) {
            boolean seen = value > 32 && value < 127 || value > 160 && value != 173;
            vocabulary.put(Character.toString(seen ? value : hidden++), vocabulary.size());
        }
        var merges = model.putArray("merges");
        for (var pair : BYTE_PAIRS.path("merges")) {
            var left = pair.path(0).asString().replace('▁', 'Ġ');
            var right = pair.path(1).asString().replace('▁', 'Ġ');
            if (vocabulary.has(left) && vocabulary.has(right)) {
                merges.addArray().add(left).add(right);
                if (!vocabulary.has(left + right)) {
                    vocabulary.put(left + right, vocabulary.size());
                }
            }
        }
        return model;
    }

    private static ObjectNode wordPiece(String continuation) {
        var model = model("WordPiece")
                .put("unk_token", "<unk>")
                .put("continuing_subword_prefix", continuation)
                .put("max_input_chars_per_word", 100);
        var vocabulary = model.putObject("vocab");
        for (var piece : UNIGRAM.path("vocab")) {
            var text = piece.path(0).asString();
            vocabulary.put(
                    text.startsWith("▁") ? text.substring(1) : text.startsWith("<") ? text : continuation + text,
                    vocabulary.size());
        }
        vocabulary.remove("");
        return model;
    }

    private static ObjectNode wholeWords() {
        var model = model("WordLevel").put("unk_token", "<unk>");
        var vocabulary = model.putObject("vocab");
        UNIGRAM.path("vocab")
                .forEach(piece -> vocabulary.put(piece.path(0).asString().replace("▁", ""), vocabulary.size()));
        return model;
    }

    /// A `tokenizer.json` in the making.
    private record Tokenizers(String name, ObjectNode file) {
        static Tokenizers of(String name, JsonNode model) {
            var file = JSON.createObjectNode().put("version", "1.0");
            file.set("model", model);
            for (var step :
                    List.of("truncation", "padding", "normalizer", "pre_tokenizer", "post_processor", "decoder")) {
                file.putNull(step);
            }
            file.putArray("added_tokens");
            return new Tokenizers(name, file);
        }

        Tokenizers normalizer(String json) {
            return with("normalizer", json);
        }

        Tokenizers splitter(String json) {
            return with("pre_tokenizer", json);
        }

        Tokenizers markers(String json) {
            return with("post_processor", json);
        }

        Tokenizers added(String json) {
            return with("added_tokens", json);
        }

        private Tokenizers with(String step, String json) {
            file.set(step, JSON.readTree(json));
            return this;
        }

        String json() {
            return JSON.writeValueAsString(file);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
