package dev.docket.backend.classification;

import dev.docket.backend.classification.Assessor.Assessed;
import dev.docket.backend.classification.ClassificationJobs.Job;
import dev.docket.backend.classification.Finding.Failed;
import dev.docket.backend.classification.Finding.Scored;
import dev.docket.backend.classification.media.MediaPart;
import dev.docket.backend.filters.Sifted;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.intake.Reach;
import dev.docket.dto.item.ItemState;
import dev.docket.dto.item.Route;
import dev.docket.model.LabelScore;
import dev.docket.model.TextScores;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes down what came of a batch: jobs gone or dead, assessments, item states and whatever
/// the listeners of [ItemRouted] add, all in one transaction.
///
/// The lease number decides who may: a worker that comes back late finds its jobs taken and
/// changes nothing. Items are locked before their reports are read, so a report that arrives
/// meanwhile is either seen here or sees this assessment; and before their jobs, as erasure
/// does, so that neither waits for the other.
@Component
class Settlement {
    private final ClassificationJobs jobs;
    private final StoredAssessments assessments;
    private final Items items;
    private final Assessor assessor;
    private final Counting counting;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settlement(
            ClassificationJobs jobs,
            StoredAssessments assessments,
            Items items,
            Assessor assessor,
            Counting counting,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jobs = jobs;
        this.assessments = assessments;
        this.items = items;
        this.assessor = assessor;
        this.counting = counting;
        this.events = events;
        this.clock = clock;
    }

    /// @param finding null when there is no text to score
    /// @param media what was found of each image and video
    record Judged(
            Job job, Item item, Sifted sifted, @Nullable Finding finding, List<MediaPart> media) {
        private Judged with(Finding counted) {
            return new Judged(job, item, sifted, counted, media);
        }

        private Judged with(List<MediaPart> counted) {
            return new Judged(job, item, sifted, finding, counted);
        }
    }

    /// @return how long routing alone took
    @Transactional
    Duration settle(Collection<Judged> batch) {
        var locked =
                items.lock(batch.stream().map(judged -> judged.job().item()).toList());
        var done = take(batch);
        var held = batch.stream()
                .filter(judged -> done.contains(judged.job().item()))
                .map(this::counted)
                .toList();
        var ids = held.stream().map(judged -> judged.job().item()).toList();
        var reported = items.reported(ids);
        long routing = System.nanoTime();
        var assessed = new ArrayList<Settled>(held.size());
        for (var judged : held) {
            var now = Objects.requireNonNull(locked.get(judged.job().item()), "a job has its item");
            if (now.state() != ItemState.ERASED) {
                assessed.add(new Settled(judged, assess(judged, reported), now.reach()));
            }
        }
        var routed = Duration.ofNanos(System.nanoTime() - routing);
        write(assessed);
        return routed;
    }

    private Assessed assess(Judged judged, Set<UUID> reported) {
        var item = judged.item();
        return assessor.assess(
                item,
                judged.finding(),
                judged.media(),
                judged.sifted(),
                reported.contains(item.id()) ? items.reports(item.id()) : List.of());
    }

    /// Where more than one model scored the text, the media or a text in one, those scores that count.
    private Judged counted(Judged judged) {
        var seen = counting.of(judged.item(), judged.media());
        var counted = judged.with(Writings.counted(seen, scores -> counting.of(judged.item(), scores)));
        return judged.finding() instanceof Scored(TextScores scores)
                ? counted.with(new Scored(counting.of(judged.item(), scores)))
                : counted;
    }

    /// Ends the jobs that are still this worker's. A job whose last try failed is kept as dead.
    private Set<UUID> take(Collection<Judged> batch) {
        var finished = batch.stream()
                .filter(judged -> !(judged.finding() instanceof Failed))
                .map(Judged::job)
                .toList();
        var taken = new java.util.HashSet<>(jobs.finish(finished));
        for (var judged : batch) {
            if (judged.finding() instanceof Failed(String fault) && jobs.bury(judged.job(), fault)) {
                taken.add(judged.job().item());
            }
        }
        return taken;
    }

    private void write(List<Settled> settled) {
        assessments.insert(
                settled.stream().map(one -> one.assessed().assessment()).toList(), clock.instant());
        items.moveAll(ids(settled, Route.REVIEW), ItemState.IN_REVIEW);
        items.moveAll(ids(settled, Route.ALLOW), ItemState.CLASSIFIED);
        items.moveAll(ids(settled, Route.ACT), ItemState.CLASSIFIED);
        events.publishEvent(
                new ItemsAssessed(settled.stream().map(Settled::seen).toList()));
        settled.forEach(one -> events.publishEvent(one.assessed().routed(one.item(), one.reach())));
    }

    private static List<UUID> ids(List<Settled> settled, Route route) {
        return settled.stream()
                .filter(one -> one.assessed().assessment().route() == route)
                .map(one -> one.item().id())
                .toList();
    }

    private record Settled(Judged judged, Assessed assessed, Reach reach) {
        Item item() {
            return judged.item();
        }

        ItemsAssessed.Seen seen() {
            var beside = new HashMap<>(ofMedia(judged.media()));
            if (judged.finding() instanceof Scored(TextScores scores)) {
                beside.putAll(scores.beside());
                return new ItemsAssessed.Seen(item(), scores.embedding(), beside);
            }
            return new ItemsAssessed.Seen(item(), null, beside);
        }

        /// The worst of each label over all media; nothing of a version that failed at any.
        private static Map<String, List<LabelScore>> ofMedia(List<MediaPart> media) {
            var worst = new HashMap<String, Map<String, Double>>();
            var failed = new HashSet<String>();
            for (var part : media) {
                part.beside().forEach((version, its) -> {
                    var known = worst.computeIfAbsent(version, unknown -> new TreeMap<>());
                    its.forEach((label, one) -> known.merge(label, one.score(), Math::max));
                    if (its.isEmpty()) {
                        failed.add(version);
                    }
                });
            }
            var scores = new HashMap<String, List<LabelScore>>();
            worst.forEach((version, its) -> scores.put(
                    version,
                    failed.contains(version)
                            ? List.of()
                            : its.entrySet().stream()
                                    .map(one -> new LabelScore(one.getKey(), one.getValue(), version))
                                    .toList()));
            return scores;
        }
    }
}
