package dev.docket.backend.enforcement.web;

import dev.docket.backend.enforcement.Statements.Reader;
import dev.docket.backend.enforcement.statement.StatementsOfReasons;
import dev.docket.backend.platform.Answers;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Paths;
import dev.docket.dto.enforcement.StatementBatch;
import dev.docket.dto.enforcement.StatementOfReasons;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Statements of reasons, one by one for notices and in batches for the EU's transparency database.
@RestController
class StatementController {
    /// Beside the body and not in it: the body goes to the database as it is.
    private static final String NEXT = "Docket-Next";

    private final StatementsOfReasons statements;

    StatementController(StatementsOfReasons statements) {
        this.statements = statements;
    }

    @GetMapping(Paths.STATEMENTS + "/{decision}")
    @Requires(roles = Role.SENIOR, scopes = Scope.DECISIONS_READ)
    StatementOfReasons of(
            @PathVariable String decision, @RequestParam(defaultValue = "AUTHOR") Reader reader, Caller caller) {
        UUID id = Ids.parse(decision)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no such decision."));
        return reader == Reader.AUTHOR ? statements.of(caller, id) : statements.toReporters(caller, id);
    }

    @GetMapping(Paths.STATEMENTS + "/export")
    @Requires(
            roles = {Role.SUPERVISOR, Role.ADMIN},
            scopes = Scope.DECISIONS_READ)
    @Answers(status = 200, with = StatementBatch.class)
    ResponseEntity<StatementBatch> export(
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean skipIncomplete,
            Caller caller) {
        var batch = statements.export(caller, from, to, after, skipIncomplete);
        var answer = ResponseEntity.ok();
        if (batch.next() != null) {
            answer.header(NEXT, batch.next());
        }
        return answer.body(new StatementBatch(batch.statements()));
    }
}
