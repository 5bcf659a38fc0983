package dev.docket.model.tokenizer;

import dev.docket.model.ModelFault;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The tokens of a `tokenizer.json`, and the tokens of single bytes that some keep for what they lack.
final class Vocabulary {
    static final int BYTES = 256;

    private Vocabulary() {}

    /// Of a file in which it is an object: token to id.
    static Map<String, Integer> read(JsonNode model) {
        var vocabulary = new HashMap<String, Integer>(1 << 16);
        model.path("vocab")
                .properties()
                .forEach(
                        entry -> vocabulary.put(entry.getKey(), entry.getValue().asInt()));
        return vocabulary;
    }

    static int id(Map<String, Integer> vocabulary, String token) throws ModelFault {
        var id = vocabulary.get(token);
        if (id == null) {
            throw new ModelFault("The tokeniser's vocabulary lacks '" + token + "'");
        }
        return id;
    }

    /// The ids of `<0x00>` to `<0xFF>`.
    static int[] bytes(Map<String, Integer> vocabulary) throws ModelFault {
        var ids = new int[BYTES];
        for (int value = 0; value < BYTES; value++) {
            ids[value] = id(vocabulary, "<0x%02X>".formatted(value));
        }
        return ids;
    }
}
