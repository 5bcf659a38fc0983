package dev.docket.backend.precedents;

import dev.docket.backend.intake.ItemErased;
import dev.docket.model.Embedding;
import dev.docket.model.image.PdqHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What this backend remembers of items for finding like ones: the most recently decided, and the most recent of all.
///
/// It is a memory and no truth: it names candidates, and whoever asks reads in the database
/// what they are now. So it may be a second late, and what was erased or reopened meanwhile
/// does no harm. It follows the database by asking for what is new, which works with any number
/// of backends; after a start that is everything, page by page, while people work.
@Component
class Neighbourhood {
    private static final int PAGE = 2_000;
    /// Rows are committed in another order than their times say; so far back is read again.
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private static final UUID FIRST = new UUID(0, 0);

    private final StoredFingerprints stored;
    private final Fingerprints fingerprints;
    private final PrecedentSettings settings;
    private final VectorIndex decided;
    private final PictureIndex decidedPictures;
    private final VectorIndex recent;
    private @Nullable String encoder;
    private long place;
    private Instant takenAt = Instant.EPOCH;

    Neighbourhood(StoredFingerprints stored, Fingerprints fingerprints, PrecedentSettings settings) {
        this.stored = stored;
        this.fingerprints = fingerprints;
        this.settings = settings;
        decided = new VectorIndex(settings.decided());
        decidedPictures = new PictureIndex(settings.decided());
        recent = new VectorIndex(settings.recent());
    }

    /// Decided items near a text.
    List<VectorIndex.Near> decidedNear(Embedding text, int most, double least) {
        return decided.nearest(text, most, least);
    }

    /// Decided items with an image like one of these.
    List<UUID> decidedLike(List<PdqHash> pictures) {
        return pictures.isEmpty() ? List.of() : decidedPictures.like(pictures);
    }

    /// Any items near a text.
    List<VectorIndex.Near> near(Embedding text, int most, double least) {
        return recent.nearest(text, most, least);
    }

    /// Drops an erased item at once; other backends find out when they next come across it.
    @EventListener
    public void on(ItemErased erased) {
        forget(erased.item());
    }

    void forget(UUID item) {
        decided.remove(item);
        decidedPictures.remove(item);
        recent.remove(item);
    }

    @Scheduled(fixedDelay = 1_000)
    synchronized void catchUp() {
        String now = fingerprints.encoder();
        if (now != null && !now.equals(encoder)) {
            startOver(now);
        }
        followDecisions();
        if (encoder != null) {
            followItems(encoder);
        }
    }

    /// Forgets everything, when the database is not the one that was followed so far.
    synchronized void forgetAll() {
        encoder = null;
        decided.clear();
        decidedPictures.clear();
        recent.clear();
        place = 0;
        takenAt = Instant.EPOCH;
    }

    /// Embeddings of another encoder cannot be compared with these.
    private void startOver(String now) {
        forgetAll();
        encoder = now;
    }

    private void followDecisions() {
        long last = stored.lastPlace();
        if (last < place) {
            decided.clear();
            decidedPictures.clear();
            place = 0;
        }
        place = Math.max(place, last - settings.decided());
        List<StoredFingerprints.Decided> page = List.of();
        while (place < last || page.size() == PAGE) {
            page = stored.decidedAfter(place, PAGE);
            if (page.isEmpty()) {
                return;
            }
            add(page);
            place = page.getLast().place();
        }
    }

    private void add(List<StoredFingerprints.Decided> page) {
        var prints =
                stored.find(page.stream().map(StoredFingerprints.Decided::item).toList(), encoder);
        for (var one : page) {
            var print = prints.get(one.item());
            if (print != null) {
                decidedPictures.put(print.item(), print.pictures());
                if (print.embedding() != null) {
                    decided.put(print.item(), print.embedding());
                }
            }
        }
    }

    private void followItems(String by) {
        if (takenAt.equals(Instant.EPOCH)) {
            takenAt = stored.oldestOfYoungest(settings.recent()).orElse(Instant.EPOCH.plusSeconds(1));
        }
        Instant at = takenAt.minus(OVERLAP);
        UUID item = FIRST;
        List<StoredFingerprints.Recent> page;
        do {
            page = stored.takenAfter(at, item, by, PAGE);
            page.forEach(one -> recent.put(one.item(), one.embedding()));
            if (!page.isEmpty()) {
                at = page.getLast().at();
                item = page.getLast().item();
                takenAt = at;
            }
        } while (page.size() == PAGE);
    }
}
