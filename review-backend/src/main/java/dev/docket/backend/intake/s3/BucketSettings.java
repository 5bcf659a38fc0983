package dev.docket.backend.intake.s3;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where media are kept in an S3-compatible store; without a bucket they are kept in the floor's home.
///
/// @param endpoint the store's address, such as `https://s3.example.org`; empty for Amazon's own in the region
/// @param region that requests are signed for
/// @param accessKey names who asks
/// @param secretKey signs; never shown
/// @param prefix what the names of all objects begin with, such as `docket/`
/// @param pathStyle the bucket stands in the path and not in the host's name
/// @param patience for one try of a call; there are three
/// @param calls that transactions may wait for at the same time; more are refused
@ConfigurationProperties("docket.media.s3")
public record BucketSettings(
        @DefaultValue("") String endpoint,
        @DefaultValue("") String bucket,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("") String prefix,
        @DefaultValue("true") boolean pathStyle,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("6") int calls) {
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9_.-]+/)*");

    public boolean isWanted() {
        return !bucket.isEmpty() || !endpoint.isEmpty();
    }

    /// What is wrong with them, each with the setting's name; empty when nothing is.
    List<String> faults() {
        var faults = new ArrayList<String>();
        if (!BUCKET.matcher(bucket).matches()) {
            faults.add("docket.media.s3.bucket (DOCKET_S3_BUCKET) must be the name of a bucket.");
        }
        if (!endpoint.isEmpty() && !isAddress(endpoint)) {
            faults.add("docket.media.s3.endpoint (DOCKET_S3_ENDPOINT) must be an address such as https://host:port,"
                    + " without a path.");
        }
        if (region.isBlank()) {
            faults.add("docket.media.s3.region (DOCKET_S3_REGION) must not be empty.");
        }
        if (accessKey.isBlank() || secretKey.isBlank()) {
            faults.add("The environment must have DOCKET_S3_ACCESS_KEY and DOCKET_S3_SECRET_KEY.");
        }
        if (!PREFIX.matcher(prefix).matches()) {
            faults.add("docket.media.s3.prefix must be empty or end with a slash, such as docket/.");
        }
        if (calls < 1 || patience.isNegative() || patience.isZero()) {
            faults.add("docket.media.s3.calls and docket.media.s3.patience must be more than nothing.");
        }
        return List.copyOf(faults);
    }

    private static boolean isAddress(String text) {
        try {
            var address = new URI(text);
            return List.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && List.of("", "/").contains(address.getPath())
                    && address.getQuery() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /// For people: the bucket, and whose it is.
    String place() {
        return "the bucket " + bucket + (endpoint.isEmpty() ? " of Amazon S3" : " at " + endpoint);
    }

    /// Without its keys, wherever it is printed.
    @Override
    public String toString() {
        return "BucketSettings[" + place() + "]";
    }
}
