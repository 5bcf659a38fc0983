package dev.docket.backend.queue;

import dev.docket.backend.classification.Assessment;
import dev.docket.backend.classification.Assessments;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.SourceQueue;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.ItemMetrics;
import dev.docket.dto.item.ReportView;
import dev.docket.dto.review.Evidence;
import dev.docket.dto.review.PolicyBrief;
import dev.docket.dto.review.Task;
import dev.docket.dto.review.TaskItem;
import dev.docket.dto.review.TaskKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Puts together everything a review screen needs of a task, so that the desk asks once.
@Component
class TaskAssembly {
    private final Items items;
    private final Assessments assessments;
    private final AuthorRecords authors;
    private final ReporterTrust reporters;
    private final ObjectProvider<Precedents> precedents;
    private final ObjectProvider<AppealBriefs> appeals;
    private final EarlierDecisions decisions;
    private final ObjectProvider<ScoreVeil> veils;
    private final Policies policies;

    TaskAssembly(
            Items items,
            Assessments assessments,
            AuthorRecords authors,
            ReporterTrust reporters,
            ObjectProvider<Precedents> precedents,
            ObjectProvider<AppealBriefs> appeals,
            EarlierDecisions decisions,
            ObjectProvider<ScoreVeil> veils,
            Policies policies) {
        this.veils = veils;
        this.items = items;
        this.assessments = assessments;
        this.authors = authors;
        this.reporters = reporters;
        this.precedents = precedents;
        this.appeals = appeals;
        this.decisions = decisions;
        this.policies = policies;
    }

    /// Most urgent first. As many statements for ten tasks as for one.
    ///
    /// @param reader who sees them: the policies are those they may decide by
    List<Task> assemble(List<TaskRow> tasks, Caller.Person reader) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        var known = gather(tasks.stream().map(TaskRow::item).distinct().toList());
        var withheld = withheld(tasks);
        return tasks.stream()
                .sorted(Comparator.comparing(TaskRow::deadlineAt).thenComparing(TaskRow::id))
                .map(task -> withheld.contains(task.id())
                        ? Withheld.from(assemble(task, known.withoutScores(), reader))
                        : assemble(task, known, reader))
                .toList();
    }

    /// Only of looks that are a person's own: an adjudicator and whoever answers an appeal need
    /// all there is.
    private Set<UUID> withheld(List<TaskRow> tasks) {
        @Nullable ScoreVeil veil = veils.getIfAvailable();
        var looks = tasks.stream()
                .filter(task -> task.kind() == TaskKind.FIRST || task.kind() == TaskKind.SECOND)
                .map(task -> new ScoreVeil.Made(task.id(), task.enqueuedAt()))
                .toList();
        return veil == null || looks.isEmpty() ? Set.of() : veil.withheld(looks);
    }

    private Known gather(List<UUID> ids) {
        var found = items.findAll(ids);
        @Nullable Precedents alike = precedents.getIfAvailable();
        return new Known(
                found,
                assessments.latestOf(ids),
                reporters.merge(items.reportsOn(ids)),
                threads(found.values()),
                authors.of(found.values()),
                alike == null ? Map.of() : alike.of(ids));
    }

    /// Nothing is asked of items that are in no thread.
    private Map<UUID, List<Evidence.ThreadItem>> threads(Collection<Item> found) {
        var inThreads =
                found.stream().filter(TaskAssembly::isInThread).map(Item::id).toList();
        return inThreads.isEmpty() ? Map.of() : items.threads(inThreads);
    }

    private static boolean isInThread(Item item) {
        return item.content() != null
                && item.content().context() != null
                && item.content().context().threadId() != null;
    }

    private Task assemble(TaskRow task, Known known, Caller.Person reader) {
        Item item = Objects.requireNonNull(known.items().get(task.item()), "a task has an item");
        var assessment = Optional.ofNullable(known.assessments().get(task.item()));
        var fresh = Freshness.of(task, item);
        var papers = papers(task);
        return new Task(
                task.id().toString(),
                task.kind(),
                task.queue(),
                task.deadlineAt(),
                task.lease(),
                item(fresh.of(item)),
                fresh.of(evidence(task.item(), assessment, known)),
                briefs(task.queue(), assessment, reader),
                task.kind() == TaskKind.ADJUDICATION
                        ? decisions.waiting(task.item())
                        : papers.map(AppealBriefs.Papers::first).orElse(null),
                papers.map(AppealBriefs.Papers::appeal).orElse(null),
                assessment.map(Assessment::unscored).orElse(true),
                task.reason(),
                Reasons.read(task.reason()),
                task.note());
    }

    private Optional<AppealBriefs.Papers> papers(TaskRow task) {
        return task.kind() == TaskKind.APPEAL
                ? appeals.stream().findFirst().flatMap(briefs -> briefs.of(task.id(), task.claimedBy()))
                : Optional.empty();
    }

    private static Evidence evidence(UUID item, Optional<Assessment> assessment, Known known) {
        return new Evidence(
                assessment.map(Assessment::scores).orElse(List.of()),
                false,
                assessment.map(Assessment::explanation).orElse(Map.of()),
                assessment.map(Assessment::filters).orElse(List.of()),
                known.reports().getOrDefault(item, List.of()),
                known.histories().getOrDefault(item, Evidence.History.UNKNOWN),
                known.threads().getOrDefault(item, List.of()),
                known.precedents().getOrDefault(item, List.of()),
                assessment.map(Assessment::media).orElse(List.of()));
    }

    /// What is known of the items at hand, each by the item's id.
    private record Known(
            Map<UUID, Item> items,
            Map<UUID, Assessment> assessments,
            Map<UUID, List<ReportView>> reports,
            Map<UUID, List<Evidence.ThreadItem>> threads,
            Map<UUID, Evidence.History> histories,
            Map<UUID, List<Evidence.Precedent>> precedents) {
        /// Policies stand in the order of the scores, which would tell them.
        Known withoutScores() {
            return new Known(items, bare(assessments), reports, threads, histories, precedents);
        }

        private static Map<UUID, Assessment> bare(Map<UUID, Assessment> assessments) {
            return assessments.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> Withheld.from(entry.getValue())));
        }
    }

    private static TaskItem item(Item item) {
        @Nullable ItemContent content = item.content();
        var metrics = new ItemMetrics(item.views(), item.shares(), item.reports());
        return new TaskItem(
                item.id().toString(),
                item.source(),
                item.externalId(),
                content == null ? null : content.text(),
                content == null ? null : content.language(),
                content == null ? null : content.url(),
                content == null ? null : content.occurredAt(),
                content == null || content.media() == null ? List.of() : content.media(),
                content == null ? null : content.author(),
                content == null ? null : content.context(),
                metrics,
                content == null || content.metadata() == null ? Map.of() : content.metadata(),
                item.submittedAt());
    }

    /// The queue's own policy first, then those whose labels score highest.
    private List<PolicyBrief> briefs(String queue, Optional<Assessment> assessment, Caller.Person reader) {
        Map<String, Double> scores = assessment.stream()
                .flatMap(found -> found.scores().stream())
                .collect(Collectors.toMap(Evidence.Score::label, Evidence.Score::score, Math::max));
        String own = SourceQueue.policyOf(queue);
        return policies.all().stream()
                .filter(Policy::active)
                .filter(policy -> policy.mayBeDecidedBy(reader.roles(), reader.skills()))
                .sorted(Comparator.comparing((Policy policy) -> !policy.key().equals(own))
                        .thenComparing(Comparator.comparingDouble((Policy policy) -> highest(policy, scores))
                                .reversed()))
                .map(TaskAssembly::brief)
                .toList();
    }

    private static double highest(Policy policy, Map<String, Double> scores) {
        return policy.labels().stream()
                .mapToDouble(label -> scores.getOrDefault(label.label(), 0.0))
                .max()
                .orElse(0);
    }

    private static PolicyBrief brief(Policy policy) {
        return new PolicyBrief(
                policy.key(),
                policy.title(),
                policy.version(),
                policy.text(),
                policy.labels().stream()
                        .map(Policy.LabelThreshold::label)
                        .distinct()
                        .toList(),
                policy.allowedActions(),
                policy.defaultAction(),
                policy.defaultSeverity(),
                policy.terms().minSeverity(),
                policy.terms().maxSeverity());
    }
}
