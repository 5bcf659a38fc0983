package dev.docket.model.tokenizer;

import java.nio.charset.StandardCharsets;

/// The letters that stand for bytes in the vocabularies of GPT-2 and its like: a byte that can be seen in Latin-1
/// stands for itself, the others for the letters from U+0100 on.
final class ByteLetters {
    private static final int BYTES = 256;
    private static final char[] LETTERS = letters();

    private ByteLetters() {}

    private static char[] letters() {
        var letters = new char[BYTES];
        char hidden = BYTES;
        for (int value = 0; value < BYTES; value++) {
            letters[value] = isSeen(value) ? (char) value : hidden++;
        }
        return letters;
    }

    private static boolean isSeen(int value) {
        return (value >= '!' && value <= '~') || (value >= 0xA1 && value <= 0xFF && value != 0xAD);
    }

    /// A text's bytes in UTF-8 as their letters, each from where its character is from.
    static Aligned of(Aligned text) {
        var letters = new Aligned(text.length() + text.length() / 2);
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            for (byte value : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                letters.append(LETTERS[value & 0xff], text.start(at), text.end(at));
            }
            at += Character.charCount(point);
        }
        return letters;
    }
}
