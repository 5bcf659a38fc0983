package dev.docket.model.picture;

import dev.docket.model.ModelFault;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One process that decodes, from its start to its end. For use by one thread at a time.
final class DecoderProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration LAST_WORDS = Duration.ofMillis(500);
    private static final int BUFFER = 1 << 16;

    /// With which Java ends when its heap is full and it was told to end then.
    private static final int OUT_OF_MEMORY = 3;

    /// Heap for the largest canvas that is taken; the rest of a process is watched from outside.
    private static final List<String> FLAGS = List.of(
            "-Xms16m",
            "-Xmx512m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:MaxMetaspaceSize=64m",
            "-Xshare:auto",
            "-Djava.awt.headless=true");

    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;
    private boolean spent;

    private DecoderProcess(Process process) {
        this.process = process;
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER));
        in = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER));
    }

    /// Returns when the process is ready.
    static DecoderProcess start(ProcessWatch watch) throws ModelFault {
        try {
            var process = new DecoderProcess(builder().start());
            try (var watched = watch.over(process.process, START)) {
                if (process.in.readInt() != DecoderWire.READY) {
                    throw new IOException("It is not ready");
                }
                return process;
            } catch (IOException e) {
                process.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ModelFault("A process to decode pictures in could not be started", e);
        }
    }

    /// Inherits nothing: no variable of this process's environment, and only the classes that
    /// it needs.
    private static ProcessBuilder builder() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add("-cp");
        command.add(DecoderClassPath.find());
        command.add(DecoderProgram.class.getName());
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return builder;
    }

    /// A process that was ended on the way is not to be used again, see [#alive].
    Decoding decode(byte[] picture, PictureLimits limits, ProcessWatch watch) {
        try (var watched = watch.over(process, limits.time())) {
            try {
                DecoderWire.ask(out, picture, limits);
                return DecoderWire.answered(in, limits);
            } catch (IOException e) {
                spent = true;
                return new Decoding.Refused(watched.refusal().orElseGet(this::refusal));
            }
        }
    }

    /// Why it ended by itself, or else spoke nonsense.
    private Refusal refusal() {
        try {
            boolean ended = process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
            return ended && process.exitValue() == OUT_OF_MEMORY ? Refusal.BOMB : Refusal.UNREADABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Refusal.UNREADABLE;
        }
    }

    boolean alive() {
        return !spent && process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
