package dev.docket.backend.quality;

import dev.docket.backend.platform.Wilson;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds what is below what the floor wants: the agreement of pairs, on findings as a whole and on
/// each policy that they met often enough, and the accuracy of people.
@Component
class Shortfalls {
    /// A policy that hardly ever came up makes kappa jump with every look.
    private static final int LEAST_FOUND = 10;

    private final StoredLooks looks;
    private final StoredJudgements judgements;
    private final Policies policies;
    private final QualitySettings settings;

    Shortfalls(StoredLooks looks, StoredJudgements judgements, Policies policies, QualitySettings settings) {
        this.looks = looks;
        this.judgements = judgements;
        this.policies = policies;
        this.settings = settings;
    }

    List<StoredAlerts.Finding> now(Instant now) {
        var since = now.minus(settings.window());
        var met = Meetings.of(looks.met(since, now));
        var found = new ArrayList<>(pairs(null, met, Look::policies));
        policies.all().stream()
                .map(Policy::key)
                .filter(policy -> met.found(policy) >= LEAST_FOUND)
                .forEach(policy ->
                        found.addAll(pairs(policy, met, look -> look.policies().contains(policy))));
        judgements.scores(since, now).stream()
                .filter(score -> score.judged() >= settings.leastJudged()
                        && score.right() < settings.leastAccuracy() * score.judged())
                .map(this::inaccurate)
                .forEach(found::add);
        return found;
    }

    private List<StoredAlerts.Finding> pairs(@Nullable String policy, Meetings met, Function<Look, Object> finding) {
        var found = new ArrayList<StoredAlerts.Finding>();
        for (var pair : met.pairs(finding)) {
            var kappa = pair.kappa();
            if (pair.items() >= settings.leastItems() && kappa != null && kappa.value() < settings.leastKappa()) {
                found.add(new StoredAlerts.Finding(
                        "AGREEMENT", policy, pair.first(), pair.second(), kappa, pair.items(), settings.leastKappa()));
            }
        }
        return found;
    }

    private StoredAlerts.Finding inaccurate(StoredJudgements.Score score) {
        var estimate =
                java.util.Objects.requireNonNull(Wilson.of(score.right(), score.judged()), "somebody was judged");
        return new StoredAlerts.Finding(
                "ACCURACY", null, score.person(), null, estimate, score.judged(), settings.leastAccuracy());
    }
}
