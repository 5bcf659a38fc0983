package dev.docket.backend.appeals;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How appeals are handled.
///
/// @param months after a decision took effect in which it can be appealed against
/// @param standard until when one is decided
/// @param severe the same for decisions of severity 3
/// @param critical the same for decisions of severity 4
/// @param blindFirstPass whoever decides writes down a finding of their own before they see the decision
/// @param alertAbove share of overturned appeals that is told to supervisors
/// @param alertFrom number of decided appeals below which that share says nothing
@ConfigurationProperties("docket.appeals")
record AppealSettings(
        @DefaultValue("6") int months,
        @DefaultValue("7d") Duration standard,
        @DefaultValue("3d") Duration severe,
        @DefaultValue("1d") Duration critical,
        @DefaultValue("false") boolean blindFirstPass,
        @DefaultValue("0.3") double alertAbove,
        @DefaultValue("20") int alertFrom) {

    /// @param severity 1..4
    Duration target(int severity) {
        return switch (severity) {
            case 4 -> critical;
            case 3 -> severe;
            default -> standard;
        };
    }
}
