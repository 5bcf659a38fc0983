package dev.docket.backend.models;

import dev.docket.model.Profile;
import dev.docket.model.Tuning;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the models are opened, run and guarded.
///
/// @param home `DOCKET_HOME`; patched encoders are kept under it
/// @param gpu demand the CUDA provider
/// @param model the rest
@ConfigurationProperties("docket")
public record ModelSettings(
        Path home,
        @DefaultValue("false") boolean gpu,
        @Nullable Guard model) {
    private static final Guard DEFAULT =
            new Guard(Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMinutes(2));

    /// @param timeLimit after which a call is given up
    /// @param rest how long a failing model is left alone before one call tries it again
    /// @param openingTime how long a caller waits for a model that is being opened
    /// @param profile what the models are to be good at
    /// @param workers threads that run a model on the CPU; 0 for what the profile says
    /// @param gpuWorkers the same on a GPU
    /// @param shadowShare of the texts and pictures about which a model is asked that scores unseen in a
    ///     pass of its own
    public record Guard(
            @DefaultValue("10s") Duration timeLimit,
            @DefaultValue("5s") Duration rest,
            @DefaultValue("2m") Duration openingTime,
            @DefaultValue("BALANCED") Profile profile,
            @DefaultValue("0") int workers,
            @DefaultValue("1") int gpuWorkers,
            @DefaultValue("0.2") double shadowShare) {
        private static final double USUAL_SHADOW = 0.2;

        @ConstructorBinding
        public Guard {
            if (!(shadowShare > 0 && shadowShare <= 1)) {
                throw new IllegalArgumentException("docket.model.shadow-share is above 0 and at most 1");
            }
            if (workers < 0 || gpuWorkers < 1) {
                throw new IllegalArgumentException("docket.model.workers is 0 or more, .gpu-workers 1 or more");
            }
        }

        /// Balanced, with the profile's workers.
        public Guard(Duration timeLimit, Duration rest, Duration openingTime) {
            this(timeLimit, rest, openingTime, Profile.BALANCED, 0, 1, USUAL_SHADOW);
        }
    }

    String cache() {
        return home.resolve("models").toString();
    }

    Duration timeLimit() {
        return guard().timeLimit();
    }

    Duration rest() {
        return guard().rest();
    }

    Duration openingTime() {
        return guard().openingTime();
    }

    double shadowShare() {
        return guard().shadowShare();
    }

    /// What the models are to be good at.
    public Profile profile() {
        return guard().profile();
    }

    Tuning tuning() {
        var tuning = profile().tuning();
        if (gpu) {
            return tuning.onGpu(guard().gpuWorkers());
        }
        return guard().workers() == 0 ? tuning : tuning.withWorkers(guard().workers());
    }

    private Guard guard() {
        return model == null ? DEFAULT : model;
    }
}
