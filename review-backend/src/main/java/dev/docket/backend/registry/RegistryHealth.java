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
        if (following.faults().isEmpty()) {
            String champion = following.post().champion();
            return Health.up()
                    .withDetail("detail", champion.isEmpty() ? "Nothing serves yet." : champion + " serves.")
                    .build();
        }
        var said = following.media().stream()
                .filter(one -> !one.faults().isEmpty())
                .map(RegistryHealth::said)
                .collect(Collectors.joining(" "));
        return Health.status(DEGRADED).withDetail("detail", said).build();
    }

    private static String said(Follower follower) {
        var faults = follower.faults().entrySet().stream()
                .map(fault -> fault.getKey() + " cannot serve: " + fault.getValue() + ".")
                .sorted()
                .collect(Collectors.joining(" "));
        if (follower.championServes()) {
            return faults;
        }
        String standIn = follower.standIn();
        return faults + " " + (standIn.isEmpty() ? "What ships with Docket" : standIn) + " serves in its place.";
    }
}
