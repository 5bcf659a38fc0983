package dev.docket.backend.appeals.web;

import dev.docket.backend.appeals.Appeals;
import dev.docket.backend.appeals.DeadlineBoard;
import dev.docket.backend.appeals.Dossiers;
import dev.docket.backend.appeals.Overturns;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Paths;
import dev.docket.dto.appeals.AppealBoard;
import dev.docket.dto.appeals.AppealDossier;
import dev.docket.dto.appeals.AppealReceipt;
import dev.docket.dto.appeals.AppealRequest;
import dev.docket.dto.appeals.AppealView;
import dev.docket.dto.appeals.Notice;
import dev.docket.dto.appeals.NoticeRequest;
import dev.docket.dto.appeals.OverturnRates;
import dev.docket.dto.appeals.ProvisionalFinding;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Appeals: sent by platforms, read by who decides them. They are decided like any task.
@RestController
@RequestMapping(Paths.APPEALS)
class AppealController {
    private final Appeals appeals;
    private final DeadlineBoard board;
    private final Dossiers dossiers;
    private final Overturns overturns;

    AppealController(Appeals appeals, DeadlineBoard board, Dossiers dossiers, Overturns overturns) {
        this.appeals = appeals;
        this.board = board;
        this.dossiers = dossiers;
        this.overturns = overturns;
    }

    @PostMapping
    @Requires(scopes = Scope.APPEALS_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    AppealReceipt receive(@RequestBody AppealRequest request, Caller caller) {
        return appeals.receive(request, caller.actor());
    }

    @GetMapping
    @Requires(roles = Role.SENIOR)
    AppealBoard list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(required = false) @Nullable String zone,
            Caller.Person caller) {
        return board.read(caller, state, due, zone);
    }

    @GetMapping("/overturns")
    @Requires(roles = {Role.SUPERVISOR, Role.POLICY, Role.ML})
    OverturnRates rates(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            Caller.Person caller) {
        return overturns.rates(caller, from, to);
    }

    @GetMapping("/{id}")
    @Requires(scopes = Scope.APPEALS_WRITE, roles = Role.SENIOR)
    AppealView read(@PathVariable String id, Caller caller) {
        return appeals.view(idOf(id), caller);
    }

    @GetMapping("/{id}/dossier")
    @Requires(roles = Role.SENIOR)
    AppealDossier dossier(@PathVariable String id, Caller.Person caller) {
        return dossiers.of(idOf(id), caller);
    }

    @PostMapping("/{id}/reveal")
    @Requires(roles = Role.SENIOR)
    AppealDossier reveal(@PathVariable String id, @RequestBody ProvisionalFinding finding, Caller.Person caller) {
        return dossiers.reveal(idOf(id), caller, finding);
    }

    @PostMapping("/{id}/notice")
    @Requires(roles = Role.SENIOR)
    Notice preview(@PathVariable String id, @RequestBody NoticeRequest request, Caller.Person caller) {
        return dossiers.preview(idOf(id), caller, request);
    }

    private static UUID idOf(String id) {
        return Ids.parse(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no appeal of that id."));
    }
}
