package dev.docket.backend.classification.verdict;

import dev.docket.backend.models.InferenceFigures;
import dev.docket.model.TextScores;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Makes the caches of verdicts and looks after them.
@Component
public class VerdictCaches {
    private final StoredVerdicts stored;
    private final VerdictSettings settings;
    private final List<VerdictCache<?>> made = new CopyOnWriteArrayList<>();

    VerdictCaches(StoredVerdicts stored, VerdictSettings settings) {
        this.stored = stored;
        this.settings = settings;
    }

    /// @param figures that count hits and misses
    public VerdictCache<TextScores> ofTexts(InferenceFigures figures) {
        return made(new VerdictCache<>(Kind.TEXT, new TextVerdictForm(), stored, figures, settings));
    }

    /// @param form of what is kept of images and videos
    /// @param figures as above
    public <V> VerdictCache<V> ofMedia(VerdictForm<V> form, InferenceFigures figures) {
        return made(new VerdictCache<>(Kind.MEDIA, form, stored, figures, settings));
    }

    private <V> VerdictCache<V> made(VerdictCache<V> cache) {
        made.add(cache);
        return cache;
    }

    @Scheduled(fixedDelay = 1_000)
    public void hearOfOthers() {
        made.forEach(VerdictCache::hearOfOthers);
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 300_000)
    public void prune() {
        made.forEach(VerdictCache::prune);
    }
}
