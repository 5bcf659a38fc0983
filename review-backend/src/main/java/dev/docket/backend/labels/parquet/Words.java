package dev.docket.backend.labels.parquet;

import java.util.Arrays;

/// The texts of a column, each once and in the order in which they came: a dictionary's page as it is written, and a
/// table over it that finds a text again without an object for it.
final class Words {
    static final int MOST = 4_096;
    /// Four times what it holds, and a power of two.
    private static final int TABLE = 4 * MOST;

    private final Bytes page = new Bytes();
    private int[] starts = {};
    private int[] lengths = {};
    /// The place of a text and one more, where its hash or the next free one is; 0 for none.
    private int[] table = {};
    private int size;
    private int last;

    int size() {
        return size;
    }

    Bytes page() {
        return page;
    }

    /// Whether it has taken in more than it should, and can take in no more.
    boolean isFull() {
        return size > MOST;
    }

    /// The place of a text, which is taken in if it is new.
    int place(byte[] utf8, int from, int length) {
        if (size > 0 && isAt(last, utf8, from, length)) {
            return last;
        }
        if (table.length == 0) {
            begin();
        }
        int slot = hash(utf8, from, length) & TABLE - 1;
        while (table[slot] != 0 && !isAt(table[slot] - 1, utf8, from, length)) {
            slot = slot + 1 & TABLE - 1;
        }
        if (table[slot] == 0) {
            take(utf8, from, length);
            table[slot] = size;
        }
        last = table[slot] - 1;
        return last;
    }

    /// Writes the text of a place after its length.
    void spell(int place, Bytes out) {
        out.int32(lengths[place]);
        out.put(page, starts[place], lengths[place]);
    }

    void clear() {
        Arrays.fill(table, 0);
        page.clear();
        size = 0;
        last = 0;
    }

    /// Most columns have no dictionary, and need no room for one.
    private void begin() {
        starts = new int[MOST + 1];
        lengths = new int[MOST + 1];
        table = new int[TABLE];
    }

    private void take(byte[] utf8, int from, int length) {
        page.int32(length);
        starts[size] = page.size();
        lengths[size++] = length;
        page.put(utf8, from, length);
    }

    private boolean isAt(int place, byte[] utf8, int from, int length) {
        return lengths[place] == length && page.has(starts[place], utf8, from, length);
    }

    private static int hash(byte[] utf8, int from, int length) {
        int hash = length;
        for (int at = from; at < from + length; at++) {
            hash = 31 * hash + utf8[at];
        }
        return hash ^ hash >>> 15;
    }
}
