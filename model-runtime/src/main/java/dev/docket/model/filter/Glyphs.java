package dev.docket.model.filter;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// What each code point is to a blocklist: the letters that it stands for, a gap between words,
/// or nothing at all.
///
/// Folding is by Unicode's own tables: NFKC case folding (width, ligatures, circled and
/// mathematical letters), then the letter under an accent, then the Latin letter that one of
/// another script is taken for. A table answers for a code point, made for 256 at a time when
/// the first of them is met, because asking Unicode for each would be the better part of a
/// search. The look-alikes go code point by code point, which keeps positions exact.
final class Glyphs {
    /// Neither digit nor sign.
    static final int REAL = 1;
    /// May stand for a letter, and parts words otherwise.
    static final int SIGN = 2;
    /// Of another script, and only looks Latin.
    static final int FOREIGN = 4;
    /// Of another script, and looks like no Latin letter.
    static final int GENUINE = 8;
    /// Words of its script are not parted by spaces, so that each letter bounds a word.
    static final int ALONE = 16;

    private static final Glyph GAP = new Glyph(Kind.GAP, ' ', (char) 0, 0, null);
    private static final Glyph NOTHING = new Glyph(Kind.NOTHING, (char) 0, (char) 0, 0, null);

    /// A sign that unfolds into more than this is no letter in disguise. The longest has 18, and
    /// a text made of it would cost eighteen times what it seems to.
    private static final int MOST_LETTERS = 4;

    private static final int PAGE_BITS = 8;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();
    private static final SpoofChecker LOOKS = new SpoofChecker.Builder().build();
    private static final String SIGNS = "$s@a!i+t|i";
    private static final AtomicReferenceArray<Glyph @Nullable []> PAGES =
            new AtomicReferenceArray<>((Character.MAX_CODE_POINT + 1) / PAGE);

    private Glyphs() {}

    enum Kind {
        /// A letter, a digit, or a sign that may stand for one.
        LETTER,
        GAP,
        /// Invisible: it parts nothing.
        NOTHING,
        /// An accent that goes with the letter before it.
        ACCENT
    }

    /// @param letter what it folds into
    /// @param accent the accented letter that it was, 0 for none
    /// @param traits [#REAL], [#SIGN], [#FOREIGN], [#GENUINE], [#ALONE]
    /// @param next the letter after it, where one character folds into several
    record Glyph(
            Kind kind,
            char letter,
            char accent,
            int traits,
            @Nullable Glyph next) {}

    static Glyph of(int c) {
        Glyph[] page = PAGES.get(c >> PAGE_BITS);
        if (page == null) {
            page = page(c >> PAGE_BITS);
            PAGES.set(c >> PAGE_BITS, page);
        }
        return page[c & PAGE - 1];
    }

    private static Glyph[] page(int number) {
        var page = new Glyph[PAGE];
        for (int i = 0; i < PAGE; i++) {
            page[i] = read(number * PAGE + i);
        }
        return page;
    }

    /// The letter that a digit or sign is written for; 0 for none. `1`, `!` and `|` are read as
    /// `i` here, and may be `l`.
    static char disguised(char c) {
        return switch (c) {
            case '0' -> 'o';
            case '1', '!', '|' -> 'i';
            case '3' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7', '+' -> 't';
            default -> 0;
        };
    }

    /// Whether a digit or sign may be an `l` as well as an `i`.
    static boolean isTwofold(char c) {
        return c == '1' || c == '!' || c == '|';
    }

    private static Glyph read(int c) {
        if (SIGNS.indexOf(c) >= 0 && !Character.isLetter(c)) {
            return new Glyph(Kind.LETTER, (char) c, (char) 0, SIGN, null);
        }
        if (isAccent(c)) {
            return new Glyph(Kind.ACCENT, (char) 0, (char) 0, 0, null);
        }
        String folded = c < 128 ? Character.toString(Character.toLowerCase(c)) : FOLD.normalize(Character.toString(c));
        if (folded.isEmpty() || isInvisible(c)) {
            return NOTHING;
        }
        return letters(folded);
    }

    private static Glyph letters(String folded) {
        var letters = new StringBuilder();
        var accents = new StringBuilder();
        boolean foreign = false;
        for (int part : folded.codePoints().toArray()) {
            if (!isLetter(part) || isAccent(part)) {
                continue;
            }
            int base = base(part);
            int looks = looksLike(base);
            foreign |= looks != base && !isLatin(base);
            boolean accented = base != part || looks != base && isLatin(base);
            letters.appendCodePoint(looks);
            accents.append(accented && Character.isBmpCodePoint(part) ? (char) part : 0);
            accents.setLength(letters.length());
        }
        if (letters.isEmpty() || letters.length() > MOST_LETTERS) {
            return GAP;
        }
        int first = letters.codePointAt(0);
        boolean genuine = !foreign && !isLatin(first) && Character.isLetter(first);
        int traits = (foreign ? FOREIGN : 0) | (genuine ? GENUINE : 0) | (isAlone(first) ? ALONE : 0);
        return chain(letters, accents, traits, 0);
    }

    private static Glyph chain(CharSequence letters, CharSequence accents, int traits, int at) {
        char letter = letters.charAt(at);
        int real = letter >= '0' && letter <= '9' ? 0 : REAL;
        Glyph next = at + 1 < letters.length() ? chain(letters, accents, traits, at + 1) : null;
        return new Glyph(Kind.LETTER, letter, accents.charAt(at), traits | real, next);
    }

    private static int base(int c) {
        return UCharacter.hasBinaryProperty(c, com.ibm.icu.lang.UProperty.IDEOGRAPHIC)
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA
                ? c
                : DECOMPOSE.normalize(Character.toString(c)).codePointAt(0);
    }

    /// The small Latin letter that a letter is taken for, or itself.
    private static int looksLike(int c) {
        if (c < 128 || !Character.isLetter(c)) {
            return c;
        }
        String skeleton = LOOKS.getSkeleton(Character.toString(c));
        boolean latin = skeleton.length() == 1 && skeleton.charAt(0) < 128 && Character.isLetter(skeleton.charAt(0));
        return latin ? Character.toLowerCase(skeleton.charAt(0)) : c;
    }

    private static boolean isLatin(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private static boolean isLetter(int c) {
        return Character.isLetterOrDigit(c) || isMark(c) || isPicture(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isPicture(int c) {
        return Character.getType(c) == Character.OTHER_SYMBOL;
    }

    /// Marks over letters that have a life without them. A vowel sign of Hindi or Thai is no
    /// such mark.
    private static boolean isAccent(int c) {
        boolean common = Character.UnicodeScript.of(c) == Character.UnicodeScript.INHERITED
                && Character.getType(c) == Character.NON_SPACING_MARK;
        return (common && !isVariation(c)) || (c >= 0x0591 && c <= 0x05C7) || (c >= 0x0610 && c <= 0x061A);
    }

    private static boolean isVariation(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        boolean control = type == Character.FORMAT || type == Character.ENCLOSING_MARK;
        boolean toned = c >= 0x1F3FB && c <= 0x1F3FF;
        return control || isVariation(c) || toned || c == 0x0640;
    }

    private static boolean isAlone(int c) {
        return isPicture(c)
                || switch (Character.UnicodeScript.of(c)) {
                    case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, BOPOMOFO -> true;
                    default -> false;
                };
    }
}
