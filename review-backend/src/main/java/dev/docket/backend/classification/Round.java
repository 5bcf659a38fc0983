package dev.docket.backend.classification;

import dev.docket.backend.classification.ClassificationJobs.Job;
import dev.docket.backend.classification.ClassificationJobs.Lane;
import dev.docket.backend.classification.Finding.Failed;
import dev.docket.backend.classification.Settlement.Judged;
import dev.docket.backend.classification.media.MediaPart;
import dev.docket.backend.classification.media.MediaReader;
import dev.docket.backend.filters.Filters;
import dev.docket.backend.filters.Sifted;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.models.InferenceFigures;
import dev.docket.backend.models.ServingModel;
import dev.docket.backend.models.StageTimes;
import dev.docket.backend.models.StageTimes.Stage;
import dev.docket.dto.item.MediaKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// One round of a worker: claims a batch of jobs, sifts and scores it, settles it.
///
/// No transaction is open while the model runs. A job that was tried before is scored by itself, so that it can spoil
/// nothing; after its last try it is dead and its item goes to a person.
@Component
class Round {
    private static final Logger log = LoggerFactory.getLogger(Round.class);
    /// Longer than any may be looked at.
    private static final Duration MOST_OF_AN_IMAGE = Duration.ofSeconds(20);

    private static final Duration MOST_OF_A_VIDEO = Duration.ofMinutes(3);

    private final ClassificationJobs jobs;
    private final Items items;
    private final Filters filters;
    private final Verdicts verdicts;
    private final MediaReader reader;
    private final Writings writings;
    private final Settlement settlement;
    private final InferenceFigures figures;
    private final StageTimes stages;
    private final ClassificationSettings settings;
    private final boolean explained;

    Round(
            ClassificationJobs jobs,
            Items items,
            Filters filters,
            Verdicts verdicts,
            MediaReader reader,
            Writings writings,
            Settlement settlement,
            InferenceFigures figures,
            StageTimes stages,
            ClassificationSettings settings,
            ServingModel model) {
        this.jobs = jobs;
        this.items = items;
        this.filters = filters;
        this.verdicts = verdicts;
        this.reader = reader;
        this.writings = writings;
        this.settlement = settlement;
        this.figures = figures;
        this.stages = stages;
        this.settings = settings;
        this.explained = model.explainsAll();
    }

    /// How many jobs of a lane are worked off at once.
    int most(Lane lane) {
        return lane == Lane.TEXT ? settings.batch() : 1;
    }

    /// @return how many jobs were claimed; fewer than [#most] when no more waited
    int work(Lane lane) {
        var claimed = jobs.claim(lane, most(lane), settings.lease());
        if (claimed.isEmpty()) {
            return 0;
        }
        var known = items.findAll(claimed.stream().map(Job::item).toList());
        var fresh = claimed.stream().filter(job -> job.attempts() == 1).toList();
        judge(fresh, known);
        for (Job job : claimed) {
            if (job.attempts() > 1) {
                judge(List.of(job), known);
            }
        }
        return claimed.size();
    }

    private void judge(List<Job> batch, Map<UUID, Item> known) {
        long claimed = System.nanoTime();
        batch.forEach(job -> {
            figures.waited(job.waited());
            stages.took(Stage.CLAIMED, job.waited(), 1);
        });
        var media = new HashMap<UUID, List<MediaPart>>();
        batch.forEach(job -> media.put(job.item(), look(job, item(job, known))));
        long filtering = System.nanoTime();
        var sifted = filters.sift(
                batch.stream().map(job -> item(job, known)).toList(),
                item -> Writings.texts(media.getOrDefault(item, List.of())));
        stages.took(Stage.FILTERS, since(filtering), batch.size());
        var judged = new ArrayList<Judged>(batch.size());
        var texts = new ArrayList<Judged>(batch.size());
        for (Job job : batch) {
            var one = new Judged(
                    job, item(job, known), sifted.getOrDefault(job.item(), Sifted.NOTHING), null, parts(media, job));
            // More attempts than tries: the workers before this one did not live to say what went wrong.
            (one.item().text() == null || job.attempts() > settings.tries() ? judged : texts).add(one);
        }
        long scoring = System.nanoTime();
        var findings = verdicts.score(
                texts.stream()
                        .map(one -> Objects.requireNonNull(one.item().text()))
                        .toList(),
                explained);
        stages.took(Stage.INFERENCE, since(scoring), texts.size());
        for (int i = 0; i < texts.size(); i++) {
            var one = texts.get(i);
            if (findings.get(i) instanceof Failed(String fault) && one.job().attempts() < settings.tries()) {
                jobs.putBack(one.job(), settings.backoffAfter(one.job().attempts()), fault);
            } else {
                judged.add(new Judged(one.job(), one.item(), one.sifted(), findings.get(i), one.media()));
            }
        }
        settle(judged);
        judged.forEach(one -> stages.took(Stage.OFFERED, one.job().waited().plus(since(claimed)), 1));
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    /// No transaction is open and nobody waits but this lane: a video takes as long as it takes, and the lease with it.
    private List<MediaPart> look(Job job, Item item) {
        if (item.media().isEmpty()) {
            return List.of();
        }
        if (job.attempts() > settings.tries()) {
            // The workers before this one did not live to say what went wrong.
            return reader.unread(item.media());
        }
        var most = item.media().stream()
                .map(medium -> medium.kind() == MediaKind.VIDEO ? MOST_OF_A_VIDEO : MOST_OF_AN_IMAGE)
                .reduce(settings.lease(), Duration::plus);
        jobs.renew(job, most);
        long looking = System.nanoTime();
        var parts = reader.read(item.media(), explained);
        stages.took(Stage.MEDIA, since(looking), 1);
        return writings.score(parts, explained);
    }

    private static List<MediaPart> parts(Map<UUID, List<MediaPart>> media, Job job) {
        return media.getOrDefault(job.item(), List.of());
    }

    private static Item item(Job job, Map<UUID, Item> known) {
        return Objects.requireNonNull(known.get(job.item()), "a job has its item");
    }

    /// All in one transaction; when that fails each by itself, so that one item cannot hold up the others.
    private void settle(List<Judged> judged) {
        if (judged.isEmpty()) {
            return;
        }
        try {
            timed(judged);
        } catch (DataAccessException | TransactionException fault) {
            if (judged.size() == 1) {
                throw fault;
            }
            log.atWarn()
                    .addKeyValue("fault", fault.getClass().getSimpleName())
                    .log("A batch was not settled; its items are settled one by one");
            judged.forEach(this::settleAlone);
        }
    }

    private void settleAlone(Judged judged) {
        try {
            timed(List.of(judged));
        } catch (DataAccessException | TransactionException fault) {
            log.atError()
                    .addKeyValue("item", judged.job().item())
                    .addKeyValue("fault", fault.getClass().getSimpleName())
                    .log("An item was not settled; its job comes back when its lease ends");
        }
    }

    private void timed(List<Judged> judged) {
        long settling = System.nanoTime();
        var routing = settlement.settle(judged);
        stages.took(Stage.ROUTING, routing, judged.size());
        stages.took(Stage.STORED, since(settling).minus(routing), judged.size());
    }
}
