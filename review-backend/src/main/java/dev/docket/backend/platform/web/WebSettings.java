package dev.docket.backend.platform.web;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/// What one request, and one caller, may ask of the floor.
///
/// @param body limits by path, with `*` in the place of an id; `default` for every other
/// @param requestsPerMinute of one credential
/// @param anonymousPerMinute of one address without a credential
/// @param concurrentRequests in work at once, of all callers; more are told to come back
/// @param connectionWait how long a request waits for a database connection before it is told to come back
@ConfigurationProperties("docket.limits")
record WebSettings(
        Map<String, DataSize> body,
        int requestsPerMinute,
        int anonymousPerMinute,
        int concurrentRequests,
        Duration connectionWait) {
    private static final Pattern ID = Pattern.compile("/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=/|$)");
    private static final DataSize DEFAULT = DataSize.ofMegabytes(1);

    DataSize bodyLimit(String path) {
        String named = ID.matcher(path).replaceAll("/*");
        return body.getOrDefault(named, body.getOrDefault("default", DEFAULT));
    }
}
