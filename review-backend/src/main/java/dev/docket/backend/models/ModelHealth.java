package dev.docket.backend.models;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// Whether items are scored. A floor without a model is degraded, not down: people still see every item.
@Component("classifier")
class ModelHealth implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");

    private final ServingModel model;

    ModelHealth(ServingModel model) {
        this.model = model;
    }

    @Override
    public Health health() {
        var standing = model.standing();
        var status = switch (standing.state()) {
            case OPENING, SERVING -> Status.UP;
            case RESTING, ABSENT -> DEGRADED;
        };
        return Health.status(status).withDetail("detail", standing.detail()).build();
    }
}
