package dev.docket.backend.watching;

import dev.docket.backend.jobs.Jobs;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Sentence;
import dev.docket.backend.registry.Model;
import dev.docket.backend.registry.Registry;
import dev.docket.backend.watching.Cells.Cell;
import dev.docket.backend.watching.Distribution.Distance;
import dev.docket.backend.watching.StoredDrift.Measured;
import dev.docket.backend.watching.StoredDrift.Reference;
import dev.docket.backend.watching.StoredSamples.Order;
import dev.docket.dto.Phrase;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.models.DriftView;
import dev.docket.dto.models.DriftView.Measure;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How what comes in, what the champion says of it and what people find differ from when it
/// began to serve.
///
/// The first items that a model scores are its reference, kept once for all; what came lately
/// is held against it. An alert needs both: an index that is larger than is borne, and larger
/// than chance makes it in samples of this size. It becomes a proposal to retrain, and nothing
/// else: what is unlike before may still be scored well.
@Service
public class Drift {
    private static final int MOST = 5_000;

    private final Registry registry;
    private final StoredSamples samples;
    private final StoredDrift stored;
    private final Outcomes outcomes;
    private final RetrainingProposals proposals;
    private final Jobs jobs;
    private final WatchingProperties properties;
    private final Clock clock;

    Drift(
            Registry registry,
            StoredSamples samples,
            StoredDrift stored,
            Outcomes outcomes,
            RetrainingProposals proposals,
            Jobs jobs,
            WatchingProperties properties,
            Clock clock) {
        this.registry = registry;
        this.samples = samples;
        this.stored = stored;
        this.outcomes = outcomes;
        this.proposals = proposals;
        this.jobs = jobs;
        this.properties = properties;
        this.clock = clock;
    }

    /// As last measured.
    @Transactional(readOnly = true)
    public DriftView view() {
        String version = registry.champion().version();
        var measured = stored.measured(version);
        var reference = stored.reference(version);
        return new DriftView(
                version,
                measured.map(Measured::at).orElse(null),
                reference.map(Reference::from).orElse(null),
                reference.map(Reference::to).orElse(null),
                measured.map(Measured::from).orElse(null),
                measured.map(Measured::to).orElse(null),
                properties.alertAbove(),
                measured.map(Measured::measures).orElse(List.of()),
                proposals.newest());
    }

    /// Has it measured now, as a job.
    public JobView ask(Actor by) {
        return jobs.submit(DriftJob.KIND, by, Map.of());
    }

    /// @return whether there was enough to measure
    boolean measure() {
        var champion = registry.champion();
        var reference = stored.reference(champion.version()).or(() -> refer(champion));
        reference.ifPresent(before -> measure(champion.version(), before));
        return reference.isPresent();
    }

    private Optional<Reference> refer(Model champion) {
        var from = champion.stateSince();
        @Nullable Instant to = samples.scoredBy(champion.version(), from, properties.referenceItems());
        if (to == null) {
            return Optional.empty();
        }
        var cells = Cells.of(
                samples.scored(champion.version(), from, to, MOST),
                samples.decided(null, from, to, Order.OLDEST, MOST),
                properties.leastItems(),
                null);
        var reference = new Reference(from, to, cells);
        stored.keep(champion.version(), reference, clock.instant());
        return Optional.of(reference);
    }

    private void measure(String version, Reference before) {
        var now = clock.instant();
        var from = Stream.of(now.minus(properties.window()), before.to())
                .max(Instant::compareTo)
                .orElseThrow();
        var recent = samples.scored(version, from, now, MOST);
        if (recent.size() < properties.leastItems()) {
            return;
        }
        var cells = Cells.of(
                recent,
                samples.decided(null, from, now, Order.NEWEST, MOST),
                properties.leastItems(),
                before.cells().centre());
        var measures = cells.cells().stream()
                .flatMap(cell ->
                        before.cells().cells().stream().filter(cell::isAbout).map(was -> measure(was, cell)))
                .toList();
        stored.keep(version, new Measured(now, from, now, measures));
        var reasons = Stream.concat(
                        measures.stream().filter(Measure::alert).map(Drift::inWords),
                        outcomes.worsening(version).stream())
                .toList();
        proposals.raise(version, reasons);
    }

    private Measure measure(Cell was, Cell is) {
        Distance distance = was.kinds().isEmpty()
                ? Distribution.ofNumbers(values(was), values(is))
                : Distribution.ofKinds(was.kinds(), is.kinds());
        boolean alert = distance.psi() > properties.alertAbove() && distance.psi() > distance.chance();
        return new Measure(
                is.kind(),
                is.about(),
                is.language(),
                distance.psi(),
                distance.ks(),
                distance.ksP(),
                was.of(),
                is.of(),
                distance.bins(),
                alert);
    }

    private static double[] values(Cell cell) {
        return cell.numbers().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Sentence inWords(Measure measure) {
        String what = switch (measure.kind()) {
            case Cells.INPUT -> "What comes in has changed: " + measure.about();
            case Cells.SCORE -> "Scores have changed: " + measure.about();
            default -> "What people find has changed: " + measure.about();
        };
        String english = String.format(
                Locale.ROOT,
                "%s%s (PSI %.2f)",
                what,
                measure.language() == null ? "" : " in " + measure.language(),
                measure.psi());
        return new Sentence(english, phrase(measure));
    }

    private static Phrase phrase(Measure measure) {
        var names = new TreeMap<String, String>();
        names.put(measure.kind().equals(Cells.INPUT) ? "input" : "label", measure.about());
        String code = "drift." + measure.kind().toLowerCase(Locale.ROOT);
        if (measure.language() != null) {
            names.put("language", measure.language());
            code += ".language";
        }
        return new Phrase(code, Map.of("figurePsi", measure.psi()), names);
    }
}
