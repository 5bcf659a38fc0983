package dev.docket.model.tokenizer;

import java.util.List;
import java.util.function.UnaryOperator;

/// The four steps of a `tokenizer.json`, one after the other.
///
/// @param added is looked for in a text before it is normalised, and after
record Pipeline(
        AddedTokens added,
        UnaryOperator<Aligned> normalizer,
        UnaryOperator<List<Aligned>> splitter,
        Pieces pieces,
        Markers markers)
        implements Tokenizer {
    @Override
    public Tokens tokenize(String text) {
        var tokens = new Tokens.Builder();
        for (var part : added.inWritten(Aligned.of(text))) {
            if (part.isToken()) {
                add(part, tokens);
            } else {
                cut(normalizer.apply(part.text()), tokens);
            }
        }
        return tokens.build();
    }

    private void cut(Aligned normalised, Tokens.Builder tokens) {
        for (var part : added.inNormalised(normalised)) {
            if (part.isToken()) {
                add(part, tokens);
            } else {
                splitter.apply(List.of(part.text())).forEach(word -> pieces.cut(word, tokens));
            }
        }
    }

    private static void add(AddedTokens.Part part, Tokens.Builder tokens) {
        tokens.add(part.id(), part.text().start(0), part.text().end(part.text().length() - 1));
    }

    @Override
    public Tokens mark(Tokens tokens) {
        return markers.around(tokens);
    }

    @Override
    public int marks() {
        return markers.count();
    }
}
