package dev.docket.backend.insights;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What figures are reckoned with.
///
/// @param hourlyRate what an hour of a person's work costs; 0 where nobody shall reckon in money
/// @param currency of it, by ISO 4217
@ConfigurationProperties("docket.insights")
record InsightSettings(
        @DefaultValue("0") double hourlyRate,
        @DefaultValue("EUR") String currency) {
    InsightSettings {
        if (!(hourlyRate >= 0) || !currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException(
                    "docket.insights: the hourly rate is 0 or more, the currency three capital letters");
        }
    }
}
