package dev.docket.backend.labels;

import java.io.IOException;
import java.io.OutputStream;

/// Lets a stretch of a stream through and drops the rest.
final class Window extends OutputStream {
    private final OutputStream out;
    private final long first;
    private final long end;
    private long passed;

    /// @param first the first byte let through, from 0
    /// @param length how many
    Window(OutputStream out, long first, long length) {
        this.out = out;
        this.first = first;
        this.end = length > Long.MAX_VALUE - first ? Long.MAX_VALUE : first + length;
    }

    /// Bytes seen so far, let through or not.
    long passed() {
        return passed;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /// @throws Passed once the stretch is over, so that nobody goes on for nothing
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (passed >= end) {
            throw new Passed();
        }
        int from = (int) Math.clamp(first - passed, 0, length);
        int to = (int) Math.clamp(end - passed, 0, length);
        if (from < to) {
            out.write(bytes, offset + from, to - from);
        }
        passed += length;
    }

    /// The stretch is over.
    static final class Passed extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
