package dev.docket.model.artifact;

import java.util.Arrays;

/// What a model's output of classes holds.
public enum ClassValues {
    /// Probabilities that make 1: the classes of a label are added up.
    PROBABILITIES,
    /// Logits of classes of which exactly one applies: soft maximum, then as above.
    LOGITS_OF_ONE,
    /// Logits of classes that apply each for itself: a label is its likeliest class.
    LOGITS_OF_EACH;

    /// The classes' probabilities.
    public double[] probabilities(float[] output) {
        var numbers = new double[output.length];
        Arrays.setAll(numbers, i -> output[i]);
        return switch (this) {
            case PROBABILITIES -> numbers;
            case LOGITS_OF_ONE -> softMaximum(numbers);
            case LOGITS_OF_EACH ->
                Arrays.stream(numbers).map(logit -> 1 / (1 + Math.exp(-logit))).toArray();
        };
    }

    private static double[] softMaximum(double[] logits) {
        double most = Arrays.stream(logits).max().orElse(0);
        double[] powers =
                Arrays.stream(logits).map(logit -> Math.exp(logit - most)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }

    /// The probability of a label that is made of some of the classes. Rounding may take a sum
    /// a little over 1.
    public double together(double[] probabilities, Iterable<Integer> classes) {
        double sum = 0;
        double most = 0;
        for (int index : classes) {
            sum += probabilities[index];
            most = Math.max(most, probabilities[index]);
        }
        return this == LOGITS_OF_EACH ? most : Math.min(1, sum);
    }
}
