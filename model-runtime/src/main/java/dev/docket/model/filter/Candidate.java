package dev.docket.model.filter;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A place of a reading where a term may stand, and where that term is to be found.
///
/// Nothing of the term has been looked at yet. In a text full of terms each of them is elsewhere in
/// memory, which brings many that are asked for together as fast as one.
record Candidate(int begin, int end, @Nullable Shape[] terms, int at) {
    /// Whether there is a term at all, as long and with the same end.
    boolean fits(Reading reading) {
        Shape term = terms[at];
        int length = end - begin;
        return term != null && term.length() == length && term.letter(length - 1) == reading.letter(end - 1);
    }

    /// Of one that fits.
    Shape term() {
        return Objects.requireNonNull(terms[at]);
    }
}
