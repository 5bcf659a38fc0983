package dev.docket.backend.labels;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.dto.Page;
import dev.docket.dto.labels.CreateLabelImport;
import dev.docket.dto.labels.ImportedRow;
import dev.docket.dto.labels.LabelImportView;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Labels from elsewhere, to be part of label sets. Each import says under what licence its
/// rows may be used and what they count for; its rows are never changed, and it can be
/// withdrawn as a whole.
@Service
public class LabelImports {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LICENCE = 500;
    private static final double USUAL_WEIGHT = 0.5;

    private final StoredImports stored;
    private final AuditTrail audit;
    private final Clock clock;

    LabelImports(StoredImports stored, AuditTrail audit, Clock clock) {
        this.stored = stored;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public LabelImportView create(CreateLabelImport request, Actor.Person by) {
        check(request);
        var id = Ids.next();
        stored.insert(
                id,
                request.name().strip(),
                request.licence().strip(),
                Objects.requireNonNullElse(request.weight(), USUAL_WEIGHT),
                Objects.requireNonNullElse(request.evaluation(), false),
                by.id(),
                clock.instant());
        audit.append(by, "label-import.created", "label-import", id.toString(), Map.of());
        return byId(id);
    }

    private static void check(CreateLabelImport request) {
        var errors = new FieldErrors();
        length("/name", request.name(), LONGEST_NAME, errors);
        length("/licence", request.licence(), LONGEST_LICENCE, errors);
        var weight = request.weight();
        if (weight != null && !(weight > 0 && weight <= 1)) {
            errors.add("/weight", "must be more than 0 and at most 1");
        }
        errors.throwIfAny();
    }

    private static void length(String pointer, String value, int most, FieldErrors errors) {
        if (value.isBlank() || value.length() > most) {
            errors.add(pointer, "must have 1 to " + most + " characters");
        }
    }

    public LabelImportView byId(UUID id) {
        return stored.find(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no such import; list them."));
    }

    /// The newest first.
    public Page<LabelImportView> page(@Nullable UUID before, int limit) {
        var found = stored.page(before, limit + 1);
        var page = found.stream().limit(limit).toList();
        return new Page<>(page, found.size() > limit ? page.getLast().id() : null);
    }

    /// @throws DomainProblem for an import that was withdrawn
    public void checkOpen(UUID id) {
        if (byId(id).withdrawnAt() != null) {
            throw new DomainProblem(LabelProblem.IMPORT_WITHDRAWN, "Announce a new import for these rows.");
        }
    }

    /// Takes in rows, all in one transaction, and says of each what became of it.
    @Transactional
    public List<Taken> add(UUID id, List<ImportedRow> rows) {
        return stored.add(
                id,
                rows.stream()
                        .map(row -> StoredImports.Draft.of(row, clock.instant()))
                        .toList());
    }

    /// Takes its texts away. Sets that were made with it keep their rows without them.
    @Transactional
    public LabelImportView withdraw(UUID id, Actor.Person by) {
        if (byId(id).withdrawnAt() == null) {
            stored.withdraw(id, clock.instant());
            audit.append(by, "label-import.withdrawn", "label-import", id.toString(), Map.of());
        }
        return byId(id);
    }

    /// What became of a row.
    ///
    /// @param id of the row that is there now
    public record Taken(UUID id, Fate fate) {}

    public enum Fate {
        NEW,
        /// The same row was there already.
        SAME,
        /// Another row is there under its source and external id; it stays as it is.
        CHANGED
    }
}
