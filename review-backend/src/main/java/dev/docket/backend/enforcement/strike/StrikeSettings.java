package dev.docket.backend.enforcement.strike;

import dev.docket.dto.review.ActionType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What violations count, how long, and what they add up to.
///
/// @param points by severity, from 1 low to 4 critical; 0 counts nothing
/// @param lapse after which a strike no longer counts
/// @param suspendAt points from which a suspension is proposed; 0 never proposes one
/// @param banAt points from which a ban is proposed; 0 never proposes one
@ConfigurationProperties("docket.strikes")
record StrikeSettings(
        @DefaultValue({"1", "1", "2", "3"}) List<Integer> points,
        @DefaultValue("90d") Duration lapse,
        @DefaultValue("3") int suspendAt,
        @DefaultValue("6") int banAt) {
    StrikeSettings {
        if (points.size() != 4 || points.stream().anyMatch(value -> value < 0)) {
            throw new IllegalArgumentException("docket.strikes.points: four numbers, 0 or more, for severities 1 to 4");
        }
    }

    int pointsAt(int severity) {
        return points.get(Math.clamp(severity, 1, 4) - 1);
    }

    /// The strongest action that so many points propose.
    Optional<ActionType> proposedAt(int standing) {
        if (banAt > 0 && standing >= banAt) {
            return Optional.of(ActionType.BAN);
        }
        return suspendAt > 0 && standing >= suspendAt ? Optional.of(ActionType.SUSPEND) : Optional.empty();
    }
}
