package dev.docket.backend.precedents;

import dev.docket.model.image.PdqHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The image hashes of a bounded number of items, youngest kept. Every search compares all of them: at 200,000 that is
/// half a millisecond, and most floors have fewer.
final class PictureIndex {
    private final int capacity;
    private final Map<UUID, List<PdqHash>> pictures = new LinkedHashMap<>();

    PictureIndex(int capacity) {
        this.capacity = capacity;
    }

    synchronized void put(UUID item, List<PdqHash> hashes) {
        pictures.remove(item);
        if (!hashes.isEmpty()) {
            pictures.put(item, List.copyOf(hashes));
        }
        var oldest = pictures.keySet().iterator();
        while (pictures.size() > capacity) {
            oldest.next();
            oldest.remove();
        }
    }

    synchronized void remove(UUID item) {
        pictures.remove(item);
    }

    synchronized void clear() {
        pictures.clear();
    }

    /// Items with an image like one of `wanted`.
    synchronized List<UUID> like(List<PdqHash> wanted) {
        var like = new ArrayList<UUID>();
        pictures.forEach((item, hashes) -> {
            if (hashes.stream().anyMatch(hash -> wanted.stream().anyMatch(hash::isLike))) {
                like.add(item);
            }
        });
        return like;
    }
}
