package dev.docket.model.filter;

import dev.docket.model.filter.HashSegment.Gone;
import dev.docket.model.image.PdqHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// Perceptual hashes, searched by distance; nothing in reach is ever missed.
///
/// A search sees one immutable state: segments with an index each ([HashSegment]), marks for
/// what has been taken out of them, and a short list of newcomers that is gone through one by
/// one. A change makes the next state beside it and swaps, so that searches neither wait nor see
/// half of it. Newcomers become a segment when they are many; small segments are drawn together
/// so that there are few, and what was taken out is then forgotten. Changes wait for each other.
///
/// A hash costs about 108 bytes.
public final class HashIndex {
    private static final int MOST_NEWCOMERS = 16_384;
    /// A segment takes in its smaller neighbour when that has a fourth of its hashes or more:
    /// each hash is indexed a few times in its life, and there are a handful of segments.
    private static final int GROWTH = 4;

    private static final int WORDS = 4;
    private static final Comparator<HashMatch> NEAREST =
            Comparator.comparingInt(HashMatch::distance).thenComparingLong(HashMatch::id);

    private final AtomicReference<State> state = new AtomicReference<>(new State(List.of(), List.of()));
    private final Object changes = new Object();

    /// @param gone what has been taken out of the segment
    private record Part(HashSegment segment, Gone gone) {
        int living() {
            return segment.size() - gone.count();
        }
    }

    private record State(List<Part> parts, List<HashEntry> newcomers) {}

    /// The entries at most `distance` bits away, nearest first.
    ///
    /// @param distance 0 to 31
    public List<HashMatch> within(PdqHash hash, int distance) {
        if (distance < 0 || distance > HashSegment.FURTHEST) {
            throw new IllegalArgumentException("distances of 0 to " + HashSegment.FURTHEST + " are searched");
        }
        var seen = state.get();
        var found = new ArrayList<HashMatch>();
        for (Part part : seen.parts()) {
            part.segment().search(hash, distance, part.gone(), found);
        }
        for (HashEntry newcomer : seen.newcomers()) {
            int bits = newcomer.hash().distance(hash);
            if (bits <= distance) {
                found.add(new HashMatch(newcomer.id(), bits));
            }
        }
        found.sort(NEAREST);
        return found;
    }

    public int size() {
        var seen = state.get();
        return seen.newcomers().size()
                + seen.parts().stream().mapToInt(Part::living).sum();
    }

    /// Puts entries in, in place of those with the same ids.
    public void add(Collection<HashEntry> entries) {
        change(entries, Set.of());
    }

    /// Takes entries out; ids that are not there do not matter.
    public void remove(Collection<Long> ids) {
        change(List.of(), ids);
    }

    private void change(Collection<HashEntry> added, Collection<Long> removed) {
        if (added.isEmpty() && removed.isEmpty()) {
            return;
        }
        Map<Long, HashEntry> latest = new HashMap<>();
        added.forEach(entry -> latest.put(entry.id(), entry));
        var stale = new HashSet<>(removed);
        stale.addAll(latest.keySet());
        synchronized (changes) {
            var before = state.get();
            var parts = new ArrayList<Part>();
            before.parts().forEach(part -> parts.add(without(part, stale)));
            var newcomers = new ArrayList<HashEntry>();
            before.newcomers().stream()
                    .filter(entry -> !stale.contains(entry.id()))
                    .forEach(newcomers::add);
            newcomers.addAll(latest.values());
            if (newcomers.size() > MOST_NEWCOMERS) {
                parts.add(new Part(segment(newcomers), Gone.NONE));
                newcomers.clear();
            }
            state.set(new State(drawnTogether(parts), List.copyOf(newcomers)));
        }
    }

    private static Part without(Part part, Set<Long> stale) {
        var gone =
                stale.stream().map(part.segment()::find).filter(at -> at >= 0).toList();
        return new Part(part.segment(), part.gone().and(gone, part.segment().size()));
    }

    private static HashSegment segment(List<HashEntry> entries) {
        var sorted =
                entries.stream().sorted(Comparator.comparingLong(HashEntry::id)).toArray(HashEntry[]::new);
        var words = new long[sorted.length * WORDS];
        for (int i = 0; i < sorted.length; i++) {
            var hash = sorted[i].hash();
            words[i * WORDS] = hash.first();
            words[i * WORDS + 1] = hash.second();
            words[i * WORDS + 2] = hash.third();
            words[i * WORDS + 3] = hash.fourth();
        }
        return HashSegment.of(Arrays.stream(sorted).mapToLong(HashEntry::id).toArray(), words);
    }

    /// Largest first. Empty ones go, one that is mostly empty is indexed anew.
    private static List<Part> drawnTogether(List<Part> parts) {
        var kept = new ArrayList<Part>();
        for (Part part : parts) {
            if (part.living() > 0) {
                kept.add(part.gone().count() > part.segment().size() / 2 ? merged(part, null) : part);
            }
        }
        while (kept.size() > 1) {
            Part last = kept.getLast();
            Part neighbour = kept.get(kept.size() - 2);
            if ((long) last.living() * GROWTH < neighbour.living()) {
                break;
            }
            kept.subList(kept.size() - 2, kept.size()).clear();
            kept.add(merged(neighbour, last));
        }
        return List.copyOf(kept);
    }

    private static Part merged(Part one, @org.jspecify.annotations.Nullable Part other) {
        int size = one.living() + (other == null ? 0 : other.living());
        var ids = new long[size];
        var words = new long[size * WORDS];
        int i = 0;
        int j = 0;
        for (int to = 0; to < size; ) {
            i = nextLiving(one, i);
            j = other == null ? 0 : nextLiving(other, j);
            boolean fromOne = other == null
                    || j == other.segment().size()
                    || (i < one.segment().size()
                            && one.segment().id(i) < other.segment().id(j));
            HashSegment from = fromOne || other == null ? one.segment() : other.segment();
            int at = fromOne ? i++ : j++;
            ids[to] = from.id(at);
            for (int word = 0; word < WORDS; word++) {
                words[to * WORDS + word] = from.word(at, word);
            }
            to++;
        }
        return new Part(HashSegment.of(ids, words), Gone.NONE);
    }

    private static int nextLiving(Part part, int from) {
        int at = from;
        while (at < part.segment().size() && part.gone().contains(at)) {
            at++;
        }
        return at;
    }
}
