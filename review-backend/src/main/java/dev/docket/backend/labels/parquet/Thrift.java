package dev.docket.backend.labels.parquet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/// Thrift's compact protocol, as far as Parquet's metadata needs it. Fields are written in the order of their numbers.
final class Thrift {
    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int SHORT_LIST = 15;

    private final Bytes out;
    private final ArrayDeque<Integer> outer = new ArrayDeque<>();
    private int last;

    Thrift(Bytes out) {
        this.out = out;
    }

    Thrift i32(int field, int value) {
        header(field, I32);
        zigzag(value);
        return this;
    }

    Thrift i64(int field, long value) {
        header(field, I64);
        zigzag(value);
        return this;
    }

    Thrift bool(int field, boolean value) {
        header(field, value ? TRUE : FALSE);
        return this;
    }

    Thrift string(int field, String value) {
        header(field, BINARY);
        binary(value);
        return this;
    }

    /// Opens a struct; [#end] closes it.
    Thrift struct(int field) {
        header(field, STRUCT);
        return element();
    }

    /// A struct without a field, or an element of a list of structs; [#end] closes it.
    Thrift element() {
        outer.push(last);
        last = 0;
        return this;
    }

    Thrift end() {
        out.put(0);
        last = outer.pop();
        return this;
    }

    Thrift structs(int field, int size) {
        return list(field, size, STRUCT);
    }

    Thrift i32s(int field, int... values) {
        list(field, values.length, I32);
        for (int value : values) {
            zigzag(value);
        }
        return this;
    }

    Thrift strings(int field, String... values) {
        list(field, values.length, BINARY);
        for (String value : values) {
            binary(value);
        }
        return this;
    }

    private Thrift list(int field, int size, int type) {
        header(field, LIST);
        if (size < SHORT_LIST) {
            out.put(size << 4 | type);
        } else {
            out.put(SHORT_LIST << 4 | type);
            out.varint(size);
        }
        return this;
    }

    private void header(int field, int type) {
        out.put(field - last << 4 | type);
        last = field;
    }

    private void binary(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        out.varint(utf8.length);
        out.put(utf8);
    }

    private void zigzag(long value) {
        out.varint(value << 1 ^ value >> 63);
    }
}
