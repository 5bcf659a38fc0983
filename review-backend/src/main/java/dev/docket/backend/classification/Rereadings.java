package dev.docket.backend.classification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.ItemErased;
import dev.docket.backend.intake.Items;
import dev.docket.backend.models.ServingModel;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.dto.review.Evidence;
import dev.docket.dto.review.ExplanationView;
import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/// Explains scores on request, by reading a text again with words left out.
///
/// That takes as many readings as the text has words, so it is done beside the requests that ask for
/// it: whoever asks gets what there is, asks again until it is done, and may say that nobody needs it
/// any more. What was found is kept for a while; it holds as long as the model and the policies do.
/// Two are worked on at a time, for items that wait to be scored come first.
@Service
public class Rereadings implements DisposableBean {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 500;
    private static final int MOST_WAITING = 16;
    private static final int THREADS = 2;

    private final ServingModel model;
    private final Policies policies;
    private final Assessments assessments;
    private final Items items;
    private final Cache<Key, Search> searches =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("explaining-", 1).factory());

    Rereadings(ServingModel model, Policies policies, Assessments assessments, Items items) {
        this.model = model;
        this.policies = policies;
        this.assessments = assessments;
        this.items = items;
    }

    /// What an explanation holds for. The digest of a text is not in it: an item's text never changes.
    private record Key(UUID item, String label, String model, Map<String, Integer> policies) {}

    /// What is known by now, after a moment's wait.
    ///
    /// @param asker who wants it; until they say otherwise, or ask no more
    /// @param label null for the one that most speaks for the item's being here
    /// @throws DomainProblem `nothing-to-explain`, `unknown-label`, `classifier-unavailable`, `overloaded`
    public ExplanationView explain(UUID asker, UUID item, @Nullable String label) {
        var known = items.find(item).orElseThrow(Rereadings::nothing);
        var description = model.describe().orElseThrow(Rereadings::unavailable);
        var assessment = assessments.latest(item).orElse(null);
        var key = key(item, chosen(label, assessment, description), assessment, description);
        var search = Objects.requireNonNull(searches.asMap()
                .compute(key, (same, old) -> old == null || old.isOver() ? search(known, key, assessment) : old));
        search.wantedBy(asker);
        start(search, key);
        return search.result(PATIENCE);
    }

    /// One who asked does not want it any more. What nobody wants is not worked on.
    public void abandon(UUID asker, UUID item) {
        searches.asMap().forEach((key, search) -> {
            if (key.item().equals(item)) {
                search.unwantedBy(asker);
            }
        });
    }

    private Search search(Item item, Key key, @Nullable Assessment assessment) {
        var content = item.content();
        if (content == null || content.text() == null || content.text().isBlank()) {
            throw nothing();
        }
        String language = content.language() == null ? Policies.UNKNOWN_LANGUAGE : content.language();
        return new Search(
                new Search.Question(content.text(), language, key.label(), key.model(), scoredBy(key, assessment)),
                assessment == null ? List.of() : assessment.media(),
                policies,
                texts -> scoresOf(key.model(), model.score(texts, true)));
    }

    /// What that version says, whether it is the champion or scores beside it.
    private static List<TextScores> scoresOf(String version, List<TextScores> read) throws ModelFault {
        var scores = new ArrayList<TextScores>(read.size());
        for (var text : read) {
            var beside = text.beside().get(version);
            boolean champion = text.scores().stream()
                    .allMatch(score -> score.modelVersion().equals(version));
            if (beside == null && !champion) {
                throw new ModelFault("Another model serves than a moment ago");
            }
            scores.add(
                    beside == null
                            ? text
                            : new TextScores(beside, text.explanations(), text.windows(), text.embedding()));
        }
        return scores;
    }

    private static @Nullable String scoredBy(Key key, @Nullable Assessment assessment) {
        return assessment == null ? null : assessment.modelVersions().get(key.label());
    }

    private void start(Search search, Key key) {
        if (search.isToBeStarted()) {
            try {
                threads.execute(search::run);
            } catch (RejectedExecutionException e) {
                searches.asMap().remove(key, search);
                throw new DomainProblem(
                        CommonProblem.OVERLOADED, "Too many explanations are being worked out; try again shortly.");
            }
        }
    }

    /// By the version whose score routed the item, where that one still serves; else by the champion.
    private Key key(UUID item, String label, @Nullable Assessment assessment, ModelDescription description) {
        String routed = assessment == null ? null : assessment.modelVersions().get(label);
        return new Key(
                item,
                label,
                routed != null && description.beside().contains(routed) ? routed : description.version(),
                policies.all().stream().collect(Collectors.toMap(Policy::key, Policy::version)));
    }

    /// The flagged label that lies furthest above its threshold, else the highest.
    private static String chosen(
            @Nullable String label, @Nullable Assessment assessment, ModelDescription description) {
        if (label != null) {
            if (!description.labels().contains(label)) {
                throw new DomainProblem(
                        ClassifyProblem.UNKNOWN_LABEL,
                        "Labels of texts are " + String.join(", ", description.labels()));
            }
            return label;
        }
        return assessment == null
                ? description.labels().getFirst()
                : assessment.scores().stream()
                        .filter(score -> description.labels().contains(score.label()))
                        .max(Comparator.comparing(Evidence.Score::flagged)
                                .thenComparingDouble(Rereadings::margin)
                                .thenComparingDouble(Evidence.Score::score))
                        .map(Evidence.Score::label)
                        .orElse(description.labels().getFirst());
    }

    private static double margin(Evidence.Score score) {
        return score.score() - Objects.requireNonNullElse(score.reviewThreshold(), 1.0);
    }

    /// Places of words are drawn from the content.
    @EventListener
    void forget(ItemErased erased) {
        searches.asMap().keySet().removeIf(key -> key.item().equals(erased.item()));
    }

    private static DomainProblem nothing() {
        return new DomainProblem(ClassifyProblem.NOTHING_TO_EXPLAIN, "The item has no text.");
    }

    private static DomainProblem unavailable() {
        return new DomainProblem(
                ClassifyProblem.UNAVAILABLE, "No model serves just now; try again.", Map.of("retryAfter", 5));
    }

    @Override
    public void destroy() {
        searches.asMap().values().forEach(Search::stop);
        threads.shutdown();
    }
}
