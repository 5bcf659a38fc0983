package dev.docket.backend.precedents.web;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.precedents.Waves;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Role;
import dev.docket.dto.precedents.WaveDecision;
import dev.docket.dto.precedents.WaveReversal;
import dev.docket.dto.precedents.WaveSummary;
import dev.docket.dto.precedents.WaveView;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.WAVES)
class WaveController {
    private final Waves waves;

    WaveController(Waves waves) {
        this.waves = waves;
    }

    @GetMapping
    @Requires(roles = {Role.SENIOR, Role.SUPERVISOR})
    Page<WaveSummary> list(Caller.Person caller) {
        return new Page<>(waves.list(caller), null);
    }

    @GetMapping("/{id}")
    @Requires(roles = {Role.SENIOR, Role.SUPERVISOR})
    WaveView byId(@PathVariable String id, Caller.Person caller) {
        return waves.byId(caller, idOf(id));
    }

    @PostMapping("/{id}/decision")
    @Requires(roles = {Role.SENIOR, Role.SUPERVISOR})
    @ResponseStatus(HttpStatus.CREATED)
    WaveView decide(@PathVariable String id, @RequestBody WaveDecision request, Caller.Person caller) {
        return waves.decide(caller, idOf(id), request);
    }

    @PostMapping("/{id}/look")
    @Requires(roles = {Role.SENIOR, Role.SUPERVISOR})
    WaveView look(@PathVariable String id, @RequestBody WaveDecision request, Caller.Person caller) {
        return waves.look(caller, idOf(id), request);
    }

    @PostMapping("/{id}/settle")
    @Requires(roles = Role.SUPERVISOR)
    WaveView settle(@PathVariable String id, @RequestBody WaveDecision request, Caller.Person caller) {
        return waves.settle(caller, idOf(id), request);
    }

    @PostMapping("/{id}/refuse")
    @Requires(roles = {Role.SENIOR, Role.SUPERVISOR})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(@PathVariable String id, Caller.Person caller) {
        waves.refuse(caller, idOf(id));
    }

    @PostMapping("/{id}/undo")
    @Requires(roles = {Role.SENIOR, Role.SUPERVISOR})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable String id, Caller.Person caller) {
        waves.undo(caller, idOf(id));
    }

    @PostMapping("/{id}/reverse")
    @Requires(roles = {Role.SENIOR, Role.SUPERVISOR})
    WaveView reverse(@PathVariable String id, @RequestBody WaveReversal request, Caller.Person caller) {
        return waves.reverse(caller, idOf(id), request.reasons());
    }

    private static UUID idOf(String id) {
        return Ids.parse(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no wave of that id."));
    }
}
