package dev.docket.backend.enforcement.web;

import dev.docket.backend.enforcement.strike.Proposals;
import dev.docket.backend.enforcement.strike.Strikes;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.enforcement.AcceptProposal;
import dev.docket.dto.enforcement.AuthorStanding;
import dev.docket.dto.enforcement.DismissProposal;
import dev.docket.dto.enforcement.ProposalState;
import dev.docket.dto.enforcement.StrikeProposal;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What counts against authors. For supervisors alone: an author's strikes speak of decisions that a second reviewer
/// must not know.
@RestController
class StrikeController {
    private static final int LONGEST_PAGE = 200;

    private final Strikes strikes;
    private final Proposals proposals;

    StrikeController(Strikes strikes, Proposals proposals) {
        this.strikes = strikes;
        this.proposals = proposals;
    }

    @GetMapping(Paths.STRIKES)
    @Requires(roles = Role.SUPERVISOR, scopes = Scope.DECISIONS_READ)
    AuthorStanding of(@RequestParam String source, @RequestParam String author, Caller caller) {
        return strikes.of(caller, source, author);
    }

    @GetMapping(Paths.STRIKES + "/proposals")
    @Requires(roles = Role.SUPERVISOR)
    Page<StrikeProposal> proposals(
            @RequestParam(defaultValue = "OPEN") ProposalState state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return proposals.page(state, after, Math.clamp(limit, 1, LONGEST_PAGE));
    }

    @PostMapping(Paths.STRIKES + "/proposals/{id}/accept")
    @Requires(roles = Role.SUPERVISOR)
    StrikeProposal accept(@PathVariable String id, @RequestBody AcceptProposal request, Caller.Person person) {
        return proposals.accept(person, idOf(id), request);
    }

    @PostMapping(Paths.STRIKES + "/proposals/{id}/dismiss")
    @Requires(roles = Role.SUPERVISOR)
    StrikeProposal dismiss(@PathVariable String id, @RequestBody DismissProposal request, Caller.Person person) {
        return proposals.dismiss(person, idOf(id), request.reason());
    }

    private static UUID idOf(String id) {
        return Ids.parse(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no such proposal; list them."));
    }
}
