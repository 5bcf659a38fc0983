package dev.docket.backend.platform.ops;

import dev.docket.dto.ops.SlaReport;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where the floor stands against its objectives.
@Service
public class Promises {
    private final Objectives objectives;

    Promises(Objectives objectives) {
        this.objectives = objectives;
    }

    @Transactional(readOnly = true)
    public SlaReport report() {
        return new SlaReport(objectives.measure());
    }
}
