package dev.docket.model.tokenizer;

import com.ibm.icu.text.Normalizer2;
import dev.docket.model.ModelFault;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The steps by which a `tokenizer.json` makes a text alike before it is split: its `normalizer`.
final class Normalizers {
    private static final Pattern AROUND = Pattern.compile("^\\s+|\\s+$", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BEFORE = Pattern.compile("^\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BEHIND = Pattern.compile("\\s+$", Pattern.UNICODE_CHARACTER_CLASS);

    private Normalizers() {}

    /// @throws ModelFault for a step that is not taken here
    static UnaryOperator<Aligned> read(JsonNode normalizer) throws ModelFault {
        return switch (normalizer.path("type").asString("")) {
            case "" -> UnaryOperator.identity();
            case "Sequence" -> Steps.read(normalizer.path("normalizers"), Normalizers::read);
            case "NFC" -> text -> composed(text, Normalizer2.getNFCInstance());
            case "NFD" -> text -> composed(text, Normalizer2.getNFDInstance());
            case "NFKC" -> text -> composed(text, Normalizer2.getNFKCInstance());
            case "NFKD" -> text -> composed(text, Normalizer2.getNFKDInstance());
            case "Lowercase" -> Normalizers::lowercase;
            case "StripAccents" -> text -> without(text, CharacterKinds::isMark);
            case "Strip" -> strip(normalizer);
            case "Replace" -> replace(normalizer);
            case "Prepend" -> prepend(normalizer.path("prepend").asString(""));
            case "Precompiled" -> precompiled(normalizer);
            case "Nmt" -> Normalizers::plainSpaces;
            case "ByteLevel" -> ByteLetters::of;
            case "BertNormalizer" -> bert(normalizer);
            case String other ->
                throw new ModelFault("The tokeniser normalises by '" + other + "', which is not known");
        };
    }

    /// A stretch that no other form of what surrounds it can change is taken at a time: it is where the outcome is
    /// from.
    private static Aligned composed(Aligned text, Normalizer2 form) {
        var made = new Aligned(text.length() + 16);
        for (int from = 0; from < text.length(); ) {
            int to = from + Character.charCount(text.codePointAt(from));
            while (to < text.length() && !form.hasBoundaryBefore(text.codePointAt(to))) {
                to += Character.charCount(text.codePointAt(to));
            }
            made.append(form.normalize(text.string(from, to)), text.start(from), text.end(to - 1));
            from = to;
        }
        return made;
    }

    /// What becomes of one character of a text.
    @FunctionalInterface
    private interface Rule {
        /// @param at where the character is in `text`
        void apply(int character, int at, Aligned text, Aligned made);
    }

    private static Aligned each(Aligned text, Rule rule) {
        var made = new Aligned(text.length() + 16);
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            rule.apply(character, at, text, made);
            at += Character.charCount(character);
        }
        return made;
    }

    private static Aligned lowercase(Aligned text) {
        return each(text, (character, at, from, made) -> {
            var lower = Character.toString(character).toLowerCase(Locale.ROOT);
            made.append(lower, from.start(at), from.end(at));
        });
    }

    private static Aligned without(Aligned text, IntPredicate unwanted) {
        return each(text, (character, at, from, made) -> {
            if (!unwanted.test(character)) {
                made.append(character, from.start(at), from.end(at));
            }
        });
    }

    private static UnaryOperator<Aligned> strip(JsonNode step) {
        boolean left = step.path("strip_left").asBoolean(true);
        boolean right = step.path("strip_right").asBoolean(true);
        if (!left && !right) {
            return UnaryOperator.identity();
        }
        var stripped = left && right ? AROUND : left ? BEFORE : BEHIND;
        return text -> replaced(text, stripped, "");
    }

    private static UnaryOperator<Aligned> replace(JsonNode step) throws ModelFault {
        var pattern = Patterns.read(step.path("pattern"));
        var content = step.path("content").asString("");
        return text -> replaced(text, pattern, content);
    }

    private static Aligned replaced(Aligned text, Pattern pattern, String content) {
        Matcher found = pattern.matcher(text);
        var made = new Aligned(text.length());
        int from = 0;
        while (found.find()) {
            if (found.end() > found.start()) {
                made.append(text, from, found.start());
                made.append(content, text.start(found.start()), text.end(found.end() - 1));
                from = found.end();
            }
        }
        made.append(text, from, text.length());
        return made;
    }

    private static UnaryOperator<Aligned> prepend(String prefix) {
        return text -> text.behind(prefix);
    }

    private static UnaryOperator<Aligned> precompiled(JsonNode step) throws ModelFault {
        var table = step.path("precompiled_charsmap").asString("");
        if (table.isEmpty()) {
            return UnaryOperator.identity();
        }
        try {
            return CharacterMap.read(Base64.getDecoder().decode(table))::apply;
        } catch (IllegalArgumentException e) {
            throw new ModelFault("The tokeniser's table of characters is not in Base64", e);
        }
    }

    /// As machine translation is prepared: controls vanish, whatever parts words is a blank.
    private static Aligned plainSpaces(Aligned text) {
        return spaced(without(text, CharacterKinds::isDroppedControl), CharacterKinds::isOddSpace);
    }

    private static Aligned spaced(Aligned text, IntPredicate space) {
        return each(
                text,
                (character, at, from, made) ->
                        made.append(space.test(character) ? ' ' : character, from.start(at), from.end(at)));
    }

    private static Steps<Aligned> bert(JsonNode step) {
        List<UnaryOperator<Aligned>> steps = new ArrayList<>();
        if (step.path("clean_text").asBoolean(true)) {
            steps.add(text -> spaced(without(text, CharacterKinds::isNothingToBert), CharacterKinds::isSpace));
        }
        if (step.path("handle_chinese_chars").asBoolean(true)) {
            steps.add(Normalizers::ideographsApart);
        }
        boolean lowercase = step.path("lowercase").asBoolean(true);
        if (step.path("strip_accents").asBoolean(lowercase)) {
            steps.add(text -> composed(text, Normalizer2.getNFDInstance()));
            steps.add(text -> without(text, CharacterKinds::isAccent));
        }
        if (lowercase) {
            steps.add(Normalizers::lowercase);
        }
        return new Steps<>(steps);
    }

    private static Aligned ideographsApart(Aligned text) {
        return each(text, (character, at, from, made) -> {
            boolean apart = CharacterKinds.isIdeograph(character);
            made.append(apart ? " " : "", from.start(at), from.end(at));
            made.append(character, from.start(at), from.end(at));
            made.append(apart ? " " : "", from.start(at), from.end(at));
        });
    }
}
