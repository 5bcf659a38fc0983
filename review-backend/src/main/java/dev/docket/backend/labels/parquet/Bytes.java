package dev.docket.backend.labels.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Bytes that grow, numbers in them little-endian. Cleared, it keeps its room. It locks nothing, unlike the library's
/// stream of bytes, which is asked for every piece of every row.
public final class Bytes {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[256];
    private int size;

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    public void put(int b) {
        room(1);
        bytes[size++] = (byte) b;
    }

    public void put(byte[] more) {
        put(more, 0, more.length);
    }

    public void put(byte[] more, int from, int length) {
        room(length);
        System.arraycopy(more, from, bytes, size, length);
        size += length;
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    public byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    void put(Bytes more) {
        put(more.bytes, 0, more.size);
    }

    void put(Bytes more, int from, int length) {
        put(more.bytes, from, length);
    }

    void int32(int value) {
        room(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    void int64(long value) {
        room(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    /// Writes over what was written there.
    void int32(int at, int value) {
        INT.set(bytes, at, value);
    }

    /// ULEB128.
    void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            put((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        put((int) rest);
    }

    /// Whether these bytes stand at a place.
    boolean has(int at, byte[] others, int from, int length) {
        return Arrays.equals(bytes, at, at + length, others, from, from + length);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }
}
