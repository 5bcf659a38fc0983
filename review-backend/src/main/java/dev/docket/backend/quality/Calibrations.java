package dev.docket.backend.quality;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Wilson;
import dev.docket.dto.Page;
import dev.docket.dto.quality.AgreementReport;
import dev.docket.dto.quality.CalibrationView;
import dev.docket.dto.quality.CreateCalibration;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts the same items before several people to see how far they agree. Each decides blind, in
/// their own queues, and nothing of it is acted on.
@Service
public class Calibrations {
    private static final int MOST_ITEMS = 500;
    private static final int MOST_PEOPLE = 50;
    private static final int MOST_TASKS = 5_000;

    private final StoredCalibrations calibrations;
    private final CalibrationDeal deal;
    private final Agreement agreement;
    private final StoredNames names;
    private final AuditTrail audit;
    private final TruthNews news;
    private final Clock clock;

    Calibrations(
            StoredCalibrations calibrations,
            CalibrationDeal deal,
            Agreement agreement,
            StoredNames names,
            AuditTrail audit,
            TruthNews news,
            Clock clock) {
        this.calibrations = calibrations;
        this.deal = deal;
        this.agreement = agreement;
        this.names = names;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    @Transactional
    public CalibrationView create(Caller.Person by, CreateCalibration request) {
        var errors = new FieldErrors();
        if (request.name().isBlank() || request.name().length() > 100) {
            errors.add("/name", "1 to 100 characters");
        }
        if (request.itemIds().isEmpty() || request.itemIds().size() > MOST_ITEMS) {
            errors.add("/itemIds", "1 to " + MOST_ITEMS);
        }
        if (request.people().size() < 2 || request.people().size() > MOST_PEOPLE) {
            errors.add("/people", "2 to " + MOST_PEOPLE);
        }
        if ((long) request.itemIds().size() * request.people().size() > MOST_TASKS) {
            errors.add("/itemIds", "at most " + MOST_TASKS + " tasks: items times people");
        }
        errors.throwIfAny();
        var items = deal.items(request.itemIds(), errors);
        var people = deal.people(request.people(), errors);
        errors.throwIfAny();
        UUID id = Ids.next();
        calibrations.insert(id, request.name(), by.id(), clock.instant());
        people.forEach(person -> deal.to(person, items, id));
        audit.append(
                by.actor(),
                "calibration.made",
                "calibration",
                id.toString(),
                Map.of("items", items.size(), "people", people.size()));
        news.calibrationsChanged();
        return byId(id);
    }

    @Transactional(readOnly = true)
    public CalibrationView byId(UUID id) {
        return calibrations
                .find(id)
                .map(found -> view(found, agreement.ofCalibration(id, found.at())))
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no calibration of that id."));
    }

    /// The newest first, without their agreement.
    @Transactional(readOnly = true)
    public Page<CalibrationView> page(@Nullable String after, int limit) {
        var found = calibrations.page(after == null ? null : Ids.parse(after).orElse(null), limit + 1);
        var page = found.stream()
                .limit(limit)
                .map(calibrations::find)
                .flatMap(Optional::stream)
                .map(calibration -> view(calibration, null))
                .toList();
        return new Page<>(page, found.size() > limit ? page.getLast().id() : null);
    }

    private CalibrationView view(StoredCalibrations.Calibration calibration, @Nullable AgreementReport agreed) {
        var progress = calibrations.progress(calibration.id());
        var called = names.of(
                progress.stream().map(StoredCalibrations.Progress::person).toList());
        return new CalibrationView(
                calibration.id().toString(),
                calibration.name(),
                names.of(calibration.by()),
                calibration.at(),
                calibration.items(),
                progress.stream()
                        .map(one -> new CalibrationView.Progress(
                                called.of(one.person()),
                                one.answered(),
                                one.of(),
                                one.judged(),
                                one.right(),
                                Wilson.of(one.right(), one.judged())))
                        .toList(),
                agreed);
    }
}
