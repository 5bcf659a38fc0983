package dev.docket.backend.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// How people write what they do not want to be found.
enum Disguise {
    LEETSPEAK {
        @Override
        String of(String text) {
            return replaced(text, LEET);
        }
    },
    /// The longer words letter by letter.
    SPACING {
        @Override
        String of(String text) {
            return Arrays.stream(text.split(" ", -1))
                    .map(word -> word.length() > 3 ? String.join(" ", word.split("")) : word)
                    .collect(Collectors.joining(" "));
        }
    },
    /// Latin letters by Cyrillic ones that look the same.
    HOMOGLYPHS {
        @Override
        String of(String text) {
            return replaced(text, TWINS);
        }
    };

    private static final Map<Character, Character> LEET =
            Map.of('a', '4', 'e', '3', 'i', '1', 'o', '0', 's', '$', 't', '7');
    private static final Map<Character, Character> TWINS = Map.of(
            'a', '\u0430', 'e', '\u0435', 'o', '\u043e', 'p', '\u0440', 'c', '\u0441', 'x', '\u0445', 'y', '\u0443',
            'i', '\u0456');

    abstract String of(String text);

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String replaced(String text, Map<Character, Character> letters) {
        var out = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            out.append(letters.getOrDefault(Character.toLowerCase(c), c).charValue());
        }
        return out.toString();
    }
}
