package dev.docket.backend.review;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param secondLookShare of ordinary decisions that a second person looks at too, 0..1, before what is known of each
///     makes it more or less likely
/// @param suspension how long a SUSPEND holds that was given no end; 0 for no end
/// @param restriction likewise a RESTRICT
@ConfigurationProperties("docket.review")
record ReviewSettings(
        @DefaultValue("0.05") double secondLookShare,
        @DefaultValue("7d") Duration suspension,
        @DefaultValue("0s") Duration restriction) {}
