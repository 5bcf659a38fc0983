package dev.docket.backend.review;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param secondLookShare of ordinary decisions that a second person looks at too, 0..1, before what is known of each
///     makes it more or less likely
@ConfigurationProperties("docket.review")
record ReviewSettings(@DefaultValue("0.05") double secondLookShare) {}
