package dev.docket.backend.enforcement.ncmec;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.enforcement.EnforcementProblem;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.queue.TaskInvolvement;
import dev.docket.backend.review.PastDecision;
import dev.docket.backend.review.PastDecisions;
import dev.docket.dto.Page;
import dev.docket.dto.enforcement.NcmecReportState;
import dev.docket.dto.enforcement.NcmecReportView;
import dev.docket.dto.enforcement.PrepareNcmecReport;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Prepares reports to the CyberTipline. One person prepares, another releases, somebody files it by hand and writes
/// down its number. Docket has no address to send one to: a report accuses a person of a crime, and a mistake of a
/// threshold must never be able to.
@Service
public class NcmecReports {
    private static final int LONGEST = 3_000;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,40}");

    private final StoredReports stored;
    private final PastDecisions decisions;
    private final TaskInvolvement involvement;
    private final Items items;
    private final NcmecSettings settings;
    private final AuditTrail audit;
    private final LiveEvents live;
    private final Clock clock;

    NcmecReports(
            StoredReports stored,
            PastDecisions decisions,
            TaskInvolvement involvement,
            Items items,
            NcmecSettings settings,
            AuditTrail audit,
            LiveEvents live,
            Clock clock) {
        this.stored = stored;
        this.decisions = decisions;
        this.involvement = involvement;
        this.items = items;
        this.settings = settings;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /// @throws DomainProblem `report-not-ready` while the item has an open report, or the settings lack who reports
    @Transactional
    public NcmecReportView prepare(Caller.Person by, PrepareNcmecReport request) {
        if (!settings.isSet()) {
            throw notReady("Set docket.ncmec.first-name, last-name and email: the CyberTipline asks who reports.");
        }
        var subject = check(request);
        var document = new ReportDocument(settings).write(request, subject.item(), clock.instant());
        var faults = ElementOrder.faults(document);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("a report out of order: " + faults);
        }
        var id = Ids.next();
        try {
            stored.insert(id, subject.item().id(), subject.decision(), document, by.id());
        } catch (DuplicateKeyException open) {
            throw notReady("The item has an open report; withdraw that one first.");
        }
        takesPart(by, subject.item().id());
        audit.append(
                by.actor(),
                "ncmec.prepared",
                "ncmec-report",
                id.toString(),
                Map.of("item", subject.item().id(), "incident", request.incident()));
        changed(id);
        return known(id);
    }

    @Transactional(readOnly = true)
    public Page<NcmecReportView> page(@Nullable String after, int limit) {
        var before = after == null ? null : Ids.parse(after).orElse(null);
        if (after != null && before == null) {
            new FieldErrors()
                    .add("/after", "must be a cursor that this list gave")
                    .throwIfAny();
        }
        var found = stored.page(before, limit + 1);
        var page = found.stream().limit(limit).toList();
        return new Page<>(page, found.size() > limit ? page.getLast().id() : null);
    }

    @Transactional(readOnly = true)
    public NcmecReportView of(UUID id) {
        return known(id);
    }

    /// What it says: for who is to release it, and for who files it. Each reading leaves an audit entry.
    @Transactional
    public String document(Caller.Person by, UUID id) {
        var report = known(id);
        if (report.state() == NcmecReportState.WITHDRAWN) {
            throw notReady("It was withdrawn; prepare another.");
        }
        audit.append(by.actor(), "ncmec.read", "ncmec-report", id.toString(), Map.of("state", report.state()));
        return stored.document(id);
    }

    /// @throws DomainProblem `second-approver-needed` for the person who prepared it
    @Transactional
    public NcmecReportView release(Caller.Person by, UUID id) {
        var report = known(id);
        if (report.preparedBy().equals(by.id().toString())) {
            throw new DomainProblem(
                    EnforcementProblem.SECOND_APPROVER_NEEDED, "You prepared it; somebody else must release it.");
        }
        var released =
                step(by, id, "ncmec.released", stored.release(id, by.id()), "Only a prepared report can be released.");
        takesPart(by, UUID.fromString(report.itemId()));
        return released;
    }

    @Transactional
    public NcmecReportView file(Caller.Person by, UUID id, String number) {
        if (!NUMBER.matcher(number).matches()) {
            new FieldErrors().add("/reportNumber", "1 to 40 digits").throwIfAny();
        }
        known(id);
        return step(by, id, "ncmec.filed", stored.file(id, by.id(), number), "Only a released report can be filed.");
    }

    @Transactional
    public NcmecReportView withdraw(Caller.Person by, UUID id) {
        known(id);
        return step(by, id, "ncmec.withdrawn", stored.withdraw(id), "A filed report cannot be withdrawn here.");
    }

    private void takesPart(Caller.Person by, UUID item) {
        involvement.note(by.id(), TaskInvolvement.Part.REPORTED, List.of(item), null);
    }

    private NcmecReportView step(Caller.Person by, UUID id, String action, boolean done, String refusal) {
        if (!done) {
            throw notReady(refusal);
        }
        audit.append(by.actor(), action, "ncmec-report", id.toString(), Map.of());
        changed(id);
        return known(id);
    }

    private void changed(UUID id) {
        live.publish("report.changed", id.toString(), Map.of("report", id));
    }

    private Subject check(PrepareNcmecReport request) {
        var errors = new FieldErrors();
        if ((request.decisionId() == null) == (request.itemId() == null)) {
            errors.add("/itemId", "exactly one of decisionId and itemId");
        }
        length(errors, "/escalate", request.escalate());
        length(errors, "/additionalInfo", request.additionalInfo());
        errors.throwIfAny();
        var decision = Optional.ofNullable(request.decisionId())
                .flatMap(Ids::parse)
                .flatMap(decisions::find)
                .map(PastDecision::id);
        var item = Optional.ofNullable(request.itemId())
                .flatMap(Ids::parse)
                .or(() -> decision.flatMap(decisions::find).map(PastDecision::item))
                .flatMap(items::find)
                .orElseThrow(
                        () -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no item or decision of that id."));
        if (item.content() == null) {
            throw notReady("The item's content was erased; there is nothing left to report.");
        }
        return new Subject(item, decision.orElse(null));
    }

    private static void length(FieldErrors errors, String pointer, @Nullable String value) {
        if (value != null && value.length() > LONGEST) {
            errors.add(pointer, "at most 3,000 characters");
        }
    }

    private NcmecReportView known(UUID id) {
        return stored.find(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no such report; list them."));
    }

    private static DomainProblem notReady(String detail) {
        return new DomainProblem(EnforcementProblem.NOT_READY, detail);
    }

    private record Subject(Item item, @Nullable UUID decision) {}
}
