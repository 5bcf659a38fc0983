package dev.docket.model.tokenizer;

/// The kinds of characters that tokenisers tell apart. Takes code points.
public final class CharacterKinds {
    private CharacterKinds() {}

    /// The blocks that BERT was trained to read one by one; kana and Hangul are not among them.
    public static boolean isIdeograph(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2A6DF)
                || (c >= 0x2A700 && c <= 0x2B73F)
                || (c >= 0x2B740 && c <= 0x2B81F)
                || (c >= 0x2B920 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }

    /// White space as Unicode has it.
    static boolean isSpace(int c) {
        return (c >= 0x09 && c <= 0x0D)
                || c == 0x85
                || switch (Character.getType(c)) {
                    case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }

    /// In ASCII every sign that is neither letter nor digit; symbols such as € do not count beyond it.
    static boolean isPunctuation(int c) {
        if (c < 128) {
            return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /// Digits and whatever else counts, such as Ⅳ and ½.
    static boolean isNumber(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    static boolean isAccent(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /// What BERT takes out of a text: controls, formats, and what nobody has given a meaning.
    static boolean isNothingToBert(int c) {
        if (c == '\t' || c == '\n' || c == '\r') {
            return false;
        }
        return c == 0xFFFD
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.PRIVATE_USE,
                            Character.SURROGATE,
                            Character.UNASSIGNED -> true;
                    default -> false;
                };
    }

    /// Controls that machine translation leaves out.
    static boolean isDroppedControl(int c) {
        return (c >= 0x01 && c <= 0x08) || c == 0x0B || (c >= 0x0E && c <= 0x1F) || c == 0x7F || c == 0x8F || c == 0x9F;
    }

    /// What machine translation reads as a blank.
    static boolean isOddSpace(int c) {
        return c == 0x09
                || c == 0x0A
                || c == 0x0C
                || c == 0x0D
                || c == 0x1680
                || (c >= 0x200B && c <= 0x200F)
                || c == 0x2028
                || c == 0x2029
                || c == 0x2581
                || c == 0xFEFF
                || c == 0xFFFD;
    }
}
