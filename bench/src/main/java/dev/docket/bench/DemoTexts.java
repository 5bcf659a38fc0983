package dev.docket.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// The texts of the demo's items: short and long ones in many languages, as a platform would send them; the
/// first so many of them where `docket.bench.texts` says so.
final class DemoTexts {
    private DemoTexts() {}

    static List<String> all() {
        var json = new JsonMapper();
        try (InputStream in = DemoTexts.class.getClassLoader().getResourceAsStream("demo/items.ndjson")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .limit(Integer.getInteger("docket.bench.texts", Integer.MAX_VALUE))
                    .map(line -> json.readTree(line).path("text").asString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
