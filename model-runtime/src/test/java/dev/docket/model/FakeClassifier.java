package dev.docket.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// A classifier whose outcome a test decides, text by text; without a rule every score is 0.01.
public final class FakeClassifier implements Classifier {
    public static final List<String> LABELS =
            List.of("toxicity", "hate", "harassment", "threat", "sexual", "profanity", "spam", "self_harm");
    public static final String VERSION = "fake-1";
    private static final double BIAS = -4.6;
    private static final double LOW = 0.01;

    private final Map<Predicate<String>, Outcome> rules = new LinkedHashMap<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean closed;

    private interface Outcome {
        void apply(Map<String, Double> scores) throws ModelFault;
    }

    /// Texts that match get this score under one label.
    public FakeClassifier scoring(Predicate<String> texts, String label, double score) {
        rules.put(texts, scores -> scores.put(label, score));
        return this;
    }

    /// A call with such a text fails, as a poisonous item makes it.
    public FakeClassifier failingOn(Predicate<String> texts) {
        rules.put(texts, scores -> {
            throw new ModelFault("The fake was told to fail");
        });
        return this;
    }

    /// A call with such a text does not return before [#release] or [#close].
    public FakeClassifier hangingOn(Predicate<String> texts) {
        rules.put(texts, scores -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ModelFault("Interrupted while hanging", e);
            }
        });
        return this;
    }

    /// Such texts get scores that are no numbers, as no sound classifier gives them.
    public FakeClassifier brokenOn(Predicate<String> texts) {
        rules.put(texts, scores -> scores.replaceAll((label, score) -> Double.NaN));
        return this;
    }

    /// Lets hanging calls return.
    public void release() {
        released.countDown();
    }

    /// How often [#classify] was called.
    public int calls() {
        return calls.get();
    }

    @Override
    public List<TextScores> classify(List<String> texts, boolean explain) throws ModelFault {
        calls.incrementAndGet();
        var results = new ArrayList<TextScores>();
        for (var text : texts) {
            results.add(classify(text, explain));
        }
        if (closed) {
            throw new ModelFault("The classifier is closed");
        }
        return results;
    }

    private TextScores classify(String text, boolean explain) throws ModelFault {
        var scores = new HashMap<String, Double>();
        LABELS.forEach(label -> scores.put(label, LOW));
        for (var rule : rules.entrySet()) {
            if (rule.getKey().test(text)) {
                rule.getValue().apply(scores);
            }
        }
        var labelled = LABELS.stream()
                .map(label -> new LabelScore(label, scores.get(label), VERSION))
                .toList();
        var explanations = new HashMap<String, Explanation>();
        if (explain) {
            scores.forEach((label, score) -> explanations.put(label, explanation(text, score)));
        }
        return new TextScores(labelled, explanations, 1, embedding(text));
    }

    /// Texts with many words in common are near each other.
    private static Embedding embedding(String text) {
        var vector = new float[384];
        for (var word : text.toLowerCase(Locale.ROOT).split("\\s+")) {
            var random = new Random(word.hashCode());
            for (int d = 0; d < vector.length; d++) {
                vector[d] += (float) random.nextGaussian();
            }
        }
        return Embedding.of(vector);
    }

    /// The whole text is one token.
    private static Explanation explanation(String text, double score) {
        double logit = Math.log(score / (1 - score));
        return new Explanation(List.of(new TokenContribution(0, text.length(), logit - BIAS)), BIAS, logit);
    }

    @Override
    public ModelDescription describe() {
        return new ModelDescription(VERSION, "none", "0".repeat(64), LABELS, "CPU");
    }

    @Override
    public void close() {
        closed = true;
        release();
    }
}
