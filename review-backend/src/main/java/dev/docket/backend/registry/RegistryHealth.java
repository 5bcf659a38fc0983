package dev.docket.backend.registry;

import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// Whether this floor serves what the registry says. A floor that does not is degraded: what it
/// served before, or what ships with Docket, scores in the place of the champion.
@Component("modelRegistry")
class RegistryHealth implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");

    private final Following following;

    RegistryHealth(Following following) {
        this.following = following;
    }

    @Override
    public Health health() {
        var faults = following.faults();
        var post = following.post();
        if (faults.isEmpty()) {
            return Health.up()
                    .withDetail(
                            "detail", post.champion().isEmpty() ? "Nothing serves yet." : post.champion() + " serves.")
                    .build();
        }
        var said = faults.entrySet().stream()
                .map(fault -> fault.getKey() + " cannot serve: " + fault.getValue() + ".")
                .sorted()
                .collect(Collectors.joining(" "));
        return Health.status(DEGRADED).withDetail("detail", said + place()).build();
    }

    private String place() {
        if (following.championServes()) {
            return "";
        }
        String standIn = following.standIn();
        return " " + (standIn.isEmpty() ? "What ships with Docket" : standIn) + " serves in its place.";
    }
}
