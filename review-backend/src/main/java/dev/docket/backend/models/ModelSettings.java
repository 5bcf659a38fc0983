package dev.docket.backend.models;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the model is opened and guarded.
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
    public record Guard(
            @DefaultValue("10s") Duration timeLimit,
            @DefaultValue("5s") Duration rest,
            @DefaultValue("2m") Duration openingTime) {}

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

    private Guard guard() {
        return model == null ? DEFAULT : model;
    }
}
