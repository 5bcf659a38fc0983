package dev.docket.model.tokenizer;

import dev.docket.model.ModelFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The `added_tokens` of a `tokenizer.json`: texts that are one token whatever the vocabulary says of them.
///
/// Special ones are the model's own, and never found in what people write: nobody ends a text early by writing
/// `</s>` into it. The others are found before the text is normalised or after, as each says.
final class AddedTokens {
    private static final int NONE = -1;

    private final Set<String> special = new HashSet<>();
    private final Finder asWritten;
    private final Finder normalised;

    private AddedTokens(JsonNode tokens, UnaryOperator<Aligned> normalizer) throws ModelFault {
        var written = new ArrayList<Added>();
        var folded = new ArrayList<Added>();
        for (var token : tokens) {
            var text = token.path("content").asString("");
            if (token.path("special").asBoolean(false)) {
                special.add(text);
            } else if (token.path("normalized").asBoolean(true)) {
                folded.add(Added.read(token, normalizer.apply(Aligned.of(text)).toString()));
            } else {
                written.add(Added.read(token, text));
            }
        }
        asWritten = Finder.of(written);
        normalised = Finder.of(folded);
    }

    /// @param normalizer what is done to a text before the second kind is looked for
    static AddedTokens read(JsonNode tokens, UnaryOperator<Aligned> normalizer) throws ModelFault {
        return new AddedTokens(tokens, normalizer);
    }

    /// The model's own.
    Set<String> special() {
        return special;
    }

    /// A text cut at those that are found as they are written.
    List<Part> inWritten(Aligned text) {
        return asWritten.cut(text);
    }

    /// A normalised text cut at those that are found then.
    List<Part> inNormalised(Aligned text) {
        return normalised.cut(text);
    }

    /// @param id of the token that the stretch is; less than 0 for what is between such
    record Part(Aligned text, int id) {
        boolean isToken() {
            return id != NONE;
        }
    }

    private record Added(String text, int id, String expression) {
        static Added read(JsonNode token, String text) throws ModelFault {
            if (text.isEmpty() || !token.path("id").isNumber()) {
                throw new ModelFault("An added token of the tokeniser has no text or no id");
            }
            var literal = Pattern.quote(text);
            var word = token.path("single_word").asBoolean(false) ? "(?<!\\w)" + literal + "(?!\\w)" : literal;
            var expression = (token.path("lstrip").asBoolean(false) ? "\\s*" : "")
                    + "(" + word + ")"
                    + (token.path("rstrip").asBoolean(false) ? "\\s*" : "");
            return new Added(text, token.path("id").asInt(), expression);
        }
    }

    /// Finds the first, and of several that begin there the longest.
    private record Finder(@Nullable Pattern pattern, int[] ids) {
        static Finder of(List<Added> tokens) {
            if (tokens.isEmpty()) {
                return new Finder(null, new int[0]);
            }
            Map<String, Added> byText = new HashMap<>();
            tokens.forEach(token -> byText.putIfAbsent(token.text(), token));
            var ordered = byText.values().stream()
                    .sorted(Comparator.comparingInt(
                                    (Added token) -> token.text().length())
                            .reversed())
                    .toList();
            var any = ordered.stream().map(Added::expression).collect(Collectors.joining("|"));
            return new Finder(
                    Pattern.compile(any, Pattern.UNICODE_CHARACTER_CLASS),
                    ordered.stream().mapToInt(Added::id).toArray());
        }

        List<Part> cut(Aligned text) {
            if (pattern == null) {
                return text.isEmpty() ? List.of() : List.of(new Part(text, NONE));
            }
            var parts = new ArrayList<Part>();
            var found = pattern.matcher(text);
            int from = 0;
            while (found.find()) {
                addBetween(parts, text, from, found.start());
                int which = 0;
                while (found.group(which + 1) == null) {
                    which++;
                }
                parts.add(new Part(text.slice(found.start(), found.end()), ids[which]));
                from = found.end();
            }
            addBetween(parts, text, from, text.length());
            return parts;
        }

        private static void addBetween(List<Part> parts, Aligned text, int from, int to) {
            if (from < to) {
                parts.add(new Part(text.slice(from, to), NONE));
            }
        }
    }
}
