package dev.docket.model.picture;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/// What a decoding process runs: pictures in on standard input, frames out on standard output,
/// one after the other, until there is no more input, as when whoever started it has died.
final class DecoderProgram {
    private static final int BUFFER = 1 << 16;

    private DecoderProgram() {}

    public static void main(String[] arguments) throws IOException {
        try (var in = new DataInputStream(new FileInputStream(FileDescriptor.in));
                var out = new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER))) {
            // A decoder that prints must not do so in the middle of an answer.
            System.setOut(System.err);
            ImageIO.scanForPlugins();
            out.writeInt(DecoderWire.READY);
            out.flush();
            while (true) {
                DecoderWire.answer(out, DecoderWire.asked(in).read());
            }
        } catch (EOFException end) {
            // Nobody asks any more.
        }
    }
}
