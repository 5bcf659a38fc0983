package dev.docket.backend.classification;

import dev.docket.backend.classification.Assessor.Scales;
import dev.docket.backend.classification.Finding.Scored;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.intake.LockedItem;
import dev.docket.backend.platform.Ids;
import dev.docket.dto.item.ItemState;
import dev.docket.dto.item.Route;
import dev.docket.dto.review.Evidence;
import dev.docket.model.TextScores;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Scores texts again that wait for a person already, after another model took over.
///
/// Only what is known of them changes. Nobody routed them away from people before and nothing
/// does so now: an item that the new model would let through, or act on, goes on waiting, and
/// how it was drawn stays known.
@Service
public class Rescoring {
    private static final String WAITED = "It was waiting for a person when another model took over.";

    private final Verdicts verdicts;
    private final Assessor assessor;
    private final StoredAssessments assessments;
    private final Items items;
    private final Counting counting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Rescoring(
            Verdicts verdicts,
            Assessor assessor,
            StoredAssessments assessments,
            Items items,
            Counting counting,
            TransactionTemplate transaction,
            Clock clock) {
        this.verdicts = verdicts;
        this.assessor = assessor;
        this.assessments = assessments;
        this.items = items;
        this.counting = counting;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What an item is thought of now.
    ///
    /// @param onlySooner whether something else than its text's scores speaks of it too, such
    ///     as a filter; then it may come sooner for what a model says, and never later
    public record Rescored(UUID item, int severity, double probability, boolean onlySooner) {}

    /// Scores the texts among these items. What has other parts keeps what is known of it, and
    /// so does what is erased or cannot be scored just now.
    public List<Rescored> rescore(Collection<UUID> waiting) {
        var texts = items.findAll(waiting).values().stream()
                .filter(item -> item.media().isEmpty() && item.text() != null)
                .toList();
        var findings = verdicts.score(
                texts.stream().map(item -> Objects.requireNonNull(item.text())).toList(), true);
        var scored = new ArrayList<Again>();
        for (int i = 0; i < texts.size(); i++) {
            if (findings.get(i) instanceof Scored(TextScores scores)) {
                var item = texts.get(i);
                scored.add(
                        new Again(item, assessor.weigh(Fusion.of(counting.of(item, scores)), Assessor.language(item))));
            }
        }
        return Objects.requireNonNull(transaction.execute(status -> write(scored)));
    }

    private List<Rescored> write(List<Again> scored) {
        var ids = scored.stream().map(again -> again.item().id()).toList();
        var locked = items.lock(ids);
        var before = assessments.latestOf(ids);
        var written = new ArrayList<Assessment>();
        var rescored = new ArrayList<Rescored>();
        for (var again : scored) {
            UUID item = again.item().id();
            var known = before.get(item);
            if (isInReview(locked.get(item)) && known != null) {
                written.add(again.beside(known));
                rescored.add(again.rescored(!known.filters().isEmpty() || known.unscored()));
            }
        }
        assessments.insert(written, clock.instant());
        return rescored;
    }

    private static boolean isInReview(@Nullable LockedItem item) {
        return item != null && item.state() == ItemState.IN_REVIEW;
    }

    private record Again(Item item, Scales scales) {
        Assessment beside(Assessment known) {
            var routing = scales.routing();
            return new Assessment(
                    Ids.next(),
                    item.id(),
                    false,
                    scales.wireScores(),
                    scales.kept(),
                    known.filters(),
                    scales.versions(),
                    routing.policyVersions(),
                    Route.REVIEW,
                    routing.route() == Route.REVIEW ? routing.reason() : WAITED,
                    known.samplingProbability(),
                    known.media());
        }

        Rescored rescored(boolean onlySooner) {
            var routing = scales.routing();
            double highest = scales.wireScores().stream()
                    .mapToDouble(Evidence.Score::score)
                    .max()
                    .orElse(0);
            return routing.route() == Route.ALLOW
                    ? new Rescored(item.id(), 1, highest, onlySooner)
                    : new Rescored(item.id(), routing.severity(), routing.probability(), onlySooner);
        }
    }
}
