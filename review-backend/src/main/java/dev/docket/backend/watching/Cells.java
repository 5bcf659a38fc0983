package dev.docket.backend.watching;

import dev.docket.model.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything about a stretch of time that is compared with another: what came in, what the
/// model said of it, and what people found, as a whole and language by language.
///
/// @param centre the mean of the embeddings, against which those of another stretch are held
record Cells(List<Cell> cells, @Nullable List<Double> centre) {
    static final String INPUT = "INPUT";
    static final String SCORE = "SCORE";
    static final String LABEL = "LABEL";
    /// As many numbers of a cell as are worth keeping: the index is of tenths.
    private static final int KEPT = 500;

    private static final int LANGUAGES = 5;

    /// @param numbers an even draw of the values; empty where there is no order
    /// @param kinds counts by value; empty where there is an order
    /// @param of how many observations there were
    record Cell(
            String kind,
            String about,
            @Nullable String language,
            List<Double> numbers,
            Map<String, Long> kinds,
            long of) {
        boolean isAbout(Cell other) {
            return kind.equals(other.kind) && about.equals(other.about) && Objects.equals(language, other.language);
        }
    }

    /// @param least observations from which a label or language is looked at by itself
    /// @param centre of the reference; null to take that of these
    static Cells of(List<Sample> samples, List<Outcome> outcomes, int least, @Nullable List<Double> centre) {
        var cells = new ArrayList<Cell>();
        var middle = centre == null ? centre(samples) : centre;
        inputs(samples, middle, cells);
        var byLanguage = samples.stream().collect(Collectors.groupingBy(Sample::language));
        scores(samples, null, least, cells);
        byLanguage.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .limit(LANGUAGES)
                .filter(entry -> entry.getValue().size() >= least)
                .forEach(entry -> scores(entry.getValue(), entry.getKey(), least, cells));
        labels(outcomes, null, least, cells);
        outcomes.stream()
                .collect(Collectors.groupingBy(Outcome::language))
                .forEach((language, found) -> labels(found, language, least, cells));
        return new Cells(cells, middle);
    }

    private static void inputs(List<Sample> samples, @Nullable List<Double> centre, List<Cell> cells) {
        cells.add(numbers(
                INPUT,
                "length",
                null,
                samples.stream().map(sample -> Math.log1p(sample.length())).toList()));
        cells.add(kinds(
                INPUT, "language", null, samples.stream().map(Sample::language).toList()));
        if (centre != null) {
            cells.add(numbers(
                    INPUT,
                    "embedding",
                    null,
                    samples.stream()
                            .filter(sample -> sample.embedding() != null)
                            .map(sample -> nearness(Objects.requireNonNull(sample.embedding()), centre))
                            .toList()));
        }
    }

    private static void scores(List<Sample> samples, @Nullable String language, int least, List<Cell> cells) {
        var byLabel = new LinkedHashMap<String, List<Double>>();
        samples.forEach(sample -> sample.scores()
                .forEach((label, score) ->
                        byLabel.computeIfAbsent(label, any -> new ArrayList<>()).add(score)));
        byLabel.forEach((label, scores) -> {
            if (scores.size() >= least) {
                cells.add(numbers(SCORE, label, language, scores));
            }
        });
    }

    private static void labels(List<Outcome> outcomes, @Nullable String language, int least, List<Cell> cells) {
        var byLabel = new HashMap<String, List<String>>();
        outcomes.forEach(outcome -> outcome.labels()
                .forEach((label, found) -> byLabel.computeIfAbsent(label, any -> new ArrayList<>())
                        .add(found == 1 ? "found" : "not found")));
        byLabel.forEach((label, found) -> {
            if (found.size() >= least) {
                cells.add(kinds(LABEL, label, language, found));
            }
        });
    }

    private static Cell numbers(String kind, String about, @Nullable String language, List<Double> values) {
        var kept = new ArrayList<Double>();
        double step = Math.max(1, (double) values.size() / KEPT);
        for (double at = 0; at < values.size(); at += step) {
            kept.add(values.get((int) at));
        }
        return new Cell(kind, about, language, kept, Map.of(), values.size());
    }

    private static Cell kinds(String kind, String about, @Nullable String language, List<String> values) {
        return new Cell(kind, about, language, List.of(), Distribution.kinds(values), values.size());
    }

    private static @Nullable List<Double> centre(List<Sample> samples) {
        var embeddings = samples.stream()
                .map(Sample::embedding)
                .filter(Objects::nonNull)
                .map(embedding -> Objects.requireNonNull(embedding).toBytes())
                .toList();
        if (embeddings.isEmpty()) {
            return null;
        }
        var sums = new double[embeddings.getFirst().length];
        for (byte[] embedding : embeddings) {
            double norm = norm(embedding);
            for (int d = 0; d < Math.min(sums.length, embedding.length); d++) {
                sums[d] += embedding[d] / norm / embeddings.size();
            }
        }
        return Arrays.stream(sums).boxed().toList();
    }

    /// The cosine of an embedding and the centre.
    private static double nearness(Embedding embedding, List<Double> centre) {
        byte[] values = embedding.toBytes();
        double dot = 0;
        double length = 0;
        for (int d = 0; d < Math.min(values.length, centre.size()); d++) {
            dot += values[d] * centre.get(d);
            length += centre.get(d) * centre.get(d);
        }
        return dot / (norm(values) * Math.max(1e-9, Math.sqrt(length)));
    }

    private static double norm(byte[] values) {
        double sum = 0;
        for (byte value : values) {
            sum += (double) value * value;
        }
        return Math.max(1e-9, Math.sqrt(sum));
    }
}
