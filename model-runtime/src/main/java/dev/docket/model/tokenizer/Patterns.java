package dev.docket.model.tokenizer;

import dev.docket.model.ModelFault;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/// What a `tokenizer.json` looks for in a text: a string to the letter, or a regular expression.
final class Patterns {
    private Patterns() {}

    static Pattern read(JsonNode pattern) throws ModelFault {
        var text = pattern.path("String");
        var expression = pattern.path("Regex");
        try {
            if (text.isString() && !text.asString().isEmpty()) {
                return Pattern.compile(Pattern.quote(text.asString()));
            }
            if (expression.isString()) {
                return Pattern.compile(expression.asString(), Pattern.UNICODE_CHARACTER_CLASS);
            }
        } catch (PatternSyntaxException e) {
            throw new ModelFault("The tokeniser's expression '" + expression.asString() + "' cannot be read", e);
        }
        throw new ModelFault("The tokeniser looks for something that is neither a text nor an expression");
    }
}
