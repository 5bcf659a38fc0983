package dev.docket.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lists and runs the benchmarks: `./docket bench [NAME [--short]]`.
///
/// A run prints `name ratio low high baseline ours unit`, a line a measurement, and nothing
/// else on standard output, so that lines of several runs can be kept side by side.
public final class Bench {
    private static final String BRIEFLY = "--short";
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private final List<Benchmark> benchmarks;
    private final PrintStream out;
    private final PrintStream err;

    Bench(List<Benchmark> benchmarks, PrintStream out, PrintStream err) {
        this.benchmarks = benchmarks;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        var bench = new Bench(
                List.of(
                        new RuntimeBench(),
                        new BatchingBench(),
                        new ClassifyBench(),
                        new PrecisionBench(),
                        new ModelPeerBench(),
                        new ProfilesBench(),
                        new PdqBench(),
                        new ImagesBench(),
                        new OcrBench(),
                        new FiltersBench(),
                        new HashSearchBench(),
                        new BlocklistBench(),
                        new TrainingBench(),
                        new ClaimBench(),
                        new DecideBench(),
                        new QueuePeerBench(),
                        new SnapshotBench(),
                        new OfferBench(),
                        new ExportBench(),
                        new ModeratorsBench(),
                        new ReadyBench()),
                System.out,
                System.err);
        System.exit(bench.run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        var names = new ArrayList<>(arguments);
        var length = names.removeIf(BRIEFLY::equals) ? Length.SHORT : Length.FULL;
        if (names.isEmpty()) {
            benchmarks.forEach(benchmark -> out.printf("%-12s %s%n", benchmark.name(), benchmark.title()));
            return DONE;
        }
        if (names.size() > 1) {
            err.println("bench: one benchmark at a time, '" + names.get(1) + "' is one too many");
            return WRONG_USAGE;
        }
        Optional<Benchmark> wanted = benchmarks.stream()
                .filter(benchmark -> benchmark.name().equals(names.getFirst()))
                .findFirst();
        if (wanted.isEmpty()) {
            err.println("bench: there is no '" + names.getFirst() + "'; ./docket bench lists what there is");
            return WRONG_USAGE;
        }
        return run(wanted.get(), length);
    }

    private int run(Benchmark benchmark, Length length) {
        err.println(benchmark.title());
        try {
            for (Measurement measurement : benchmark.measure(length)) {
                out.println(measurement);
            }
            return DONE;
        } catch (Exception e) {
            err.println("bench: " + benchmark.name() + " failed: " + e);
            return FAILED;
        }
    }
}
