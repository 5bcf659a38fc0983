package dev.docket.backend.release;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a model must pass, and how it is tried.
///
/// @param margin how much worse than the champion a label or a language may be, of one
/// @param leastDecisions of people on items that it scored in shadow
/// @param leastInCell decisions from which a single label or language is judged by itself
/// @param mostCalibrationError expected calibration error that is borne
/// @param mostLatency times as long as the champion that it may take
/// @param mostFaults share of the items at which it may fail
/// @param canaryStep after which a canary that does well takes its next step by itself; zero
///     for by people alone
/// @param canaryDecisions in each arm before a canary is compared, and before it takes a step
///     by itself
/// @param keepShadow how long scores that did not count are kept
@ConfigurationProperties("docket.release")
record ReleaseSettings(
        @DefaultValue("0.02") double margin,
        @DefaultValue("100") int leastDecisions,
        @DefaultValue("30") int leastInCell,
        @DefaultValue("0.05") double mostCalibrationError,
        @DefaultValue("1.2") double mostLatency,
        @DefaultValue("0.001") double mostFaults,
        @DefaultValue("0s") Duration canaryStep,
        @DefaultValue("50") int canaryDecisions,
        @DefaultValue("60d") Duration keepShadow) {}
