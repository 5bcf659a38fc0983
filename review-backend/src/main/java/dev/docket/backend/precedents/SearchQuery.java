package dev.docket.backend.precedents;

import dev.docket.dto.review.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is looked for. Everything that is given has to hold.
///
/// @param q words, by their beginnings, or the id of an item, ours or the platform's
/// @param author the platform's id of an author
/// @param policy and outcome of the decision in effect
/// @param from and `to`: when the item was submitted
/// @param hash SHA-256 or PDQ hash of an image, in hexadecimal
/// @param like the id of an item that the others should be like
/// @param after a cursor
public record SearchQuery(
        @Nullable String q,
        @Nullable String author,
        @Nullable String source,
        @Nullable String policy,
        @Nullable Outcome outcome,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String hash,
        @Nullable String like,
        @Nullable String after,
        int limit) {

    /// What kind of thing was asked for, without what it was.
    List<String> kinds() {
        var kinds = new ArrayList<String>();
        add(kinds, "words", q);
        add(kinds, "author", author);
        add(kinds, "source", source);
        add(kinds, "policy", policy);
        add(kinds, "outcome", outcome);
        add(kinds, "time", from == null ? to : from);
        add(kinds, "hash", hash);
        add(kinds, "like", like);
        return kinds;
    }

    private static void add(List<String> kinds, String kind, @Nullable Object value) {
        if (value != null) {
            kinds.add(kind);
        }
    }
}
