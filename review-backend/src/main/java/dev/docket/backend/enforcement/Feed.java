package dev.docket.backend.enforcement;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.review.EffectiveDecisions;
import dev.docket.backend.review.Veils;
import dev.docket.dto.Page;
import dev.docket.dto.review.EffectiveDecision;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Decisions in the order they took effect, for platforms that would rather ask than be told.
@Service
public class Feed {
    private static final long BEGINNING = 0;

    private final EffectiveDecisions decisions;
    private final Veils veils;

    Feed(EffectiveDecisions decisions, Veils veils) {
        this.decisions = decisions;
        this.veils = veils;
    }

    /// One page. Its cursor is there even when the page is empty: who asks with it later misses nothing.
    ///
    /// @param caller a person does not see decisions veiled from them; programs see all
    /// @param after a cursor of this feed; null for the beginning
    public Page<EffectiveDecision> after(Caller caller, @Nullable String after, int limit) {
        var place = after == null ? Long.valueOf(BEGINNING) : Cursor.read(after).orElse(null);
        if (place == null) {
            new FieldErrors()
                    .add("/after", "must be a cursor that this feed gave")
                    .throwIfAny();
        }
        long from = place == null ? BEGINNING : place;
        var entries = decisions.after(from, limit);
        long next = entries.isEmpty() ? from : entries.getLast().sequence();
        return new Page<>(visible(caller, entries), Cursor.write(next));
    }

    private List<EffectiveDecision> visible(Caller caller, List<EffectiveDecisions.Entry> entries) {
        var decisions = entries.stream().map(EffectiveDecisions.Entry::decision).toList();
        var items = decisions.stream().flatMap(Feed::itemOf).toList();
        var veiled = veils.over(items, caller);
        return decisions.stream()
                .filter(decision -> itemOf(decision).noneMatch(veiled::contains))
                .toList();
    }

    private static Stream<UUID> itemOf(EffectiveDecision decision) {
        return Stream.ofNullable(decision.itemId()).map(UUID::fromString);
    }
}
