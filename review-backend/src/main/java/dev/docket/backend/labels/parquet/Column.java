package dev.docket.backend.labels.parquet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One column and its values in the row group that is being filled. Each row gives it one value, or null.
public final class Column {
    private static final int MOST_IN_DICTIONARY = 4_096;

    private final String name;
    private final Type type;
    private final Bytes values = new Bytes();
    private int[] levels = new int[1024];
    private int[] repeats = new int[1024];
    private int entries;
    private int present;
    private int bits;

    private final Map<Slice, Integer> dictionary = new HashMap<>();
    private final Bytes words = new Bytes();
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
        if (!level(utf8 != null) || utf8 == null) {
            return;
        }
        if (type == Type.WORDS) {
            word(utf8);
        } else {
            text(utf8, values);
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
            text(list.get(i), values);
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
        return values.size() + words.size() + entries;
    }

    int entries() {
        return entries;
    }

    /// The dictionary's page; null for a column without one.
    @Nullable Bytes dictionaryPage() {
        return isDictionary ? words : null;
    }

    int dictionarySize() {
        return dictionary.size();
    }

    /// The page with everything since it was last cleared.
    Bytes page() {
        var page = new Bytes();
        if (type == Type.LIST) {
            levels(repeats, page);
        }
        levels(levels, page);
        if (isDictionary) {
            int width = Levels.width(Math.max(dictionary.size() - 1, 0));
            page.put(width);
            Levels.encode(places, present, width, page);
        } else {
            page.put(values);
            if (type == Type.BOOLEAN && present % Byte.SIZE != 0) {
                page.put(bits);
            }
        }
        return page;
    }

    void clear() {
        values.clear();
        words.clear();
        dictionary.clear();
        entries = 0;
        present = 0;
        bits = 0;
        isDictionary = type == Type.WORDS;
    }

    /// Both kinds are 0 or 1: a value is there or not, and begins its list or goes on with it.
    private void levels(int[] numbers, Bytes page) {
        var encoded = new Bytes();
        Levels.encode(numbers, entries, 1, encoded);
        page.int32(encoded.size());
        page.put(encoded);
    }

    private boolean level(boolean isThere) {
        entry(0, isThere ? 1 : 0);
        present += isThere ? 1 : 0;
        return isThere;
    }

    private void entry(int repeated, int level) {
        if (entries == levels.length) {
            levels = Arrays.copyOf(levels, entries * 2);
            repeats = Arrays.copyOf(repeats, entries * 2);
        }
        repeats[entries] = repeated;
        levels[entries++] = level;
    }

    private static void text(byte[] utf8, Bytes out) {
        out.int32(utf8.length);
        out.put(utf8);
    }

    /// A dictionary that fills up is given up for this row group: what is in it is written out.
    private void word(byte[] utf8) {
        if (!isDictionary) {
            text(utf8, values);
            return;
        }
        if (present > places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        var known = dictionary.get(new Slice(utf8));
        if (known == null) {
            known = dictionary.size();
            dictionary.put(new Slice(utf8), known);
            text(utf8, words);
        }
        places[present - 1] = known;
        if (dictionary.size() > MOST_IN_DICTIONARY) {
            spellOut();
        }
    }

    private void spellOut() {
        var list = new byte[dictionary.size()][];
        dictionary.forEach((word, place) -> list[place] = word.bytes());
        for (int i = 0; i < present; i++) {
            text(list[places[i]], values);
        }
        words.clear();
        dictionary.clear();
        isDictionary = false;
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

    private record Slice(byte[] bytes) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Slice slice && Arrays.equals(bytes, slice.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }
}
