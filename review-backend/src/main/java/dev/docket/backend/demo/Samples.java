package dev.docket.backend.demo;

import dev.docket.dto.item.ReportRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// The samples as they lie in the application: `demo/items.ndjson` and `demo/reports.ndjson`.
///
/// An item is written exactly as a platform would send it, except that its instants are durations before now
/// (`-PT3H20M`, `-P420D`), so that the demo's floor is a busy one on any day, and its images are named after what
/// [SamplePictures] draws (`@harbour`).
final class Samples {
    private static final Pattern BEFORE_NOW = Pattern.compile("(?<=\"(?:occurredAt|createdAt)\":\")-P[0-9DTHM]+(?=\")");

    private static final Pattern PICTURE = Pattern.compile("(?<=\"base64\":\")@[a-z]+(?=\")");

    private final SamplePictures pictures = new SamplePictures();
    private final JsonMapper json;

    Samples(JsonMapper json) {
        this.json = json;
    }

    /// A user's report of the sample item `(source, externalId)`.
    record SampleReport(String source, String externalId, ReportRequest request) {}

    /// One JSON document an item, oldest first, every instant counted back from `now`.
    List<String> itemsAsOf(Instant now) {
        return lines("demo/items.ndjson").stream()
                .map(line -> BEFORE_NOW
                        .matcher(line)
                        .replaceAll(offset ->
                                now.plus(Duration.parse(offset.group())).toString()))
                .map(line -> PICTURE.matcher(line)
                        .replaceAll(picture -> pictures.base64(picture.group().substring(1))))
                .toList();
    }

    List<SampleReport> reports() {
        return lines("demo/reports.ndjson").stream().map(this::report).toList();
    }

    private SampleReport report(String line) {
        var fields = json.readTree(line);
        var request = new ReportRequest(
                fields.required("reporter").asString(),
                fields.path("policy").asStringOpt().orElse(null),
                fields.path("comment").asStringOpt().orElse(null));
        return new SampleReport(
                fields.required("source").asString(),
                fields.required("externalId").asString(),
                request);
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Samples.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
