package dev.docket.backend.enforcement;

import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.review.EffectiveDecisions;
import dev.docket.dto.Page;
import dev.docket.dto.review.EffectiveDecision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Decisions in the order they took effect, for platforms that would rather ask than be told.
@Service
public class Feed {
    private static final long BEGINNING = 0;

    private final EffectiveDecisions decisions;

    Feed(EffectiveDecisions decisions) {
        this.decisions = decisions;
    }

    /// One page. Its cursor is there even when the page is empty: who asks with it later misses nothing.
    ///
    /// @param after a cursor of this feed; null for the beginning
    public Page<EffectiveDecision> after(@Nullable String after, int limit) {
        var place = after == null ? Long.valueOf(BEGINNING) : Cursor.read(after).orElse(null);
        if (place == null) {
            new FieldErrors()
                    .add("/after", "must be a cursor that this feed gave")
                    .throwIfAny();
        }
        long from = place == null ? BEGINNING : place;
        var entries = decisions.after(from, limit);
        long next = entries.isEmpty() ? from : entries.getLast().sequence();
        return new Page<>(
                entries.stream().map(EffectiveDecisions.Entry::decision).toList(), Cursor.write(next));
    }
}
