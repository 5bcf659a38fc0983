package dev.docket.backend.filters;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When a filter speaks up.
///
/// @param authorRate items of one author within a minute from which that is a signal; 0 for
///     never
/// @param quarantineAfter items within an hour from which a hash of a bank is quarantined, if
///     that is ten times what it used to match as well
@ConfigurationProperties("docket.filters")
record FilterSettings(
        @DefaultValue("30") int authorRate,
        @DefaultValue("100") int quarantineAfter) {}
