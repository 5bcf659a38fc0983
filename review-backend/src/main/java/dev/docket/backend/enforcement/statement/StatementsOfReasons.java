package dev.docket.backend.enforcement.statement;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.enforcement.Cursor;
import dev.docket.backend.enforcement.EnforcementProblem;
import dev.docket.backend.enforcement.Statements;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.InvalidInput;
import dev.docket.backend.review.DecisionTookEffect;
import dev.docket.backend.review.PastDecision;
import dev.docket.backend.review.PastDecisions;
import dev.docket.backend.review.Veils;
import dev.docket.dto.enforcement.StatementOfReasons;
import dev.docket.dto.enforcement.StatementText;
import dev.docket.dto.problem.FieldError;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Issues a statement of reasons with each violation that takes effect and does something, keeps it, and
/// gives it out: in words for who is concerned, in fields for the EU's transparency database.
@Service
public class StatementsOfReasons {
    private static final Set<ActionType> RESTRICTING =
            Set.of(ActionType.RESTRICT, ActionType.REMOVE, ActionType.SUSPEND, ActionType.BAN);
    private static final int DATABASE_TAKES = 100;

    private final StoredStatements stored;
    private final StatementWriter writer;
    private final Statements words;
    private final PastDecisions decisions;
    private final Veils veils;
    private final Items items;
    private final AuditTrail audit;

    StatementsOfReasons(
            StoredStatements stored,
            StatementWriter writer,
            Statements words,
            PastDecisions decisions,
            Veils veils,
            Items items,
            AuditTrail audit) {
        this.stored = stored;
        this.writer = writer;
        this.words = words;
        this.decisions = decisions;
        this.veils = veils;
        this.items = items;
        this.audit = audit;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionTookEffect effect) {
        var finding = effect.decision().finding();
        if (finding.outcome() == Outcome.VIOLATION
                && finding.actions().stream().anyMatch(action -> action.type() != ActionType.NONE)) {
            issue(effect.decision(), effect.effectiveAt());
        }
    }

    /// @throws DomainProblem `not-found` where nothing was done to anybody, or the decision is veiled from the caller
    @Transactional(readOnly = true)
    public StatementOfReasons of(Caller caller, UUID decisionId) {
        var issued = stored.find(decisionId)
                .filter(found -> !veils.isOver(found.item(), caller))
                .orElseThrow(() -> new DomainProblem(
                        CommonProblem.NOT_FOUND, "No statement of reasons was issued for a decision of that id."));
        var decision = decisions.find(decisionId).orElseThrow();
        var item = items.find(issued.item()).orElseThrow();
        var texts = texts(Statements.Reader.AUTHOR, decision, item, issued.at());
        return new StatementOfReasons(
                decisionId.toString(),
                issued.item().toString(),
                issued.at(),
                texts,
                issued.statement(),
                issued.faults());
    }

    /// What those who reported the item are told of a decision on it, whatever it found (Article 16(5)).
    ///
    /// @throws DomainProblem `not-found` before it takes effect, or where it is veiled from the caller
    @Transactional(readOnly = true)
    public StatementOfReasons toReporters(Caller caller, UUID decisionId) {
        var decision = decisions
                .find(decisionId)
                .filter(found -> found.effectiveAt() != null && !veils.isOver(found.item(), caller))
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "No decision of that id took effect."));
        var at = Objects.requireNonNull(decision.effectiveAt());
        var item = items.find(decision.item()).orElseThrow();
        var texts = texts(Statements.Reader.REPORTER, decision, item, at);
        return new StatementOfReasons(decisionId.toString(), item.id().toString(), at, texts, Map.of(), List.of());
    }

    private Map<String, StatementText> texts(Statements.Reader reader, PastDecision decision, Item item, Instant at) {
        var texts = new LinkedHashMap<String, StatementText>();
        words.languages().forEach(language -> texts.put(language, text(reader, decision, item, at, language)));
        return texts;
    }

    /// One batch for the database. A batch with an incomplete statement in it is refused as a whole, and says
    /// which: the database would refuse it too, and tell less.
    ///
    /// @param after where the batch before ended; null for the first
    /// @param skipIncomplete leaves incomplete statements out instead of refusing
    /// @throws InvalidInput `statement-incomplete` with every fault of the batch
    @Transactional
    public Batch export(Caller by, Instant from, Instant to, @Nullable String after, boolean skipIncomplete) {
        var place = after == null ? Long.valueOf(0) : Cursor.read(after).orElse(null);
        var errors = new FieldErrors();
        if (place == null) {
            errors.add("/after", "must be a cursor that this export gave");
        }
        if (!from.isBefore(to)) {
            errors.add("/to", "must be after from");
        }
        errors.throwIfAny();
        var found = stored.between(from, to, place == null ? 0 : place, DATABASE_TAKES + 1);
        var page = found.stream().limit(DATABASE_TAKES).map(this::mended).toList();
        if (!skipIncomplete) {
            refuseIncomplete(page);
        }
        var complete = page.stream().filter(one -> one.faults().isEmpty()).toList();
        audit.append(
                by.actor(),
                "statements.exported",
                "statements",
                from + "/" + to,
                Map.of("statements", complete.size(), "left", page.size() - complete.size()));
        return new Batch(
                complete.stream().map(StoredStatements.Issued::statement).toList(),
                found.size() > DATABASE_TAKES ? Cursor.write(page.getLast().sequence()) : null);
    }

    private void issue(PastDecision decision, Instant at) {
        var item = items.find(decision.item()).orElseThrow();
        var statement = writer.write(decision, item, at);
        boolean restricts =
                decision.finding().actions().stream().anyMatch(action -> RESTRICTING.contains(action.type()));
        var faults = restricts ? StatementRules.faults(statement, names(item)) : List.<FieldError>of();
        stored.insert(decision.id(), item.id(), at, restricts, statement, faults);
    }

    /// What was incomplete for want of a setting is complete once the setting is there.
    private StoredStatements.Issued mended(StoredStatements.Issued issued) {
        if (issued.faults().isEmpty()) {
            return issued;
        }
        var decision = decisions.find(issued.decision()).orElseThrow();
        var item = items.find(issued.item()).orElseThrow();
        var statement = writer.write(decision, item, issued.at());
        var faults = StatementRules.faults(statement, names(item));
        stored.mend(issued.decision(), statement, faults);
        return new StoredStatements.Issued(
                issued.sequence(),
                issued.decision(),
                issued.item(),
                issued.at(),
                issued.restricts(),
                statement,
                faults);
    }

    private static void refuseIncomplete(List<StoredStatements.Issued> page) {
        var errors = new ArrayList<FieldError>();
        for (var issued : page) {
            issued.faults()
                    .forEach(fault -> errors.add(
                            new FieldError("/statements/" + issued.decision() + fault.pointer(), fault.detail())));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(EnforcementProblem.STATEMENT_INCOMPLETE, errors);
        }
    }

    private static Set<String> names(Item item) {
        var content = item.content();
        if (content == null || content.author() == null) {
            return Set.of();
        }
        return Stream.of(content.author().externalId(), content.author().displayName())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private StatementText text(
            Statements.Reader reader, PastDecision decision, Item item, Instant at, String language) {
        var statement = words.write(
                new Statements.Facts(
                        reader,
                        item,
                        decision.finding(),
                        decision.policyVersions(),
                        decision.person() == null,
                        decision.appealOutcome(),
                        at),
                language);
        return new StatementText(
                statement.title(),
                statement.sections().stream()
                        .map(section -> new StatementText.Section(section.heading(), section.text()))
                        .toList());
    }

    /// @param next where the next batch begins; null after the last
    public record Batch(
            List<Map<String, Object>> statements, @Nullable String next) {}
}
