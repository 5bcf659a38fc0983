package dev.docket.backend.labels.parquet;

/// Parquet's hybrid of runs and packed bits, for levels and for places in a dictionary: eight
/// or more equal numbers are a run, the others are packed, eight at a time.
final class Levels {
    private static final int GROUP = 8;

    private Levels() {}

    static void encode(int[] values, int size, int width, Bytes out) {
        var packed = new int[size + GROUP];
        int waiting = 0;
        int at = 0;
        while (at < size) {
            int end = at + 1;
            while (end < size && values[end] == values[at]) {
                end++;
            }
            // What waits to be packed must fill its group before a run can follow.
            while (at < end && waiting % GROUP != 0) {
                packed[waiting++] = values[at++];
            }
            if (end - at >= GROUP) {
                pack(packed, waiting, width, out);
                waiting = 0;
                run(values[at], end - at, width, out);
                at = end;
            }
            while (at < end) {
                packed[waiting++] = values[at++];
            }
        }
        while (waiting % GROUP != 0) {
            packed[waiting++] = 0;
        }
        pack(packed, waiting, width, out);
    }

    /// Bits that hold every number up to `most`.
    static int width(int most) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(most);
    }

    private static void run(int value, int length, int width, Bytes out) {
        out.varint((long) length << 1);
        for (int shift = 0; shift < width; shift += Byte.SIZE) {
            out.put(value >>> shift);
        }
    }

    private static void pack(int[] values, int size, int width, Bytes out) {
        if (size == 0) {
            return;
        }
        out.varint((long) size / GROUP << 1 | 1);
        long bits = 0;
        int held = 0;
        for (int i = 0; i < size; i++) {
            bits |= (long) values[i] << held;
            held += width;
            while (held >= Byte.SIZE) {
                out.put((int) bits);
                bits >>>= Byte.SIZE;
                held -= Byte.SIZE;
            }
        }
    }
}
