package dev.docket.model.text;

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
        var cased = TokenizerFile.read("""
                {"normalizer": {"type": "BertNormalizer", "lowercase": false, "strip_accents": null},
                 "model": {"type": "WordPiece", "continuing_subword_prefix": "##",
                  "vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "you": 3, "You": 4, "\\u00c9t": 5, "##e": 6, "!": 7}}}
                """.getBytes(StandardCharsets.UTF_8));
        var tokens = cased.mark(cased.tokenize("You you Éte!"));
        assertThat(tokens.ids()).containsExactly(1, 4, 3, 5, 6, 7, 2);
        assertThat(tokens.starts()).startsWith(0, 0, 4, 8, 10, 11);
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
        assertThat(bytePairs(true).tokenize("hell".repeat(25_000)).size()).isBetween(25_000, 26_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"BPE\"                    | \"Unigram\"                   | this is 'Unigram'",
                "\"ByteLevel\"              | \"Metaspace\"                 | as RoBERTa has it",
                "\"normalizer\":null        | \"normalizer\":{\"type\":\"NFC\"} | as RoBERTa has it",
                "\"sep\":                   | \"other\":                    | before and behind",
                "\"he ll\"                  | \"he lx\"                     | lacks a byte",
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
        return TokenizerFile.read(json(blankBefore).getBytes(StandardCharsets.UTF_8));
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
