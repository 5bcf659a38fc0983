package dev.docket.backend.intake;

import dev.docket.dto.item.MediaKind;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How media are fetched that platforms name by address.
///
/// @param fetchers threads of this backend that fetch; 0 for a backend that leaves it to others
/// @param tries after which a medium is given up
/// @param backoff before the second try; each further one waits four times as long
/// @param imageTime most time for one image, redirects included
/// @param videoTime the same for a video
/// @param poll how long an idle fetcher sleeps
@ConfigurationProperties("docket.media")
record MediaSettings(
        @DefaultValue("2") int fetchers,
        @DefaultValue("3") int tries,
        @DefaultValue("1s") Duration backoff,
        @DefaultValue("20s") Duration imageTime,
        @DefaultValue("90s") Duration videoTime,
        @DefaultValue("500ms") Duration poll) {
    private static final Duration MARGIN = Duration.ofSeconds(30);

    Duration patience(MediaKind kind) {
        return kind == MediaKind.IMAGE ? imageTime : videoTime;
    }

    /// After which another fetcher may take over: longer than any fetch may last.
    Duration lease() {
        return (videoTime.compareTo(imageTime) > 0 ? videoTime : imageTime).plus(MARGIN);
    }

    Duration backoffAfter(int attempts) {
        return backoff.multipliedBy(1L << Math.min(2 * (attempts - 1), 20));
    }
}
