package dev.docket.backend.precedents;

import dev.docket.backend.queue.Precedents;
import dev.docket.dto.review.Evidence;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds the nearest decided items: candidates out of memory, what became of them out of the database.
///
/// Blindness: only decisions in effect count, never the item's own, and never those of an item that somebody is to look
/// at again, for that somebody may be the one who asks.
@Component
class DecidedNeighbours implements Precedents {
    private static final int SHOWN = 5;
    /// More than are shown, because some will have been reopened or erased.
    private static final int CANDIDATES = 12;

    private final StoredFingerprints stored;
    private final StoredPrecedents precedents;
    private final Fingerprints fingerprints;
    private final Neighbourhood neighbourhood;
    private final PrecedentSettings settings;

    DecidedNeighbours(
            StoredFingerprints stored,
            StoredPrecedents precedents,
            Fingerprints fingerprints,
            Neighbourhood neighbourhood,
            PrecedentSettings settings) {
        this.stored = stored;
        this.precedents = precedents;
        this.fingerprints = fingerprints;
        this.neighbourhood = neighbourhood;
        this.settings = settings;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, List<Evidence.Precedent>> of(Collection<UUID> items) {
        var prints = stored.find(items, fingerprints.encoder());
        var candidates = new HashMap<UUID, Set<UUID>>();
        prints.forEach((item, print) -> candidates.put(item, candidates(print)));
        var wanted = new LinkedHashSet<UUID>();
        candidates.values().forEach(wanted::addAll);
        var decided = precedents.decided(wanted);
        var theirs = stored.find(decided.keySet(), fingerprints.encoder());

        var found = new HashMap<UUID, List<Evidence.Precedent>>();
        prints.forEach((item, print) -> {
            var near = candidates.getOrDefault(item, Set.of()).stream()
                    .flatMap(candidate -> precedent(print, theirs.get(candidate), decided.get(candidate)).stream())
                    .sorted(Comparator.comparingDouble(Evidence.Precedent::similarity)
                            .reversed()
                            .thenComparing(Comparator.comparing(Evidence.Precedent::decisionId)
                                    .reversed()))
                    .limit(SHOWN)
                    .toList();
            if (!near.isEmpty()) {
                found.put(item, near);
            }
        });
        return found;
    }

    private Set<UUID> candidates(Fingerprint print) {
        var candidates = new LinkedHashSet<UUID>();
        if (print.embedding() != null) {
            neighbourhood
                    .decidedNear(print.embedding(), CANDIDATES, settings.leastSimilarity())
                    .forEach(near -> candidates.add(near.item()));
        }
        if (print.textHash() != null) {
            candidates.addAll(stored.decidedWithText(print.textHash(), CANDIDATES));
        }
        neighbourhood.decidedLike(print.pictures()).stream().limit(CANDIDATES).forEach(candidates::add);
        candidates.remove(print.item());
        return candidates;
    }

    private Optional<Evidence.Precedent> precedent(
            Fingerprint print, @Nullable Fingerprint other, StoredPrecedents.@Nullable Decided decided) {
        if (other == null || decided == null) {
            return Optional.empty();
        }
        double similarity = Math.round(print.similarity(other) * 1000) / 1000.0;
        return similarity < settings.leastSimilarity() ? Optional.empty() : Optional.of(decided.precedent(similarity));
    }
}
