package dev.docket.backend.filters;

import dev.docket.backend.filters.FilterVersions.Version;
import dev.docket.model.filter.HashEntry;
import dev.docket.model.filter.HashIndex;
import dev.docket.model.filter.HashMatch;
import dev.docket.model.image.PdqHash;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The perceptual hashes of all banks, in memory.
///
/// It is a memory and no truth: it names candidates, and the database says which of them are in
/// force. So switching a bank on or off moves nothing here, and a hash that is gone is dropped
/// when it is next met. What is new is fetched page by page while searches go on.
@Component
class KnownHashes {
    private static final int PAGE = 20_000;

    private final StoredHashes stored;
    private final FilterVersions versions;
    private volatile HashIndex index = new HashIndex();
    private volatile boolean digests;
    private Version seen = Version.NONE;
    private long last;

    KnownHashes(StoredHashes stored, FilterVersions versions) {
        this.stored = stored;
        this.versions = versions;
    }

    /// Whether there is any hash to compare an image with.
    boolean isEmpty() {
        return !digests && index.size() == 0;
    }

    /// Whether there are hashes of looks, which cost decoding the image.
    boolean hasLooks() {
        return index.size() > 0;
    }

    /// Hashes in reach of any position of an image, each with its least distance.
    Map<Long, Integer> near(List<PdqHash> positions) {
        var near = new HashMap<Long, Integer>();
        for (PdqHash position : positions) {
            if (position.isTelling()) {
                for (HashMatch match : index.within(position, PdqHash.ALIKE)) {
                    near.merge(match.id(), match.distance(), Math::min);
                }
            }
        }
        return near;
    }

    /// Drops those of `ids` that the database no longer has.
    void dropDead(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            var dead = new HashSet<>(ids);
            stored.living(ids).forEach(dead::remove);
            index.remove(dead);
        }
    }

    @Scheduled(fixedDelay = 1_000)
    synchronized void catchUp() {
        var now = versions.last(FilterVersions.HASHES);
        if (now.equals(seen)) {
            return;
        }
        if (now.began() != seen.began()) {
            index = new HashIndex();
            last = 0;
        }
        digests = stored.hasDigests();
        List<HashEntry> page;
        do {
            page = stored.after(last, PAGE);
            index.add(page);
            last = page.isEmpty() ? last : page.getLast().id();
        } while (page.size() == PAGE);
        seen = now;
    }
}
