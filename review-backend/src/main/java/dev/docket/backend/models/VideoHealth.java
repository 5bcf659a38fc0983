package dev.docket.backend.models;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Whether videos can be read. A floor without the program for it is as it was installed, and well: people see every
/// video unscored, and this says so.
@Component("videos")
class VideoHealth implements HealthIndicator {
    private final ServingImages images;

    VideoHealth(ServingImages images) {
        this.images = images;
    }

    @Override
    public Health health() {
        var videos = images.videos();
        String detail = videos.available()
                ? videos.program()
                : "Videos are not read here: " + videos.reason() + ". Items with videos go to people unscored.";
        return Health.up().withDetail("detail", detail).build();
    }
}
