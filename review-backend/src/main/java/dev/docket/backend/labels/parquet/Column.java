package dev.docket.backend.labels.parquet;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One column and its values in the row group that is being filled. Each row gives it one value, or null.
public final class Column {
    private final String name;
    private final Type type;
    private final Bytes values = new Bytes();
    private int[] levels = new int[1024];
    private int[] repeats = new int[1024];
    private int entries;
    private int present;
    private int bits;

    private final Words words = new Words();
    private int[] places = new int[1024];
    private boolean isDictionary;

    private Column(String name, Type type) {
        this.name = name;
        this.type = type;
        isDictionary = type == Type.WORDS;
    }

    /// Texts that differ.
    public static Column strings(String name) {
        return new Column(name, Type.STRING);
    }

    /// Texts of which there are few, each kept once a row group.
    public static Column words(String name) {
        return new Column(name, Type.WORDS);
    }

    public static Column lists(String name) {
        return new Column(name, Type.LIST);
    }

    public static Column integers(String name) {
        return new Column(name, Type.INTEGER);
    }

    public static Column doubles(String name) {
        return new Column(name, Type.DOUBLE);
    }

    public static Column booleans(String name) {
        return new Column(name, Type.BOOLEAN);
    }

    /// Instants, in microseconds since 1970 in UTC.
    public static Column instants(String name) {
        return new Column(name, Type.INSTANT);
    }

    /// Nothing; of lists, an empty one.
    public void addNull() {
        level(false);
    }

    public void add(byte @Nullable [] utf8) {
        if (utf8 == null) {
            addNull();
        } else {
            add(utf8, 0, utf8.length);
        }
    }

    /// A text where it lies among other bytes.
    public void add(byte[] utf8, int from, int length) {
        level(true);
        if (isDictionary) {
            word(utf8, from, length);
        } else {
            text(utf8, from, length);
        }
    }

    public void add(int value) {
        level(true);
        values.int32(value);
    }

    public void add(long value) {
        level(true);
        values.int64(value);
    }

    public void add(double value) {
        level(true);
        values.int64(Double.doubleToRawLongBits(value));
    }

    public void add(boolean value) {
        level(true);
        int bit = (present - 1) % Byte.SIZE;
        bits |= (value ? 1 : 0) << bit;
        if (bit == Byte.SIZE - 1) {
            values.put(bits);
            bits = 0;
        }
    }

    /// A list of texts, which may be empty and is never null.
    public void add(List<byte[]> list) {
        if (list.isEmpty()) {
            entry(0, 0);
        }
        for (int i = 0; i < list.size(); i++) {
            entry(i == 0 ? 0 : 1, 1);
            text(list.get(i), 0, list.get(i).length);
            present++;
        }
    }

    public Type type() {
        return type;
    }

    String name() {
        return name;
    }

    /// Bytes that are held, about.
    int held() {
        return values.size() + words.page().size() + entries;
    }

    int entries() {
        return entries;
    }

    /// The dictionary's page; null for a column without one.
    @Nullable Bytes dictionaryPage() {
        return isDictionary ? words.page() : null;
    }

    int dictionarySize() {
        return words.size();
    }

    /// Makes the page with everything since the column was last cleared.
    void page(Bytes page) {
        page.clear();
        if (type == Type.LIST) {
            levels(repeats, page);
        }
        levels(levels, page);
        if (isDictionary) {
            int width = Levels.width(Math.max(words.size() - 1, 0));
            page.put(width);
            Levels.encode(places, present, width, page);
        } else {
            page.put(values);
            if (type == Type.BOOLEAN && present % Byte.SIZE != 0) {
                page.put(bits);
            }
        }
    }

    void clear() {
        values.clear();
        words.clear();
        entries = 0;
        present = 0;
        bits = 0;
        isDictionary = type == Type.WORDS;
    }

    /// Both kinds are 0 or 1: a value is there or not, and begins its list or goes on with it.
    private void levels(int[] numbers, Bytes page) {
        int length = page.size();
        page.int32(0);
        int first = page.size();
        Levels.encode(numbers, entries, 1, page);
        page.int32(length, page.size() - first);
    }

    private void level(boolean isThere) {
        entry(0, isThere ? 1 : 0);
        present += isThere ? 1 : 0;
    }

    private void entry(int repeated, int level) {
        if (entries == levels.length) {
            levels = Arrays.copyOf(levels, entries * 2);
            repeats = Arrays.copyOf(repeats, entries * 2);
        }
        repeats[entries] = repeated;
        levels[entries++] = level;
    }

    private void text(byte[] utf8, int from, int length) {
        values.int32(length);
        values.put(utf8, from, length);
    }

    /// A dictionary that fills up is given up for this row group: what is in it is written out.
    private void word(byte[] utf8, int from, int length) {
        if (present > places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        places[present - 1] = words.place(utf8, from, length);
        if (words.isFull()) {
            for (int i = 0; i < present; i++) {
                words.spell(places[i], values);
            }
            words.clear();
            isDictionary = false;
        }
    }

    /// What a column's values are.
    public enum Type {
        STRING,
        WORDS,
        LIST,
        INTEGER,
        DOUBLE,
        BOOLEAN,
        INSTANT
    }
}
