package dev.docket.model.head;

import dev.docket.model.text.Occurrences;

/// What each hashed feature adds to each label's logit, a byte a weight.
///
/// A byte `q` stands for `sign(q) (q / 127)^2 scale`: most weights are near zero, where squaring makes the steps fine.
/// The rounding is part of the head, not an error of it: calibration and explanations see the rounded weights.
///
/// @param bits the lexicon has `2^bits` buckets
/// @param scales the largest weight of each label
/// @param steps bucket by bucket, the labels side by side
public record Lexicon(int bits, float[] scales, byte[] steps) {
    private static final float LAST_STEP = Byte.MAX_VALUE;
    /// What each byte stands for, as a share of the largest weight: a text has hundreds of features, a byte a label.
    private static final float[] SHARES = new float[1 << Byte.SIZE];

    static {
        for (int q = Byte.MIN_VALUE; q <= Byte.MAX_VALUE; q++) {
            float share = q / LAST_STEP;
            SHARES[Byte.toUnsignedInt((byte) q)] = share * Math.abs(share);
        }
    }

    public Lexicon {
        if (steps.length != scales.length << bits) {
            throw new IllegalArgumentException("The lexicon's size does not fit its labels");
        }
    }

    /// Rounds real weights, bucket by bucket with the labels side by side.
    public static Lexicon round(int bits, int labels, float[] weights) {
        var scales = new float[labels];
        for (int i = 0; i < weights.length; i++) {
            scales[i % labels] = Math.max(scales[i % labels], Math.abs(weights[i]));
        }
        var steps = new byte[weights.length];
        for (int i = 0; i < weights.length; i++) {
            float share = scales[i % labels] == 0 ? 0 : Math.abs(weights[i]) / scales[i % labels];
            steps[i] = (byte) (Math.signum(weights[i]) * Math.round(Math.sqrt(share) * LAST_STEP));
        }
        return new Lexicon(bits, scales, steps);
    }

    /// The weight of one bucket for one label.
    public double weight(int bucket, int label) {
        return SHARES[Byte.toUnsignedInt(steps[bucket * scales.length + label])] * scales[label];
    }

    /// What all `occurrences` together add to each label's logit.
    public double[] sum(Occurrences occurrences) {
        var sum = new double[scales.length];
        for (int i = 0; i < occurrences.size(); i++) {
            for (int label = 0; label < sum.length; label++) {
                sum[label] += occurrences.value(i) * weight(occurrences.bucket(i), label);
            }
        }
        return sum;
    }
}
