package dev.docket.bench;

import dev.docket.model.filter.Blocklist;
import dev.docket.model.filter.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// P17: 100,000 terms over texts of 10 kB, ordinary ones and the most hostile that we could
/// think of.
final class BlocklistBench implements Benchmark {
    private static final int ROUNDS = 7;
    private static final int TERMS = 100_000;
    private static final int FEW_TERMS = 20_000;
    private static final int FRAGMENTS = 10_000;
    private static final int FEW_FRAGMENTS = 2_000;
    private static final int CHARACTERS = 10_000;
    private static final int TEXTS = 200;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(17);

    @Override
    public String name() {
        return "blocklist";
    }

    @Override
    public String title() {
        return "P17: 100,000 terms over 10 kB of hostile text (ours) against 10 kB of ordinary text (baseline);"
                + " goals: ordinary p99 <= 1 ms, every hostile-p50 <= 3";
    }

    @Override
    public List<Measurement> measure(Length length) throws Exception {
        var samples = new SampleTerms(random);
        var terms = samples.terms(length.of(TERMS, FEW_TERMS));
        var memory = memory(terms);
        var list = Blocklist.of(terms);
        var ordinary = searches(list, this::ordinary);
        var comparison = new SideBySide(ROUNDS);
        var measurements = new ArrayList<>(comparison.latencies("ordinary", ordinary, ordinary, 50, 99));
        for (var hostile : hostile(terms).entrySet()) {
            measurements.addAll(
                    comparison.latencies(hostile.getKey(), ordinary, searches(list, hostile.getValue()), 50));
        }
        var fragments = samples.fragments(length.of(FRAGMENTS, FEW_FRAGMENTS), terms.size());
        var together = new ArrayList<>(terms);
        together.addAll(fragments);
        var both = Blocklist.of(together);
        var usual = searches(both, this::ordinary);
        measurements.addAll(comparison.latencies("fragments-ordinary", ordinary, usual, 50, 99));
        measurements.addAll(comparison.latencies(
                "fragments-run-on",
                usual,
                searches(both, () -> filled(() -> term(fragments).replace("*", ""))),
                50));
        measurements.addAll(comparison.latencies(
                "fragments-disguised",
                usual,
                searches(both, () -> filled(() -> disguised(term(fragments).replace("*", "")) + " ")),
                50));
        measurements.add(memory);
        return measurements;
    }

    /// What the compiled list keeps in memory, beside the letters of its terms.
    private static Measurement memory(List<Term> terms) {
        long before = used();
        var list = Blocklist.of(terms);
        double ours = (used() - before) / 1e6;
        if (list.find("kept alive", "en").isEmpty()) {
            double letters =
                    terms.stream().mapToLong(term -> 2L * term.text().length()).sum() / 1e6;
            return new Measurement("memory", ours / letters, ours / letters, ours / letters, letters, ours, "MB");
        }
        throw new IllegalStateException("a term was found where none is");
    }

    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }

    private SideBySide.Requests searches(Blocklist list, Supplier<String> texts) {
        var searches = new ArrayList<Callable<?>>();
        for (int i = 0; i < TEXTS; i++) {
            String text = texts.get();
            searches.add(() -> list.find(text, "en"));
        }
        return new SideBySide.Requests(searches);
    }

    private String ordinary() {
        var texts = DemoTexts.all();
        var text = new StringBuilder();
        while (text.length() < CHARACTERS) {
            text.append(texts.get(random.nextInt(texts.size()))).append(' ');
        }
        return text.substring(0, CHARACTERS);
    }

    private Map<String, Supplier<String>> hostile(List<Term> terms) {
        var hostile = new LinkedHashMap<String, Supplier<String>>();
        hostile.put("only-terms", () -> filled(() -> term(terms) + " "));
        hostile.put("terms-run-on", () -> filled(() -> term(terms)));
        hostile.put("almost-terms", () -> filled(() -> term(terms).substring(1) + "x "));
        hostile.put("disguised", () -> filled(() -> disguised(term(terms)) + " "));
        hostile.put("spelt", () -> filled(() -> String.join(".", term(terms).split("")) + " "));
        hostile.put("drawn-out", () -> filled(() -> term(terms).substring(0, 1).repeat(40)));
        hostile.put("invisible", () -> filled(() -> "\u200B\u0301\u00ADa"));
        hostile.put("unfolding", () -> filled(() -> "\u3316\u33C2\uFB03"));
        hostile.put(
                "look-alikes",
                () -> filled(() -> term(terms).replace('a', '\u0430').replace('e', '\u0435') + "\u043E "));
        hostile.put("any-characters", () -> filled(() -> Character.toString(random.nextInt(0x110000))));
        hostile.put("signs", () -> filled(() -> "a1!|l$"));
        hostile.put("digits-and-a-letter", () -> "12".repeat(CHARACTERS / 2 - 1) + "ab");
        hostile.put("ideographs", () -> filled(() -> Character.toString(random.nextInt(0x4E00, 0x9FA0))));
        hostile.put("single-letters", () -> filled(() -> "a b "));
        return hostile;
    }

    private String term(List<Term> terms) {
        return terms.get(random.nextInt(terms.size())).text();
    }

    private static String disguised(String term) {
        return term.replace('i', '1').replace('o', '0').replace('s', '$');
    }

    private static String filled(Supplier<String> part) {
        var text = new StringBuilder();
        while (text.length() < CHARACTERS) {
            text.append(part.get());
        }
        return text.substring(0, CHARACTERS);
    }
}
