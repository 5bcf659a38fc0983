package dev.docket.backend;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The folder a floor lives in, for one floor at a time.
///
/// The lock is the operating system's: it goes when the process goes, however it goes. What lies beside it, the port
/// and the process id, is for scripts to read.
final class FloorHome {
    private final Path run;
    private final FileChannel channel;
    private final FileLock lock;

    private FloorHome(Path run, FileChannel channel, FileLock lock) {
        this.run = run;
        this.channel = channel;
        this.lock = lock;
    }

    /// The folder cannot be had; the message says why and what to do.
    static final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Taken(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    static FloorHome take(Path home) {
        Path run = home.resolve("run");
        try {
            Files.createDirectories(run);
            var channel = FileChannel.open(run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new Taken("Another floor runs in " + home + " (process " + read(run.resolve("pid"))
                        + "). Stop it, or choose another folder with --home DIR.");
            }
            return new FloorHome(run, channel, lock);
        } catch (IOException e) {
            throw new Taken("The folder " + home + " cannot be used: " + e + ". Choose another with --home DIR.");
        }
    }

    /// Tells scripts where the floor is. The port comes last: who sees it may call.
    void announce(int port) throws IOException {
        Files.writeString(
                run.resolve("pid"), Long.toString(ProcessHandle.current().pid()));
        Path fresh = Files.writeString(run.resolve("port.new"), Integer.toString(port));
        Files.move(fresh, run.resolve("port"), StandardCopyOption.ATOMIC_MOVE);
    }

    void leave() {
        try {
            Files.deleteIfExists(run.resolve("port"));
            Files.deleteIfExists(run.resolve("pid"));
            lock.release();
            channel.close();
        } catch (IOException e) {
            // The process ends here, and the lock with it; a stale port file is checked against the lock.
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
