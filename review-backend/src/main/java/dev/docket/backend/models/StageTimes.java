package dev.docket.backend.models;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// How long each stage of an item's way takes, from its submission until it is settled. An item that is worked off with
/// others takes as long as all of them do.
@Component
public class StageTimes {
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Map<Stage, Timer> timers = new EnumMap<>(Stage.class);

    public StageTimes(MeterRegistry registry) {
        for (var stage : Stage.values()) {
            timers.put(
                    stage,
                    Timer.builder("docket.stage")
                            .tag("stage", stage.name().toLowerCase(Locale.ROOT))
                            .publishPercentiles(0.5, 0.95, 0.99)
                            .percentilePrecision(2)
                            .distributionStatisticExpiry(REMEMBERED)
                            .register(registry));
        }
    }

    /// In the order in which an item goes through them.
    public enum Stage {
        /// From submission until a worker takes it.
        CLAIMED,
        /// Decoding and scoring its images and videos; of items that have some.
        MEDIA,
        /// Hash banks, blocklists and rates.
        FILTERS,
        /// Scoring its text, kept verdicts included.
        INFERENCE,
        /// Comparing scores with every policy's thresholds.
        ROUTING,
        /// Writing down what came of it, with its review task.
        STORED,
        /// The whole way: from submission until a moderator can be given it, or it needs none.
        OFFERED
    }

    /// @param items that each took so long
    public void took(Stage stage, Duration time, int items) {
        var timer = Objects.requireNonNull(timers.get(stage));
        for (int i = 0; i < items; i++) {
            timer.record(time);
        }
    }
}
