package dev.docket.model.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ClassPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TokenizerFileTest {
    private static final List<String> MERGES = List.of(
            "l l",
            "h e",
            "he ll",
            "hell o",
            "\u0120 w",
            "o r",
            "\u0120w or",
            "l d",
            "\u0120 hello",
            "' s",
            "\u00c3 \u00bc");

    @Test
    void anUncasedWordPieceIsTheOneThatShips() throws ModelFault {
        byte[] file = ClassPath.read("all-minilm-l6-v2-q-tokenizer.json");
        var text = "You ÉTOURDI, naïve 😀 Straße";
        assertThat(TokenizerFile.read(file).tokenize(text))
                .isEqualTo(WordPiece.read(file).tokenize(text));
    }

    @Test
    void aCasedWordPieceKeepsCaseAndAccents() throws ModelFault {
        var cased = read("""
                {"normalizer": {"type": "BertNormalizer", "lowercase": false, "strip_accents": null},
                 "pre_tokenizer": {"type": "BertPreTokenizer"},
                 "post_processor": {"type": "BertProcessing", "cls": ["[CLS]", 1], "sep": ["[SEP]", 2]},
                 "model": {"type": "WordPiece", "continuing_subword_prefix": "##",
                  "vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "you": 3, "You": 4, "\\u00c9t": 5, "##e": 6, "!": 7}}}
                """);
        var tokens = cased.mark(cased.tokenize("You you Éte!"));
        assertThat(tokens.ids()).containsExactly(1, 4, 3, 5, 6, 7, 2);
        assertThat(tokens.starts()).startsWith(0, 0, 4, 8, 10, 11);
    }

    @Test
    void aUnigramIsCutWhereItsPiecesAreLikeliest() throws ModelFault {
        var tokens = unigram(false).tokenize("Hello  hellos 😀");
        assertThat(tokens.ids()).containsExactly(4, 4, 6, 7, 0);
        assertThat(tokens.starts()).containsExactly(0, 5, 12, 13, 14);
        assertThat(tokens.ends()).containsExactly(5, 12, 13, 14, 16);
    }

    @Test
    void whatAUnigramLacksMayBeToldByItsBytes() throws ModelFault {
        var tokens = unigram(true).tokenize("lo😀");
        int first = 9;
        assertThat(tokens.ids()).containsExactly(7, 5, first + 0xF0, first + 0x9F, first + 0x98, first + 0x80);
        assertThat(tokens.starts()).containsExactly(0, 0, 2, 2, 2, 2);
    }

    @Test
    void nobodyWritesASpecialToken() throws ModelFault {
        assertThat(unigram(false).tokenize("</s>").ids()).doesNotContain(2);
        assertThat(bytePairs(true).tokenize("</s>").ids()).doesNotContain(2);
    }

    @Test
    void whatStandsAroundATextHasNoPlaceInIt() throws ModelFault {
        var unigram = unigram(false);
        assertThat(unigram.marks()).isEqualTo(1);
        var tokens = unigram.mark(unigram.tokenize("hello"));
        assertThat(tokens.ids()).containsExactly(4, 2);
        assertThat(tokens.isMarker(1)).isTrue();
        assertThat(unigram.mark(unigram.tokenize("")).ids()).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello world   | Ġhello Ġwor ld",
                "hello hello's | Ġhello Ġhello 's",
                "old           | Ġ o ld",
                "übel          | Ġ ü b e l",
                "12 or         | Ġ 1 2 Ġ or"
            })
    void pairsOfBytesAreMergedInTheOrderOfTraining(String text, String tokens) throws ModelFault {
        assertThat(words(bytePairs(true), text))
                .containsExactly(tokens.replace("ü", "Ã¼").split(" "));
    }

    @Test
    void everyTokenKnowsItsPlaceInTheText() throws ModelFault {
        var tokens = bytePairs(true).tokenize("hello 😀 world");
        assertThat(tokens.starts()).containsExactly(0, 5, 6, 6, 6, 6, 8, 12);
        assertThat(tokens.ends()).containsExactly(5, 6, 8, 8, 8, 8, 12, 14);
        var marked = bytePairs(true).mark(tokens);
        assertThat(marked.ids()[0]).isEqualTo(0);
        assertThat(marked.ids()[marked.size() - 1]).isEqualTo(2);
        assertThat(bytePairs(false).tokenize("").size()).isZero();
    }

    @Test
    void halfACharacterAndAMegabyteWithoutABlankAreCutAllTheSame() throws ModelFault {
        assertThat(bytePairs(true).tokenize("\ud83d").size()).isEqualTo(4);
        assertThat(bytePairs(true).tokenize("hell".repeat(25_000)).size()).isEqualTo(25_001);
        assertThat(unigram(false).tokenize("hello".repeat(25_000)).size()).isGreaterThan(25_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"BPE\"                    | \"Morphemes\"                 | this is 'Morphemes'",
                "\"BPE\"                    | \"Unigram\"                   | the unknown one",
                "\"ByteLevel\"              | \"Morphemes\"                 | splits by 'Morphemes'",
                "\"normalizer\":null        | \"normalizer\":{\"type\":\"Leet\"} | normalises by 'Leet'",
                "\"normalizer\":null        | \"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":\"AAAA\"} | broken",
                "\"RobertaProcessing\"      | \"Other\"                     | finishes by 'Other'",
                "\"sep\":                   | \"other\":                    | before and behind",
                "\"he ll\"                  | \"he lx\"                     | lacks 'lx'",
                "\"normalizer\"             | normalizer                    | cannot be read"
            })
    void whatWouldBeCutInAnotherWayIsRefused(String text, String by, String reason) throws ModelFault {
        var changed = json(true).replace(text, by);
        assertThat(changed).isNotEqualTo(json(true));
        assertThatThrownBy(() -> TokenizerFile.read(changed.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ModelFault.class)
                .hasMessageContaining(reason);
    }

    private static Tokenizer bytePairs(boolean blankBefore) throws ModelFault {
        return read(json(blankBefore));
    }

    private static Tokenizer read(String json) throws ModelFault {
        return TokenizerFile.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Tokenizer unigram(boolean byteFallback) throws ModelFault {
        var bytes = IntStream.range(0, 256)
                .mapToObj(", [\"<0x%02X>\", -9]"::formatted)
                .collect(Collectors.joining());
        return read("""
                {"normalizer": {"type": "Sequence", "normalizers": [{"type": "Lowercase"},
                  {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}]},
                 "pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": true},
                 "post_processor": {"type": "TemplateProcessing",
                  "single": [{"Sequence": {"id": "A"}}, {"SpecialToken": {"id": "</s>"}}],
                  "special_tokens": {"</s>": {"id": "</s>", "ids": [2]}}},
                 "added_tokens": [{"id": 0, "content": "<unk>", "special": true}, {"id": 1, "content": "<s>",
                  "special": true}, {"id": 2, "content": "</s>", "special": true}],
                 "model": {"type": "Unigram", "unk_id": 0, "byte_fallback": %s, "vocab": [["<unk>", 0], ["<s>", 0],
                  ["</s>", 0], ["▁hell", -3], ["▁hello", -2], ["lo", -3], ["s", -4], ["▁", -4], ["o", -4]%s]}}
                """.formatted(byteFallback, byteFallback ? bytes : ""));
    }

    private static List<String> words(Tokenizer tokenizer, String text) {
        var byId = new ArrayList<>(vocabulary().keySet());
        return Arrays.stream(tokenizer.tokenize(text).ids()).mapToObj(byId::get).toList();
    }

    private static String json(boolean blankBefore) {
        var file = new LinkedHashMap<String, Object>();
        file.put("normalizer", null);
        file.put("pre_tokenizer", Map.of("type", "ByteLevel", "add_prefix_space", blankBefore));
        file.put(
                "post_processor",
                Map.of("type", "RobertaProcessing", "cls", List.of("<s>", 0), "sep", List.of("</s>", 2)));
        file.put("model", Map.of("type", "BPE", "vocab", vocabulary(), "merges", MERGES));
        return JsonMapper.shared().writeValueAsString(file);
    }

    private static Map<String, Integer> vocabulary() {
        var vocabulary = new LinkedHashMap<String, Integer>();
        for (var special : List.of("<s>", "<pad>", "</s>")) {
            vocabulary.put(special, vocabulary.size());
        }
        int hidden = 256;
        for (int value = 0; value < 256; value++) {
            boolean seen = value > 32 && value < 127 || value > 160 && value != 173;
            vocabulary.put(Character.toString(seen ? value : hidden++), vocabulary.size());
        }
        for (var merge : MERGES) {
            vocabulary.put(merge.replace(" ", ""), vocabulary.size());
        }
        return vocabulary;
    }
}
