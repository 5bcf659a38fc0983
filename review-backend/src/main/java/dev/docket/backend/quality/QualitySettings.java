package dev.docket.backend.quality;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the floor wants of its decisions.
///
/// @param goldenShare golden items among what a moderator decides, 0..1; 0 for none
/// @param leastKappa agreement of a pair below which an alert is raised
/// @param leastItems both of a pair looked at, before their agreement is judged
/// @param leastAccuracy of a person below which an alert is raised, 0..1
/// @param leastJudged looks with a settled truth, before a person's accuracy is judged
/// @param window how far back alerts look
@ConfigurationProperties("docket.quality")
record QualitySettings(
        @DefaultValue("0.03") double goldenShare,
        @DefaultValue("0.6") double leastKappa,
        @DefaultValue("30") int leastItems,
        @DefaultValue("0.9") double leastAccuracy,
        @DefaultValue("20") int leastJudged,
        @DefaultValue("30d") Duration window) {}
