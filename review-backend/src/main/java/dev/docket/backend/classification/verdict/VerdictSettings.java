package dev.docket.backend.classification.verdict;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much is kept.
///
/// @param memory of this process; 0 switches both tiers off
/// @param rows most in the table, which all floors share
/// @param keep how long in the table
@ConfigurationProperties("docket.classification.verdicts")
record VerdictSettings(
        @DefaultValue("64MB") DataSize memory,
        @DefaultValue("200000") int rows,
        @DefaultValue("30d") Duration keep) {
    boolean areKept() {
        return memory.toBytes() > 0;
    }
}
