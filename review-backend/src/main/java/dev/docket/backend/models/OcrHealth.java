package dev.docket.backend.models;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// Whether texts in images are read. A floor without a package for it is as it was installed, and well.
@Component("ocr")
class OcrHealth implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");

    private final ServingOcr ocr;

    OcrHealth(ServingOcr ocr) {
        this.ocr = ocr;
    }

    @Override
    public Health health() {
        return ocr.standing()
                .map(standing -> Health.status(status(standing)).withDetail("detail", standing.detail()))
                .orElseGet(() -> Health.up()
                        .withDetail(
                                "detail",
                                "Texts in images are not read here: there is no package of kind ocr."
                                        + " ./docket models fetch ocr brings one."))
                .build();
    }

    private static Status status(Standing standing) {
        return switch (standing.state()) {
            case OPENING, SERVING -> Status.UP;
            case RESTING, ABSENT -> DEGRADED;
        };
    }
}
