package dev.docket.backend.policy.web;

import dev.docket.backend.platform.Requires;
import dev.docket.backend.policy.Simulator;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Role;
import dev.docket.dto.policy.Simulation;
import dev.docket.dto.policy.SimulationRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Tries thresholds on past items.
@RestController
class SimulationController {
    private final Simulator simulator;

    SimulationController(Simulator simulator) {
        this.simulator = simulator;
    }

    @PostMapping(Paths.POLICIES + "/{key}/simulate")
    @Requires(roles = {Role.POLICY, Role.SUPERVISOR, Role.ML})
    Simulation simulate(@PathVariable String key, @RequestBody SimulationRequest request) {
        return simulator.simulate(key, request);
    }
}
