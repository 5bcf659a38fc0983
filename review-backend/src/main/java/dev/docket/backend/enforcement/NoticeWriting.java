package dev.docket.backend.enforcement;

import dev.docket.backend.enforcement.Statements.Facts;
import dev.docket.backend.enforcement.Statements.Reader;
import dev.docket.backend.intake.Item;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.queue.ReviewTasks;
import dev.docket.backend.review.Finding;
import dev.docket.backend.review.PastDecision;
import dev.docket.dto.Paths;
import dev.docket.dto.enforcement.NoticePreview;
import dev.docket.dto.enforcement.StatementText;
import dev.docket.dto.enforcement.WrittenNotice;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.ItemState;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.TaskItem;
import dev.docket.dto.review.Violation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Statements of reasons in the item's language: for messages to platforms, and for whoever has a task and would like
/// to see what its author would read.
@Service
public class NoticeWriting {
    private static final String ENGLISH = "en";

    private final Statements statements;
    private final ReviewTasks tasks;
    private final Policies policies;

    NoticeWriting(Statements statements, ReviewTasks tasks, Policies policies) {
        this.statements = statements;
        this.tasks = tasks;
        this.policies = policies;
    }

    /// As the author would read it, from what the task itself shows: a preview must not tell a trial task from a live
    /// one.
    ///
    /// @throws DomainProblem `not-found` for whoever does not have the task
    @Transactional(readOnly = true)
    public WrittenNotice preview(Caller.Person person, UUID task, NoticePreview request) {
        check(request);
        var shown = tasks.view(task, person)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "You hold no such task."));
        var violations = Objects.requireNonNullElse(request.violations(), List.<Violation>of());
        var finding = new Finding(
                request.outcome(),
                violations,
                Objects.requireNonNullElse(request.actions(), List.of()),
                null,
                request.reasons());
        var item = item(shown.item());
        return write(
                "",
                new Facts(Reader.AUTHOR, item, finding, versions(violations), false, null, null),
                request.language() == null ? languageOf(item) : request.language());
    }

    /// For the author, of a decision that does something to them; empty where nothing is done.
    Optional<WrittenNotice> toAuthor(PastDecision decision, Item item) {
        boolean acts = decision.finding().outcome() == Outcome.VIOLATION
                && decision.finding().actions().stream().anyMatch(action -> action.type() != ActionType.NONE);
        return acts ? Optional.of(told(Reader.AUTHOR, decision, item)) : Optional.empty();
    }

    /// For those who reported the item, whatever was found.
    WrittenNotice toReporters(PastDecision decision, Item item) {
        return told(Reader.REPORTER, decision, item);
    }

    private WrittenNotice told(Reader reader, PastDecision decision, Item item) {
        String path = Paths.STATEMENTS + "/" + decision.id() + (reader == Reader.REPORTER ? "?reader=REPORTER" : "");
        var facts = new Facts(
                reader,
                item,
                decision.finding(),
                decision.policyVersions(),
                decision.person() == null,
                decision.appealOutcome(),
                decision.effectiveAt());
        return write(path, facts, languageOf(item));
    }

    private WrittenNotice write(String path, Facts facts, String language) {
        var statement = statements.write(facts, language);
        return new WrittenNotice(
                path,
                statement.language(),
                statement.title(),
                statement.sections().stream()
                        .map(section -> new StatementText.Section(section.heading(), section.text()))
                        .toList());
    }

    private static void check(NoticePreview request) {
        var errors = new FieldErrors();
        if (request.outcome() != Outcome.APPROVE && request.outcome() != Outcome.VIOLATION) {
            errors.add("/outcome", "APPROVE or VIOLATION; nobody is told of anything else");
        }
        errors.throwIfAny();
    }

    private Map<String, Integer> versions(List<Violation> violations) {
        var versions = new TreeMap<String, Integer>();
        violations.forEach(violation ->
                policies.byKey(violation.policy()).ifPresent(policy -> versions.put(policy.key(), policy.version())));
        return versions;
    }

    private static String languageOf(Item item) {
        ItemContent content = item.content();
        @Nullable String language = content == null ? null : content.language();
        return language == null ? ENGLISH : language;
    }

    private static Item item(TaskItem shown) {
        var content = new ItemContent(
                shown.source(),
                shown.externalId(),
                shown.text(),
                shown.language(),
                shown.url(),
                shown.occurredAt(),
                shown.media(),
                shown.author(),
                shown.context(),
                shown.metrics(),
                shown.metadata());
        return new Item(
                UUID.fromString(shown.id()),
                shown.source(),
                shown.externalId(),
                ItemState.IN_REVIEW,
                content,
                0,
                0,
                0,
                shown.submittedAt());
    }
}
