package dev.docket.model.filter;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A place of a reading where a term may stand, and where that term is to be found.
///
/// Nothing of the term has been looked at yet. In a text full of terms each of them is elsewhere in
/// memory, which brings many that are asked for together as fast as one.
record Candidate(int begin, int end, @Nullable Shape[] terms, int at) {
    /// Whether there is a term at all, and as long.
    boolean fits() {
        Shape term = terms[at];
        return term != null && term.length() == end - begin;
    }

    /// Of one that fits.
    Shape term() {
        return Objects.requireNonNull(terms[at]);
    }
}
