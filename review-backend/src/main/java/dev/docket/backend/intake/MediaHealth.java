package dev.docket.backend.intake;

import dev.docket.backend.platform.ops.HealthPart;
import dev.docket.dto.ops.HealthReport;
import org.springframework.stereotype.Component;

/// Where media are kept, and whether they can be reached.
@Component
class MediaHealth implements HealthPart {
    private final MediaStore media;

    MediaHealth(MediaStore media) {
        this.media = media;
    }

    @Override
    public String name() {
        return "media";
    }

    @Override
    public HealthReport.Component check() {
        return media.health();
    }
}
