package dev.docket.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// P12: how long a packed floor takes until it is ready, with the cache that `docket-floor prepare` made against
/// without it.
///
/// Both start on homes of their own that were started before, and are stopped in good order after each start.
final class ReadyBench implements Benchmark {
    private static final String READY = "Docket is ready";
    private static final int PATIENCE_SECONDS = 120;

    @Override
    public String name() {
        return "ready";
    }

    @Override
    public String title() {
        return "P12: a packed floor's start until it is ready, with the cache of `docket-floor prepare` against without;"
                + " wants -Ddocket.bench.floor=FOLDER; goal: ready-p50 <= 0.60, and <= 4000 ms";
    }

    @Override
    public List<Measurement> measure(Length length) throws Exception {
        var floor = Path.of(System.getProperty("docket.bench.floor", "")).toAbsolutePath();
        if (!Files.isReadable(floor.resolve("floor.aot"))) {
            throw new IOException("-Ddocket.bench.floor is an unpacked archive of the floor that was prepared; " + floor
                    + " has no floor.aot");
        }
        var without = new Start(floor, "none", Files.createTempDirectory("docket-bench"));
        var with = new Start(floor, "floor.aot", Files.createTempDirectory("docket-bench"));
        try {
            return new SideBySide(7)
                    .latencies(
                            "ready",
                            new SideBySide.Requests(without::stop, List.of(without)),
                            new SideBySide.Requests(with::stop, List.of(with)),
                            50);
        } finally {
            without.stop();
            with.stop();
        }
    }

    /// One way to start.
    private static final class Start implements Callable<String> {
        private final ProcessBuilder command;
        private final Path log;
        private @Nullable Process process;

        Start(Path floor, String cache, Path home) {
            log = home.resolve("log");
            command = new ProcessBuilder(
                    floor.resolve("bin/docket-floor").toString(), "--port", "0", "--home", home + "/floor");
            command.environment().put("DOCKET_AOT", floor.resolve(cache).toString());
            command.environment().put("JAVA_HOME", System.getProperty("java.home"));
            command.redirectErrorStream(true).redirectOutput(log.toFile());
        }

        /// Returns when the floor is ready.
        @Override
        public String call() throws IOException, InterruptedException {
            var started = command.start();
            process = started;
            for (int i = 0; i < PATIENCE_SECONDS * 50 && started.isAlive(); i++) {
                if (Files.readString(log).contains(READY)) {
                    return READY;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            throw new IOException("the floor was not ready; its output is in " + log);
        }

        String stop() throws InterruptedException {
            var started = process;
            if (started != null) {
                started.destroy();
                started.waitFor();
            }
            return "stopped";
        }
    }
}
