package dev.docket.model.train;

/// A labelled text.
///
/// @param targets one per head, 0..1; NaN where nobody looked, which is not the same as "no"
/// @param source the data set it came from
/// @param language ISO 639-1
record Example(String text, float[] targets, String source, String language, Split split) {
    boolean knows(int label) {
        return !Float.isNaN(targets[label]);
    }

    boolean knowsAny() {
        for (float target : targets) {
            if (!Float.isNaN(target)) {
                return true;
            }
        }
        return false;
    }

    boolean positive(int label) {
        return targets[label] >= 0.5f;
    }
}
