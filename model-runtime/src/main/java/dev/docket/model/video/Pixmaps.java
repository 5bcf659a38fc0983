package dev.docket.model.video;

import dev.docket.model.picture.Frame;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Portable pixmaps (PPM) one after the other: `P6`, width, height, 255, and three bytes a pixel.
final class Pixmaps {
    private static final int BYTES_A_PIXEL = 3;
    private static final int MOST_DIGITS = 5;

    private final DataInputStream in;
    private final int mostSide;
    private int index;

    Pixmaps(InputStream in, int mostSide) {
        this.in = new DataInputStream(in);
        this.mostSide = mostSide;
    }

    /// The next one; empty at the end.
    Optional<Frame> next() throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        if (first != 'P' || in.read() != '6' || in.read() != '\n') {
            throw new IOException("This is no pixmap");
        }
        int width = number();
        int height = number();
        if (Math.min(width, height) < 1 || Math.max(width, height) > mostSide || number() != 255) {
            throw new IOException("A pixmap of another size than was asked for");
        }
        var bytes = new byte[width * height * BYTES_A_PIXEL];
        in.readFully(bytes);
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (bytes[BYTES_A_PIXEL * i] & 0xff) << 16
                    | (bytes[BYTES_A_PIXEL * i + 1] & 0xff) << 8
                    | bytes[BYTES_A_PIXEL * i + 2] & 0xff;
        }
        return Optional.of(new Frame(index++, width, height, pixels));
    }

    /// Digits and the one blank behind them.
    private int number() throws IOException {
        int number = 0;
        for (int i = 0; i <= MOST_DIGITS; i++) {
            int digit = in.read();
            if (digit == ' ' || digit == '\n') {
                return number;
            }
            if (digit < '0' || digit > '9') {
                break;
            }
            number = 10 * number + digit - '0';
        }
        throw new EOFException("A pixmap's header is cut short");
    }
}
