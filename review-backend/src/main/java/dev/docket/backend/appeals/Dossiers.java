package dev.docket.backend.appeals;

import dev.docket.backend.intake.Item;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.queue.QueueProblem;
import dev.docket.backend.review.Finding;
import dev.docket.backend.review.PastDecision;
import dev.docket.backend.review.PastDecisions;
import dev.docket.dto.appeals.AppealDossier;
import dev.docket.dto.appeals.Notice;
import dev.docket.dto.appeals.NoticeRequest;
import dev.docket.dto.appeals.ProvisionalFinding;
import dev.docket.dto.people.Role;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What somebody reads to decide an appeal, and the notice they are about to send.
///
/// It is opened to who holds the appeal's task, and to supervisors; never to who took part in
/// an earlier decision on the item, whatever their role.
@Service
public class Dossiers {
    private static final Set<Outcome> ANSWERS = EnumSet.of(Outcome.UPHOLD, Outcome.OVERTURN, Outcome.CHANGE);
    private static final Set<Outcome> FINDINGS = EnumSet.of(Outcome.APPROVE, Outcome.VIOLATION, Outcome.CANNOT_DECIDE);
    private static final int MAX_NOTE = 4_000;

    private final StoredAppeals appeals;
    private final AppealTasks tasks;
    private final PastDecisions decisions;
    private final Surroundings around;
    private final Tidings tidings;
    private final Clock clock;

    Dossiers(
            StoredAppeals appeals,
            AppealTasks tasks,
            PastDecisions decisions,
            Surroundings around,
            Tidings tidings,
            Clock clock) {
        this.appeals = appeals;
        this.tasks = tasks;
        this.decisions = decisions;
        this.around = around;
        this.tidings = tidings;
        this.clock = clock;
    }

    /// @throws DomainProblem `not-independent` for who took part before, `forbidden` for who does not hold the task
    @Transactional(readOnly = true)
    public AppealDossier of(UUID id, Caller.Person reader) {
        return dossier(opened(id, reader), reader);
    }

    /// Writes down what the holder found by themselves, and shows them the decision.
    @Transactional
    public AppealDossier reveal(UUID id, Caller.Person reader, ProvisionalFinding finding) {
        check(finding);
        Appeal appeal = opened(id, reader);
        if (!tasks.isHeldBy(appeal.task(), reader.id())) {
            throw new DomainProblem(CommonProblem.FORBIDDEN, "Claim the appeal first.");
        }
        if (appeal.isVeiledFrom(reader.id())) {
            appeal.reveal(reader.id(), around.json().writeValueAsString(finding), clock.instant());
            appeals.saveAndFlush(appeal);
            tidings.revealed(appeal, reader.actor(), finding.outcome());
        }
        return dossier(appeal, reader);
    }

    /// The notice as the appellant would read it. Nothing is stored or sent.
    @Transactional(readOnly = true)
    public Notice preview(UUID id, Caller.Person reader, NoticeRequest request) {
        Appeal appeal = opened(id, reader);
        check(request);
        if (appeal.isVeiledFrom(reader.id())) {
            throw new DomainProblem(AppealProblem.DECISION_VEILED, "Write down your own finding first.");
        }
        var appealed = decisions.find(appeal.decision()).orElseThrow();
        String language = request.language() == null ? appeal.language() : request.language();
        return around.preview(appeal, finding(request, appealed), versions(request, appealed), request, language);
    }

    private Appeal opened(UUID id, Caller.Person reader) {
        Appeal appeal = appeals.findById(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no appeal of that id."));
        if (isInvolved(appeal, reader.id())) {
            throw new DomainProblem(QueueProblem.NOT_INDEPENDENT, "You took part in an earlier decision on this item.");
        }
        boolean own = appeal.isDecidedBy(reader.id());
        if (!reader.is(Role.SUPERVISOR) && !own && !tasks.isHeldBy(appeal.task(), reader.id())) {
            throw new DomainProblem(CommonProblem.FORBIDDEN, "Claim the appeal first.");
        }
        return appeal;
    }

    /// The answer to this appeal is no earlier decision.
    private boolean isInvolved(Appeal appeal, UUID person) {
        return tasks.isBarred(appeal.task(), person)
                || decisions.involvedBefore(appeal.task(), appeal.item()).contains(person);
    }

    private AppealDossier dossier(Appeal appeal, Caller.Person reader) {
        Item item = around.items().find(appeal.item()).orElseThrow();
        boolean veiled = appeal.isVeiledFrom(reader.id()) && appeal.isOpen();
        var earlier = decisions.of(appeal.item()).stream()
                .filter(decision -> !appeal.task().equals(decision.task()))
                .toList();
        @Nullable String provisional = appeal.provisionalOf(reader.id());
        return new AppealDossier(
                AppealViews.of(appeal, item, true, veiled),
                appeal.statement(),
                appeal.language(),
                veiled
                        ? List.of()
                        : earlier.stream().map(past -> view(past, appeal)).toList(),
                veiled
                        ? List.of()
                        : around.policiesOf(decisions.find(appeal.decision()).orElseThrow()),
                around.sentences(appeal, veiled),
                decisions.involved(appeal.item()).size(),
                veiled,
                provisional == null ? null : around.json().readValue(provisional, ProvisionalFinding.class));
    }

    private static AppealDossier.EarlierDecision view(PastDecision past, Appeal appeal) {
        return new AppealDossier.EarlierDecision(
                past.id().toString(),
                past.kind(),
                past.id().equals(appeal.decision()),
                past.person() == null,
                past.finding().outcome(),
                past.finding().violations(),
                past.finding().actions(),
                past.policyVersions(),
                past.finding().note(),
                past.finding().reasons(),
                past.decidedAt());
    }

    private static Finding finding(NoticeRequest request, PastDecision appealed) {
        var was = appealed.finding();
        return switch (request.outcome()) {
            case UPHOLD -> new Finding(was.outcome(), was.violations(), was.actions(), null, request.reasons());
            case OVERTURN ->
                was.outcome() == Outcome.VIOLATION
                        ? new Finding(Outcome.APPROVE, List.of(), List.of(), null, request.reasons())
                        : violation(request);
            default -> violation(request);
        };
    }

    private static Finding violation(NoticeRequest request) {
        return new Finding(
                Outcome.VIOLATION,
                request.violations() == null ? List.of() : request.violations(),
                request.actions() == null ? List.of() : request.actions(),
                null,
                request.reasons());
    }

    private Map<String, Integer> versions(NoticeRequest request, PastDecision appealed) {
        if (request.outcome() == Outcome.UPHOLD) {
            return appealed.policyVersions();
        }
        var versions = new TreeMap<String, Integer>();
        (request.violations() == null ? List.<Violation>of() : request.violations())
                .forEach(violation -> around.policies()
                        .byKey(violation.policy())
                        .ifPresent(policy -> versions.put(policy.key(), policy.version())));
        return versions;
    }

    private static void check(NoticeRequest request) {
        if (!ANSWERS.contains(request.outcome())) {
            new FieldErrors().add("/outcome", "UPHOLD, OVERTURN or CHANGE").throwIfAny();
        }
    }

    private static void check(ProvisionalFinding finding) {
        var errors = new FieldErrors();
        if (!FINDINGS.contains(finding.outcome())) {
            errors.add("/outcome", "APPROVE, VIOLATION or CANNOT_DECIDE");
        }
        if (finding.note() != null && finding.note().length() > MAX_NOTE) {
            errors.add("/note", "at most " + MAX_NOTE + " characters");
        }
        errors.throwIfAny();
    }
}
