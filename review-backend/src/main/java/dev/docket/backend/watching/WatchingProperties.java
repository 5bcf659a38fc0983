package dev.docket.backend.watching;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How drift is measured.
///
/// @param every how often; zero for only when somebody asks
/// @param referenceItems the first so many that a model scores are what later ones are compared
///     with
/// @param window the stretch that is compared
/// @param leastItems in the window, of a label or language, before anything is said of it
/// @param alertAbove a population stability index above this is an alert
/// @param outcomes decisions, the first and the latest so many, that are compared with one
///     another
@ConfigurationProperties("docket.watching")
record WatchingProperties(
        @DefaultValue("1h") Duration every,
        @DefaultValue("2000") int referenceItems,
        @DefaultValue("24h") Duration window,
        @DefaultValue("200") int leastItems,
        @DefaultValue("0.2") double alertAbove,
        @DefaultValue("500") int outcomes) {}
