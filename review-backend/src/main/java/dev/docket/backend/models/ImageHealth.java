package dev.docket.backend.models;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// Whether images are scored.
@Component("images")
class ImageHealth implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");

    private final ServingImages images;

    ImageHealth(ServingImages images) {
        this.images = images;
    }

    @Override
    public Health health() {
        var standing = images.standing();
        var status = switch (standing.state()) {
            case OPENING, SERVING -> Status.UP;
            case RESTING, ABSENT -> DEGRADED;
        };
        return Health.status(status).withDetail("detail", standing.detail()).build();
    }
}
