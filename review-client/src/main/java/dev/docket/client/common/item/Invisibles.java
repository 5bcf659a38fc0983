package dev.docket.client.common.item;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.Set;

/// Characters that take no room on the screen and change what is read or matched.
final class Invisibles {
    private static final int ZWNJ = 0x200C;
    private static final int ZWJ = 0x200D;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0x00AD, "SHY"),
            Map.entry(0x034F, "CGJ"),
            Map.entry(0x061C, "ALM"),
            Map.entry(0x180E, "MVS"),
            Map.entry(0x200B, "ZWSP"),
            Map.entry(ZWNJ, "ZWNJ"),
            Map.entry(ZWJ, "ZWJ"),
            Map.entry(0x200E, "LRM"),
            Map.entry(0x200F, "RLM"),
            Map.entry(0x202A, "LRE"),
            Map.entry(0x202B, "RLE"),
            Map.entry(0x202C, "PDF"),
            Map.entry(0x202D, "LRO"),
            Map.entry(0x202E, "RLO"),
            Map.entry(0x2060, "WJ"),
            Map.entry(0x2066, "LRI"),
            Map.entry(0x2067, "RLI"),
            Map.entry(0x2068, "FSI"),
            Map.entry(0x2069, "PDI"),
            Map.entry(0xFEFF, "BOM"));
    private static final Set<Integer> BLANK_LETTERS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800);
    private static final Set<UnicodeScript> JOINING = Set.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GUJARATI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.ORIYA,
            UnicodeScript.SINHALA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU);

    private Invisibles() {}

    static String name(int codePoint) {
        return NAMES.getOrDefault(codePoint, "U+%04X".formatted(codePoint));
    }

    /// Whether the character at `at` hides something: invisible, and not there because its script needs it.
    static boolean hides(String text, int at) {
        int codePoint = text.codePointAt(at);
        if (codePoint == ZWNJ || codePoint == ZWJ) {
            return !joins(text, at);
        }
        return NAMES.containsKey(codePoint)
                || BLANK_LETTERS.contains(codePoint)
                || codePoint >= 0xE0000 && codePoint <= 0xE007F && !endsFlag(text, at)
                || Character.getType(codePoint) == Character.CONTROL
                        && codePoint != '\n'
                        && codePoint != '\t'
                        && codePoint != '\r';
    }

    private static boolean joins(String text, int at) {
        if (at == 0 || at + 1 >= text.length()) {
            return false;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at + 1);
        boolean emoji = (isPictograph(before) || before == 0xFE0F || isSkinTone(before)) && isPictograph(after);
        return emoji || JOINING.contains(UnicodeScript.of(before)) && JOINING.contains(UnicodeScript.of(after));
    }

    /// Flags of regions such as Scotland are spelt with tag characters after a black flag.
    private static boolean endsFlag(String text, int at) {
        int start = at;
        while (start > 0) {
            int before = text.codePointBefore(start);
            if (before < 0xE0000 || before > 0xE007F) {
                return before == 0x1F3F4;
            }
            start -= Character.charCount(before);
        }
        return false;
    }

    private static boolean isPictograph(int codePoint) {
        return Character.isExtendedPictographic(codePoint);
    }

    private static boolean isSkinTone(int codePoint) {
        return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
    }
}
