package dev.docket.backend.classification;

import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Routing;
import dev.docket.dto.item.Route;
import dev.docket.dto.review.Evidence;
import dev.docket.dto.review.ExplanationView;
import dev.docket.dto.review.ExplanationView.Change;
import dev.docket.dto.review.ExplanationView.Outcome;
import dev.docket.dto.review.ExplanationView.State;
import dev.docket.model.LabelScore;
import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import dev.docket.model.explain.Flip;
import dev.docket.model.explain.Reader;
import dev.docket.model.explain.Rereading;
import dev.docket.model.explain.WordPulls;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One explanation that is being worked out.
///
/// It ends when it is done, when nobody has asked for it for a while, or when its time is up. A
/// search for what would flip the route that runs out of time leaves the words' pulls standing.
final class Search {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(20);
    /// Those who want it ask every second or so.
    private static final Duration UNASKED = Duration.ofSeconds(8);

    private final Question question;
    private final List<Evidence.MediaFinding> media;
    private final Policies policies;
    private final Reader reader;
    private final Set<UUID> askers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean started = new AtomicBoolean();
    private final CompletableFuture<ExplanationView> found = new CompletableFuture<>();
    private volatile boolean stopped;
    private volatile boolean told;
    private volatile double progress;
    private volatile long askedAt = System.nanoTime();
    private long startedAt;

    /// @param scoredBy the version whose score routed the item; null where none did
    record Question(
            String text,
            String language,
            String label,
            String modelVersion,
            @Nullable String scoredBy) {}

    /// @param media what is known of the item's images and videos, whose scores count beside the text's
    Search(Question question, List<Evidence.MediaFinding> media, Policies policies, Reader reader) {
        this.question = question;
        this.media = media;
        this.policies = policies;
        this.reader = reader;
    }

    void wantedBy(UUID asker) {
        askers.add(asker);
        askedAt = System.nanoTime();
    }

    void unwantedBy(UUID asker) {
        if (askers.remove(asker) && askers.isEmpty()) {
            stop();
        }
    }

    void stop() {
        stopped = true;
    }

    /// Once.
    boolean isToBeStarted() {
        return started.compareAndSet(false, true);
    }

    /// What is known after at most so long.
    ExplanationView result(Duration patience) {
        try {
            return found.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return running();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return running();
        } catch (ExecutionException e) {
            told = true;
            throw e.getCause() instanceof DomainProblem problem ? problem : new IllegalStateException(e.getCause());
        }
    }

    private ExplanationView running() {
        return new ExplanationView(
                State.RUNNING,
                progress,
                question.label(),
                question.modelVersion(),
                question.scoredBy(),
                null,
                null,
                List.of(),
                null,
                0,
                null);
    }

    /// Not to be asked again: nobody waits for it any more, or somebody was told that nothing came of it.
    boolean isOver() {
        return stopped || told;
    }

    void run() {
        startedAt = System.nanoTime();
        try {
            found.complete(explained());
        } catch (CancellationException e) {
            found.completeExceptionally(new DomainProblem(
                    ClassifyProblem.OUT_OF_TIME, "It took too long; try again when less is going on."));
        } catch (ModelFault e) {
            found.completeExceptionally(new DomainProblem(
                    ClassifyProblem.UNAVAILABLE,
                    "The model could not read it again; try again.",
                    Map.of("retryAfter", 5)));
        } catch (RuntimeException e) {
            found.completeExceptionally(e);
        }
    }

    private void passed(double share) {
        progress = share;
        long now = System.nanoTime();
        if (now - askedAt > UNASKED.toNanos()) {
            stop();
        }
        if (stopped || now - startedAt > TIME_LIMIT.toNanos()) {
            throw new CancellationException("Nobody waits for it any more, or its time is up");
        }
    }

    private ExplanationView explained() throws ModelFault {
        var rereading = new Rereading(question.text(), reader, this::passed);
        var pulls = rereading.leaveOneOut(question.label());
        var routing = route(rereading.whole());
        boolean whole = pulls.from() == 0 && pulls.to() == question.text().length();
        return new ExplanationView(
                State.DONE,
                1,
                question.label(),
                version(rereading.whole()),
                question.scoredBy(),
                pulls.score(),
                threshold(routing),
                words(pulls),
                whole ? null : List.of(pulls.from(), pulls.to()),
                pulls.count() - pulls.words().size(),
                flip(rereading, routing));
    }

    private String version(TextScores scores) {
        return scores.scores().stream()
                .filter(score -> score.label().equals(question.label()))
                .map(LabelScore::modelVersion)
                .findFirst()
                .orElse(question.modelVersion());
    }

    private @Nullable Double threshold(Routing routing) {
        return routing.scores().stream()
                .filter(flag -> flag.label().equals(question.label()))
                .findFirst()
                .map(Routing.Flag::reviewThreshold)
                .orElse(null);
    }

    private static List<ExplanationView.WordPull> words(WordPulls pulls) {
        return pulls.words().stream()
                .map(pull -> new ExplanationView.WordPull(
                        pull.word().start(), pull.word().end(), pull.pull(), pull.without()))
                .toList();
    }

    /// The way by the thresholds of now: of the text with these scores, beside the item's images and videos.
    private Routing route(TextScores text) {
        Map<String, Double> scores = mediaScores();
        text.scores().forEach(score -> scores.merge(score.label(), score.score(), Math::max));
        return policies.route(scores, question.language());
    }

    private Map<String, Double> mediaScores() {
        var scores = new HashMap<String, Double>();
        media.stream().flatMap(Search::scores).forEach(part -> scores.merge(part.label(), part.score(), Math::max));
        return scores;
    }

    /// Of an image or video, and of the text in it.
    private static Stream<Evidence.PartScore> scores(Evidence.MediaFinding medium) {
        var text = medium.text();
        return Stream.concat(medium.scores().stream(), text == null ? Stream.of() : text.scores().stream());
    }

    private ExplanationView.Flip flip(Rereading rereading, Routing routing) throws ModelFault {
        var text = scores(rereading.whole());
        var limits = limits(routing, text.keySet());
        var reached = limits.entrySet().stream()
                .filter(limit -> text.getOrDefault(limit.getKey(), 0.0) >= limit.getValue())
                .map(limit ->
                        new Change(limit.getKey(), text.getOrDefault(limit.getKey(), 0.0), null, limit.getValue()))
                .sorted(Comparator.comparingDouble((Change change) -> change.threshold() - change.before()))
                .toList();
        if (routing.route() == Route.ALLOW) {
            return none(Outcome.NOTHING_REACHED, routing, List.of());
        }
        if (policies.route(mediaScores(), question.language()).route() == routing.route()) {
            return none(Outcome.NOT_THE_WORDS, routing, reached);
        }
        try {
            return rereading
                    .flip(limits)
                    .map(flip -> found(flip, routing, reached))
                    .orElseGet(() -> none(Outcome.NOT_FOUND, routing, reached));
        } catch (CancellationException e) {
            if (stopped) {
                throw e;
            }
            return none(Outcome.OUT_OF_TIME, routing, reached);
        }
    }

    private static Map<String, Double> scores(TextScores text) {
        var scores = new HashMap<String, Double>();
        text.scores().forEach(score -> scores.put(score.label(), score.score()));
        return scores;
    }

    /// What every label must fall below for the route to change: of an item that a policy acts on the
    /// thresholds for acting, of one that a person sees those for review.
    private static Map<String, Double> limits(Routing routing, Set<String> labels) {
        var limits = new HashMap<String, Double>();
        for (var flag : routing.scores()) {
            Double limit = routing.route() == Route.ACT ? flag.actThreshold() : flag.reviewThreshold();
            if (limit != null && limit > 0 && labels.contains(flag.label())) {
                limits.put(flag.label(), limit);
            }
        }
        return limits;
    }

    private ExplanationView.Flip found(Flip flip, Routing routing, List<Change> reached) {
        var scores = mediaScores();
        flip.after().forEach((label, score) -> scores.merge(label, score, Math::max));
        return new ExplanationView.Flip(
                Outcome.FOUND,
                routing.route(),
                policies.route(scores, question.language()).route(),
                flip.words().stream()
                        .map(word -> List.of(word.start(), word.end()))
                        .toList(),
                reached.stream()
                        .map(change -> new Change(
                                change.label(), change.before(), flip.after().get(change.label()), change.threshold()))
                        .toList());
    }

    private static ExplanationView.Flip none(Outcome outcome, Routing routing, List<Change> reached) {
        return new ExplanationView.Flip(outcome, routing.route(), null, List.of(), reached);
    }
}
