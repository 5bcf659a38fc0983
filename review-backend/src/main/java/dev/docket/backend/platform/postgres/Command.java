package dev.docket.backend.platform.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program run to its end.
///
/// Output goes to a file and not to a pipe: a server that outlives the program which started it would hold the pipe
/// open and the reader would wait for ever.
final class Command {
    private static final long LIMIT_SECONDS = 120;

    private Command() {}

    /// @throws PostgresFault with what the program printed, if it fails
    static void run(List<String> command) {
        var result = attempt(command);
        if (result.status() != 0) {
            throw new PostgresFault("'%s' ended with status %d: %s"
                    .formatted(
                            Path.of(command.get(programAt(command))).getFileName(), result.status(), result.output()));
        }
    }

    static boolean succeeds(List<String> command) {
        try {
            return attempt(command).status() == 0;
        } catch (PostgresFault notThere) {
            return false;
        }
    }

    private static Result attempt(List<String> command) {
        try {
            Path output = Files.createTempFile("docket-command", ".log");
            try {
                return await(start(command, output.toFile()), output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new PostgresFault("cannot run " + command.getFirst() + ": " + e.getMessage(), e);
        }
    }

    private static Process start(List<String> command, File output) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(new File(File.separator))
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().put("LC_ALL", "C");
        builder.environment().remove("LANG");
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static Result await(Process process, Path output) throws IOException {
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Result(-1, "did not end within " + LIMIT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return new Result(-1, "interrupted");
        }
        return new Result(process.exitValue(), Files.readString(output).strip());
    }

    /// Past the wrapper, the program is the first absolute path.
    private static int programAt(List<String> command) {
        for (int i = 0; i < command.size(); i++) {
            if (command.get(i).startsWith("/")) {
                return i;
            }
        }
        return 0;
    }

    private record Result(int status, String output) {}
}
