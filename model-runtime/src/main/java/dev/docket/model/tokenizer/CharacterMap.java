package dev.docket.model.tokenizer;

import dev.docket.model.ModelFault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The table by which SentencePiece replaces characters (`precompiled_charsmap`), read as the published tokenisers
/// read it: a character with its marks that is in the table as a whole is replaced as a whole, otherwise its code
/// points are replaced one by one, and what is not in it stays.
///
/// The table is the size in bytes of a double array (32 bits, little endian), the array, and behind it the
/// replacements, each ended by a zero. A unit of the array holds, from its low end, the byte that leads to it
/// (8 bits), whether something ends there (1 bit), and how far its children are (22 bits, times 256 where the bit
/// below them is set); of a unit that ends something, all but the highest bit is the place of the replacement. The
/// form is that of the library Darts-clone.
final class CharacterMap {
    private static final Pattern CHARACTERS = Pattern.compile("\\X");
    private static final int LONGEST_WHOLE = 5;
    private static final int ASCII = 128;
    private static final int ENDS = 1 << 8;
    private static final int FAR = 1 << 9;
    private static final int LABEL = 1 << 31 | 0xff;

    private final int[] units;
    private final byte[] replacements;
    private final @Nullable String[] ofAscii = new String[ASCII];

    private CharacterMap(int[] units, byte[] replacements) {
        this.units = units;
        this.replacements = replacements;
        for (char c = 1; c < ASCII; c++) {
            ofAscii[c] = find(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        }
    }

    static CharacterMap read(byte[] table) throws ModelFault {
        var bytes = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        int size = table.length < Integer.BYTES ? -1 : bytes.getInt();
        if (size <= 0 || size % Integer.BYTES != 0 || size > bytes.remaining()) {
            throw new ModelFault("The tokeniser's table of characters is broken");
        }
        var units = new int[size / Integer.BYTES];
        bytes.asIntBuffer().get(units);
        var replacements = new byte[bytes.remaining() - size];
        bytes.position(Integer.BYTES + size).get(replacements);
        return new CharacterMap(units, replacements);
    }

    /// What is left out at the beginning belongs to what follows it, so that the beginning of a submitted text stays
    /// one.
    Aligned apply(Aligned text) {
        var replaced = new Aligned(text.length() + 16);
        var characters = CHARACTERS.matcher(text);
        while (characters.find()) {
            replaceCharacter(text, characters.start(), characters.end(), replaced);
        }
        return text.isEmpty() ? replaced : replaced.from(text.start(0));
    }

    private void replaceCharacter(Aligned text, int from, int to, Aligned replaced) {
        if (to - from <= LONGEST_WHOLE) {
            String whole = find(text, from, to, LONGEST_WHOLE);
            if (whole != null) {
                replaced.append(whole, text.start(from), text.end(to - 1));
                return;
            }
        }
        for (int at = from; at < to; ) {
            int next = at + Character.charCount(text.codePointAt(at));
            String part = find(text, at, next, Integer.MAX_VALUE);
            if (part == null) {
                replaced.append(text, at, next);
            } else {
                replaced.append(part, text.start(at), text.end(next - 1));
            }
            at = next;
        }
    }

    /// @param most longer than this, in bytes, is not looked for
    private @Nullable String find(Aligned text, int from, int to, int most) {
        if (to - from == 1 && text.charAt(from) < ASCII) {
            return ofAscii[text.charAt(from)];
        }
        byte[] key = text.string(from, to).getBytes(StandardCharsets.UTF_8);
        return key.length > most ? null : find(key);
    }

    /// By the shortest key that `text` begins with: so the published tokenisers take it.
    private @Nullable String find(byte[] text) {
        int at = children(0, units[0]);
        for (byte next : text) {
            int label = next & 0xff;
            at ^= label;
            if (label == 0 || at >= units.length || (units[at] & LABEL) != label) {
                return null;
            }
            int unit = units[at];
            at = children(at, unit);
            if ((unit & ENDS) != 0) {
                return at < units.length ? replacement(units[at] & Integer.MAX_VALUE) : null;
            }
        }
        return null;
    }

    private static int children(int at, int unit) {
        return at ^ unit >>> 10 << ((unit & FAR) >>> 6);
    }

    private @Nullable String replacement(int from) {
        if (from >= replacements.length) {
            return null;
        }
        int to = from;
        while (to < replacements.length && replacements[to] != 0) {
            to++;
        }
        return new String(replacements, from, to - from, StandardCharsets.UTF_8);
    }
}
