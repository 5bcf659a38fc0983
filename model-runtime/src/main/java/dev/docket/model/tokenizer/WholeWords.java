package dev.docket.model.tokenizer;

import java.util.Map;

/// A vocabulary of whole words; any other is the unknown token.
final class WholeWords implements Pieces {
    private final Map<String, Integer> vocabulary;
    private final int unknown;

    WholeWords(Map<String, Integer> vocabulary, int unknown) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.unknown = unknown;
    }

    @Override
    public void cut(Aligned word, Tokens.Builder tokens) {
        int id = vocabulary.getOrDefault(word.toString(), unknown);
        tokens.add(id, word.start(0), word.end(word.length() - 1));
    }
}
