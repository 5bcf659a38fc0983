package dev.docket.backend.quality;

import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.queue.Purpose;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Tells those who run the floor that golden items or calibrations are not as they were: made, answered, retired. Not
/// which, so that nobody learns from it what passes before whom.
@Component
class TruthNews {
    private final LiveEvents live;

    TruthNews(LiveEvents live) {
        this.live = live;
    }

    void goldenChanged() {
        live.publish("golden.changed", "all", Map.of());
    }

    void calibrationsChanged() {
        live.publish("calibration.changed", "all", Map.of());
    }

    void answered(Purpose purpose) {
        switch (purpose) {
            case GOLDEN -> goldenChanged();
            case CALIBRATION -> calibrationsChanged();
            case LIVE -> {
                // Decisions tell of themselves.
            }
        }
    }
}
