package dev.docket.backend.labels;

import dev.docket.model.filter.HashEntry;
import dev.docket.model.filter.HashIndex;
import dev.docket.model.image.PdqHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds items whose images look alike, by the index that known images are looked up in: no pair in reach is missed.
///
/// Each hash is in it once, with the first item that had it, and the next ones are told of with
/// that: a picture that ten thousand posted is looked up once and not met ten thousand times. A
/// hash takes about 300 bytes while a set is planned.
final class LikePictures {
    private final Map<PdqHash, Integer> places = new HashMap<>();
    private final List<PdqHash> hashes = new ArrayList<>();
    private final List<Long> firsts = new ArrayList<>();
    private final List<long[]> equals = new ArrayList<>();

    void add(PdqHash hash, long item) {
        var known = places.putIfAbsent(hash, hashes.size());
        if (known == null) {
            hashes.add(hash);
            firsts.add(item);
        } else if (firsts.get(known) != item) {
            equals.add(new long[] {firsts.get(known), item});
        }
    }

    /// Tells of pairs until each item was told of with all that it is like, directly or over others.
    void pairs(LikeBits.Pair told) {
        equals.forEach(pair -> told.near(pair[0], pair[1]));
        var index = new HashIndex();
        var entries = new ArrayList<HashEntry>();
        for (int place = 0; place < hashes.size(); place++) {
            entries.add(new HashEntry(place, hashes.get(place)));
        }
        index.add(entries);
        for (int place = 0; place < hashes.size(); place++) {
            for (var match : index.within(hashes.get(place), PdqHash.ALIKE)) {
                if (match.id() > place) {
                    told.near(firsts.get(place), firsts.get((int) match.id()));
                }
            }
        }
    }
}
