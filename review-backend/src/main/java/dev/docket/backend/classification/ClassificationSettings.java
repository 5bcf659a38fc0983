package dev.docket.backend.classification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How jobs are worked off.
///
/// @param workers threads of this backend that claim jobs; 0 for a backend that leaves them to others
/// @param mediaWorkers threads for items with images or videos; 0 as above
/// @param batch most jobs claimed at once
/// @param lease after which another worker may take over
/// @param poll how long an idle worker sleeps when nobody wakes it: for jobs of other backends and retries
/// @param tries after which a job that fails alone is dead
/// @param backoff before the second try; each further one waits four times as long
/// @param auditShare of the allowed items that a person sees all the same, 0..1
@ConfigurationProperties("docket.classification")
record ClassificationSettings(
        @DefaultValue("2") int workers,
        @DefaultValue("1") int mediaWorkers,
        @DefaultValue("32") int batch,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("200ms") Duration poll,
        @DefaultValue("3") int tries,
        @DefaultValue("100ms") Duration backoff,
        @DefaultValue("0.01") double auditShare) {

    Duration backoffAfter(int attempts) {
        return backoff.multipliedBy(1L << Math.min(2 * (attempts - 1), 20));
    }
}
