package dev.docket.backend.labels;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where each row of a set goes, or that it stays out of it. Everything is told to it first,
/// then it settles, then it is asked.
///
/// By group, a group's split is drawn by the seed. By time, rows are cut at the instants that
/// give the splits their shares, train before validation before test; a group whose rows lie on
/// both sides of a cut gets one of the splits in which it has rows, drawn by their shares, and
/// its rows elsewhere are left out: an author must be in one split, and what is trained on must
/// be older than what is tested on.
///
/// Golden and evaluation items are left out where they would be trained on, and so is what is a
/// near-duplicate of one. Last, rows to train on that have no positive label are thinned out to
/// the balance asked for; each that stays counts for more by as much. Validation and test keep
/// the balance that there is.
final class SplitPlan {
    static final String TRAIN = "train";
    static final List<String> IN_TIME = List.of(TRAIN, "validation", "test");
    private static final Set<String> NOT_TRAINED_ON = Set.of("validation", "test");

    private final Definition definition;
    private final Groups groups = new Groups();
    private final Groups near = new Groups();
    private final Likenesses likenesses = new Likenesses();
    private final Told told = new Told();
    private final Set<Long> heldOut = new HashSet<>();
    private final Map<Long, Integer> windows = new HashMap<>();
    private final LeftOut leftOut = new LeftOut();
    private long[] cuts = {};
    private double kept = 1;

    SplitPlan(Definition definition) {
        this.definition = definition;
    }

    /// Whether models may be trained on rows of this split.
    static boolean trains(String split) {
        return !NOT_TRAINED_ON.contains(split);
    }

    void tell(SettledDecision row) {
        var like = row.near();
        groups.join(row.groupKeys(definition.groupBy(), like));
        near.join(like.keys());
        likenesses.add(like, row.itemKey());
        told.add(row.itemKey(), row.decidedAt().toEpochMilli(), row.isPositive(definition));
        if (row.standing().heldOut()) {
            heldOut.add(row.itemKey());
        }
    }

    void settle() {
        boolean grouped = definition.groupBy().contains(Definition.NEAR_DUPLICATE);
        likenesses.pairs((one, other) -> {
            near.join(one, other);
            if (grouped) {
                groups.join(one, other);
            }
        });
        var clusters = heldOut.stream().map(near::group).toList();
        heldOut.clear();
        heldOut.addAll(clusters);
        if (definition.isByTime()) {
            cut();
        }
        balance();
    }

    /// Empty for a row that stays out of the set; one that was never told took effect since, and stays out too.
    Optional<Place> place(SettledDecision row) {
        long key = row.itemKey();
        if (!groups.knows(key)) {
            return Optional.empty();
        }
        long group = groups.group(key);
        var split = split(group, row.decidedAt().toEpochMilli());
        if (split == null) {
            leftOut.straddling++;
            return Optional.empty();
        }
        if (!trains(split)) {
            return Optional.of(new Place(split, 1, group));
        }
        return trained(row, new Place(split, 1, group));
    }

    /// What the row is a near-duplicate of, itself if of nothing else.
    long cluster(SettledDecision row) {
        return near.group(row.itemKey());
    }

    LeftOut leftOut() {
        return leftOut;
    }

    private Optional<Place> trained(SettledDecision row, Place place) {
        if (heldOut.contains(near.group(row.itemKey()))) {
            leftOut.heldOut++;
            return Optional.empty();
        }
        if (kept == 1 || row.isPositive(definition)) {
            return Optional.of(place);
        }
        if (Groups.draw("balance", definition.seed(), row.itemKey()) >= kept) {
            leftOut.balance++;
            return Optional.empty();
        }
        return Optional.of(new Place(place.split(), kept, place.group()));
    }

    /// The split of the group; null when by time this row of it lies in another.
    private @Nullable String split(long group, long at) {
        double place = Groups.draw("split", definition.seed(), group);
        if (!definition.isByTime()) {
            return draw(place, definition.splits());
        }
        int present = windows.getOrDefault(group, 0);
        var open = new LinkedHashMap<String, Double>();
        double all = 0;
        for (int window = 0; window < IN_TIME.size(); window++) {
            if ((present >> window & 1) == 1) {
                all += share(window);
                open.put(IN_TIME.get(window), share(window));
            }
        }
        String chosen = draw(place * all, open);
        return chosen.equals(IN_TIME.get(window(at))) ? chosen : null;
    }

    private static String draw(double place, Map<String, Double> splits) {
        double edge = 0;
        String last = "";
        for (var split : splits.entrySet()) {
            edge += split.getValue();
            last = split.getValue() > 0 ? split.getKey() : last;
            if (place < edge) {
                return split.getKey();
            }
        }
        return last;
    }

    private double share(int window) {
        return definition.splits().getOrDefault(IN_TIME.get(window), 0.0);
    }

    private int window(long at) {
        int window = 0;
        while (window < cuts.length && at >= cuts[window]) {
            window++;
        }
        return window;
    }

    /// Rows of one instant are on one side of a cut.
    private void cut() {
        long[] times = told.times();
        Arrays.sort(times);
        cuts = new long[IN_TIME.size() - 1];
        double share = 0;
        for (int window = 0; window < cuts.length; window++) {
            share += share(window);
            int place = (int) Math.round(share * times.length);
            cuts[window] = place >= times.length ? Long.MAX_VALUE : times[place];
        }
        for (int i = 0; i < told.size; i++) {
            windows.merge(groups.group(told.items[i]), 1 << window(told.at[i]), (one, other) -> one | other);
        }
    }

    private void balance() {
        var ratio = definition.negativesPerPositive();
        if (ratio == null) {
            return;
        }
        long positives = 0;
        long negatives = 0;
        for (int i = 0; i < told.size; i++) {
            var split = split(groups.group(told.items[i]), told.at[i]);
            if (split != null && trains(split) && !heldOut.contains(near.group(told.items[i]))) {
                positives += told.positive[i] ? 1 : 0;
                negatives += told.positive[i] ? 0 : 1;
            }
        }
        kept = positives == 0 || negatives == 0 ? 1 : Math.min(1, ratio * positives / negatives);
    }

    /// @param kept the probability with which the row stayed
    /// @param group what it must not be parted from
    record Place(String split, double kept, long group) {}

    /// How many rows stay out, and why.
    static final class LeftOut {
        private long heldOut;
        private long straddling;
        private long balance;

        /// Golden and evaluation items, and their near-duplicates.
        long heldOut() {
            return heldOut;
        }

        /// Rows whose group is in a split of another time.
        long straddling() {
            return straddling;
        }

        long balance() {
            return balance;
        }
    }

    private static final class Told {
        private long[] items = new long[1 << 10];
        private long[] at = new long[1 << 10];
        private boolean[] positive = new boolean[1 << 10];
        private int size;

        void add(long item, long instant, boolean found) {
            if (size == items.length) {
                items = Arrays.copyOf(items, size * 2);
                at = Arrays.copyOf(at, size * 2);
                positive = Arrays.copyOf(positive, size * 2);
            }
            items[size] = item;
            at[size] = instant;
            positive[size++] = found;
        }

        long[] times() {
            return Arrays.copyOf(at, size);
        }
    }

    /// What is like what, by the bits of texts, by meaning and by what images show.
    private static final class Likenesses {
        /// Of 64: about one run of characters in ten is another. The same as for precedents.
        private static final int MOST_BITS = 8;
        /// Of each 64 signs, which is a cosine of 0.97: the same thing in other words.
        private static final int MOST_SIGNS = 5;

        private final LikeBits texts = new LikeBits(1, MOST_BITS);
        private final LikePictures pictures = new LikePictures();
        private @Nullable LikeBits meanings;

        void add(SettledDecision.Near like, long item) {
            if (like.bits() != null) {
                texts.add(new long[] {like.bits()}, item);
            }
            like.pictures().forEach(picture -> pictures.add(picture, item));
            var signs = like.signs();
            if (signs != null && signs.length > 1) {
                if (meanings == null) {
                    meanings = new LikeBits(signs.length, signs.length * MOST_SIGNS);
                }
                meanings.add(signs, item);
            }
        }

        void pairs(LikeBits.Pair told) {
            texts.pairs(told);
            pictures.pairs(told);
            if (meanings != null) {
                meanings.pairs(told);
            }
        }
    }
}
