package dev.docket.backend.queue;

import dev.docket.backend.classification.Assessment;
import dev.docket.backend.classification.Assessments;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.ItemMetrics;
import dev.docket.dto.review.Evidence;
import dev.docket.dto.review.PolicyBrief;
import dev.docket.dto.review.Task;
import dev.docket.dto.review.TaskItem;
import dev.docket.dto.review.TaskKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final Policies policies;
    private final ObjectProvider<Precedents> precedents;
    private final ObjectProvider<AppealBriefs> appeals;
    private final EarlierDecisions decisions;

    TaskAssembly(
            Items items,
            Assessments assessments,
            AuthorRecords authors,
            Policies policies,
            ObjectProvider<Precedents> precedents,
            ObjectProvider<AppealBriefs> appeals,
            EarlierDecisions decisions) {
        this.items = items;
        this.assessments = assessments;
        this.authors = authors;
        this.policies = policies;
        this.precedents = precedents;
        this.appeals = appeals;
        this.decisions = decisions;
    }

    /// Most urgent first.
    List<Task> assemble(List<TaskRow> tasks) {
        var ids = tasks.stream().map(TaskRow::item).toList();
        var found = items.findAll(ids);
        Map<UUID, List<Evidence.Precedent>> alike =
                precedents.stream().findFirst().map(known -> known.of(ids)).orElse(Map.of());
        return tasks.stream()
                .sorted(Comparator.comparing(TaskRow::deadlineAt).thenComparing(TaskRow::id))
                .map(task -> assemble(
                        task,
                        Objects.requireNonNull(found.get(task.item()), "a task has an item"),
                        alike.getOrDefault(task.item(), List.of())))
                .toList();
    }

    private Task assemble(TaskRow task, Item item, List<Evidence.Precedent> alike) {
        var assessment = assessments.latest(task.item());
        var fresh = Freshness.of(task, item);
        var papers = papers(task);
        return new Task(
                task.id().toString(),
                task.kind(),
                task.queue(),
                task.deadlineAt(),
                task.lease(),
                item(fresh.of(item)),
                evidence(item, assessment, fresh, alike),
                briefs(task.queue(), assessment),
                task.kind() == TaskKind.ADJUDICATION
                        ? decisions.waiting(task.item())
                        : papers.map(AppealBriefs.Papers::first).orElse(null),
                papers.map(AppealBriefs.Papers::appeal).orElse(null),
                assessment.map(Assessment::unscored).orElse(true),
                task.reason());
    }

    private Optional<AppealBriefs.Papers> papers(TaskRow task) {
        return task.kind() == TaskKind.APPEAL
                ? appeals.stream().findFirst().flatMap(briefs -> briefs.of(task.id(), task.claimedBy()))
                : Optional.empty();
    }

    private Evidence evidence(
            Item item, Optional<Assessment> assessment, Freshness fresh, List<Evidence.Precedent> alike) {
        return new Evidence(
                assessment.map(Assessment::scores).orElse(List.of()),
                false,
                assessment.map(Assessment::explanation).orElse(Map.of()),
                assessment.map(Assessment::filters).orElse(List.of()),
                fresh.reports(items.reports(item.id())),
                authors.of(item),
                fresh.thread(items.thread(item.id())),
                alike);
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
    private List<PolicyBrief> briefs(String queue, Optional<Assessment> assessment) {
        Map<String, Double> scores = assessment.stream()
                .flatMap(found -> found.scores().stream())
                .collect(Collectors.toMap(Evidence.Score::label, Evidence.Score::score, Math::max));
        return policies.all().stream()
                .sorted(Comparator.comparing((Policy policy) -> !policy.key().equals(queue))
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
                policy.labels().stream().map(Policy.LabelThreshold::label).toList(),
                policy.allowedActions(),
                policy.defaultAction(),
                policy.defaultSeverity());
    }
}
