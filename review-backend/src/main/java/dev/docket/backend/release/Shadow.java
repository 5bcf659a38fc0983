package dev.docket.backend.release;

import dev.docket.backend.policy.Policies;
import dev.docket.backend.registry.Registry;
import dev.docket.dto.models.ShadowView;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How models do beside the champion.
@Service
public class Shadow {
    private final Registry registry;
    private final StoredShadow stored;
    private final Policies policies;
    private final ReleaseSettings settings;

    Shadow(Registry registry, StoredShadow stored, Policies policies, ReleaseSettings settings) {
        this.registry = registry;
        this.stored = stored;
        this.policies = policies;
        this.settings = settings;
    }

    @Transactional(readOnly = true)
    public ShadowView of(String version) {
        var model = registry.byVersion(version);
        String champion = registry.champion(model.medium()).version();
        var since = model.shadowSince();
        if (since == null || champion.equals(version)) {
            return new ShadowView(version, champion, since, 0, 0, 0, List.of());
        }
        var pairs = stored.pairs(version, champion, since);
        var comparison = Comparison.of(Comparison.fairest(pairs, settings.leastDecisions()), policies);
        return new ShadowView(
                version,
                champion,
                since,
                stored.volume(version, since).items(),
                comparison.decisions(),
                pairs.stream().filter(Pair::blind).count(),
                comparison.labels());
    }
}
