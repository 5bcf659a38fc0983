package dev.docket.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void withoutANameItListsWhatThereIs() {
        assertThat(bench(new Fixed()).run(List.of())).isZero();
        assertThat(text(out)).contains("fixed").contains("nothing at all");
    }

    @Test
    void aRunPrintsOneLineAMeasurement() {
        assertThat(bench(new Fixed()).run(List.of("fixed"))).isZero();
        assertThat(text(out).strip()).isEqualTo("fixed 1.500 1.400 1.600 100.0 150.0 items/s");
    }

    @Test
    void aShortRunIsAskedForByAnOption() {
        assertThat(bench(new Fixed()).run(List.of("--short", "fixed"))).isZero();
        assertThat(text(out).strip()).isEqualTo("fixed 1.500 1.400 1.600 10.00 15.00 items/s");
    }

    @Test
    void anUnknownNameIsWrongUsage() {
        assertThat(bench(new Fixed()).run(List.of("nope"))).isEqualTo(2);
        assertThat(text(err)).contains("'nope'");
    }

    private Bench bench(Benchmark benchmark) {
        return new Bench(List.of(benchmark), print(out), print(err));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private record Fixed() implements Benchmark {
        @Override
        public String name() {
            return "fixed";
        }

        @Override
        public String title() {
            return "nothing at all";
        }

        @Override
        public List<Measurement> measure(Length length) {
            return List.of(new Measurement("fixed", 1.5, 1.4, 1.6, length.of(100, 10), length.of(150, 15), "items/s"));
        }
    }
}
