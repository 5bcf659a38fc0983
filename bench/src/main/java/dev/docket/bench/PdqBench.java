package dev.docket.bench;

import dev.docket.model.image.Pdq;
import dev.docket.model.image.PdqHash;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// P15: hashing pictures that are decoded already, against the reference in C++, which is
/// called in this process. That both give the same bits is checked first.
final class PdqBench implements Benchmark {
    private static final int ROUNDS = 7;
    private static final int[][] SIZES = {{512, 512}, {1_600, 1_004}};
    private static final int[][] CHECKED = {{8, 8}, {64, 64}, {63, 200}, {257, 511}, {640, 480}, {1_000, 1_333}};
    private static final int CHANNELS = 3;

    @Override
    public String name() {
        return "pdq";
    }

    @Override
    public String title() {
        return "P15: PDQ of decoded pictures against the reference in C++ (equal bits are checked);"
                + " -Ddocket.bench.pdq-reference=LIBRARY, see bench/README.md; goal: pdq-SIZE >= 1.0";
    }

    @Override
    public List<Measurement> measure(Length length) throws Exception {
        var library = System.getProperty("docket.bench.pdq-reference");
        if (library == null) {
            throw new IllegalStateException("-Ddocket.bench.pdq-reference must name the reference as a library;"
                    + " bench/README.md says how to build it");
        }
        try (var arena = Arena.ofConfined()) {
            var reference = new Reference(Path.of(library), arena);
            int checked = length.of("pdq-pictures", 300, 60);
            for (int i = 0; i < checked; i++) {
                check(reference, new Pixels(CHECKED[i % CHECKED.length], i, arena));
            }
            var measurements = new ArrayList<Measurement>();
            for (int[] size : SIZES) {
                measurements.add(rate(reference, new Pixels(size, 1, arena), length.of(40, 10)));
            }
            return measurements;
        }
    }

    private static void check(Reference reference, Pixels pixels) {
        var expected = reference.hash(pixels);
        var ours = Pdq.hash(pixels.rgb, pixels.width, pixels.height);
        if (!ours.equals(expected)) {
            throw new IllegalStateException("%d bits of a picture of %d x %d are not the reference's"
                    .formatted(ours.distance(expected), pixels.width, pixels.height));
        }
    }

    private static Measurement rate(Reference reference, Pixels pixels, int times) throws Exception {
        return new SideBySide(ROUNDS)
                .rates(
                        "pdq-%dx%d".formatted(pixels.width, pixels.height),
                        "pictures/s",
                        times,
                        () -> repeated(times, () -> reference.hash(pixels)),
                        () -> repeated(times, () -> Pdq.hash(pixels.rgb, pixels.width, pixels.height)));
    }

    private static int repeated(int times, java.util.function.Supplier<PdqHash> hashing) {
        int quality = 0;
        for (int i = 0; i < times; i++) {
            quality += hashing.get().quality();
        }
        return quality;
    }

    /// The same picture as Java and as C++ have it: noise, gradients or waves, by its seed.
    private static final class Pixels {
        private final int width;
        private final int height;
        private final int[] rgb;
        private final MemorySegment bytes;

        Pixels(int[] size, int seed, Arena arena) {
            width = size[0];
            height = size[1];
            rgb = new int[width * height];
            bytes = arena.allocate((long) CHANNELS * rgb.length);
            var random = new Random(seed);
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = switch (seed % CHANNELS) {
                    case 0 -> random.nextInt(0x1000000);
                    case 1 -> gradient(i % width, i / width, seed);
                    default -> wave(i % width, i / width, seed);
                };
                for (int channel = 0; channel < CHANNELS; channel++) {
                    bytes.set(ValueLayout.JAVA_BYTE, (long) CHANNELS * i + channel, (byte)
                            (rgb[i] >> 8 * (CHANNELS - 1 - channel)));
                }
            }
        }

        private int gradient(int x, int y, int seed) {
            return x * 255 / width << 16 | y * 255 / height << 8 | x * y * seed & 0xff;
        }

        private static int wave(int x, int y, int seed) {
            int light = (int) (127 + 127 * Math.sin(x * 0.05 * (1 + seed % 5)) * Math.cos(y * 0.03 * (1 + seed % 7)));
            return light << 16 | 255 - light << 8 | light;
        }
    }

    /// `int pdq_hash(const uint8_t *rgb, int rows, int columns, uint8_t hash[32])`, which
    /// answers the quality.
    private static final class Reference {
        private final MethodHandle function;
        private final MemorySegment hash;

        Reference(Path library, Arena arena) {
            var symbol =
                    SymbolLookup.libraryLookup(library, arena).find("pdq_hash").orElseThrow();
            function = Linker.nativeLinker()
                    .downcallHandle(
                            symbol,
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS));
            hash = arena.allocate(PdqHash.BYTES);
        }

        PdqHash hash(Pixels pixels) {
            try {
                int quality = (int) function.invokeExact(pixels.bytes, pixels.height, pixels.width, hash);
                return PdqHash.fromBytes(hash.toArray(ValueLayout.JAVA_BYTE), quality);
            } catch (Throwable e) {
                throw new IllegalStateException("The reference could not be called", e);
            }
        }
    }
}
