package dev.docket.backend.platform.ops;

import dev.docket.backend.platform.LiveEvents;
import dev.docket.dto.ops.HealthReport;
import java.util.HashMap;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks how each part is and tells desks when one becomes better or worse, so that nobody has to ask. What a part says
/// of itself beside that, such as how much room a disk has, changes all the time and is not told.
@Component
class HealthWatch {
    private static final String WHOLE = "floor";

    private final Health health;
    private final LiveEvents live;
    private Map<String, String> before = Map.of();

    HealthWatch(Health health, LiveEvents live) {
        this.health = health;
        this.live = live;
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
    void look() {
        var now = statuses(health.report());
        var known = before;
        before = now;
        if (!known.isEmpty()) {
            now.forEach((part, status) -> {
                if (!status.equals(known.get(part))) {
                    live.publish("health.changed", part, Map.of("part", part, "status", status));
                }
            });
        }
    }

    private static Map<String, String> statuses(HealthReport report) {
        var statuses = new HashMap<String, String>();
        report.components().forEach((part, component) -> statuses.put(part, component.status()));
        statuses.put(WHOLE, report.status());
        return statuses;
    }
}
