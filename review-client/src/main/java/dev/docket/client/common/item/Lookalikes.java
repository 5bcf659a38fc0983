package dev.docket.client.common.item;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Letters borrowed from another script to look like the ones around them: `pаypal` with a Cyrillic а.
final class Lookalikes {
    private static final Set<UnicodeScript> CONFUSABLE =
            Set.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK, UnicodeScript.ARMENIAN);

    private Lookalikes() {}

    static List<MarkedText.Lookalike> in(String text) {
        var found = new ArrayList<MarkedText.Lookalike>();
        for (int at = 0; at < text.length(); ) {
            int end = endOfWord(text, at);
            if (end > at) {
                addFrom(text, at, end, found);
                at = end;
            } else {
                at += Character.charCount(text.codePointAt(at));
            }
        }
        return found;
    }

    private static int endOfWord(String text, int start) {
        int at = start;
        while (at < text.length() && isWordPart(text, at)) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean isWordPart(String text, int at) {
        return Character.isLetterOrDigit(text.codePointAt(at)) || Invisibles.hides(text, at);
    }

    private static void addFrom(String text, int start, int end, List<MarkedText.Lookalike> found) {
        var scripts = letters(text, start, end);
        if (scripts.size() < 2) {
            return;
        }
        var main = scripts.entrySet().stream()
                .max(Map.Entry.<UnicodeScript, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey() == UnicodeScript.LATIN ? 1 : 0))
                .orElseThrow()
                .getKey();
        for (int at = start; at < end; at += Character.charCount(text.codePointAt(at))) {
            var script = UnicodeScript.of(text.codePointAt(at));
            if (script != main && CONFUSABLE.contains(script)) {
                int next = at + Character.charCount(text.codePointAt(at));
                found.add(new MarkedText.Lookalike(new Span(at, next), nameOf(script)));
            }
        }
    }

    private static Map<UnicodeScript, Integer> letters(String text, int start, int end) {
        var scripts = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
        for (int at = start; at < end; at += Character.charCount(text.codePointAt(at))) {
            var script = UnicodeScript.of(text.codePointAt(at));
            if (CONFUSABLE.contains(script)) {
                scripts.merge(script, 1, Integer::sum);
            }
        }
        return scripts;
    }

    private static String nameOf(UnicodeScript script) {
        String name = script.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
