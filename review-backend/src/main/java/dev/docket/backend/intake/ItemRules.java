package dev.docket.backend.intake;

import dev.docket.backend.platform.FieldErrors;
import dev.docket.dto.item.Author;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.ItemContext;
import dev.docket.dto.item.ItemMetrics;
import dev.docket.dto.item.ReportRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The limits of the contract on what a platform sends. Every fault is noted with its pointer; nothing is mended
/// silently, because a platform must know what of its content was stored.
final class ItemRules {
    static final int MAX_TEXT = 100_000;
    private static final int MAX_ID = 256;
    private static final int MAX_METADATA_BYTES = 8 * 1024;
    private static final int MAX_PARENT_TEXT = 10_000;
    private static final int MAX_URL = 2_048;
    private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    /// Well-formed enough for BCP 47: a primary subtag and up to seven more.
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,7}");

    private final FieldErrors errors;
    private final Instant now;

    ItemRules(FieldErrors errors, Instant now) {
        this.errors = errors;
        this.now = now;
    }

    void check(ItemContent item) {
        if (!SOURCE.matcher(item.source()).matches()) {
            errors.add("/source", "1 to 64 characters of A-Z a-z 0-9 . _ -");
        }
        required("/externalId", item.externalId(), MAX_ID);
        boolean hasMedia = item.media() != null && !item.media().isEmpty();
        if ((item.text() == null || item.text().isEmpty()) && !hasMedia) {
            errors.add("", "one of text and media is required");
        }
        length("/text", item.text(), MAX_TEXT);
        language(item.language());
        url("/url", item.url());
        occurred("/occurredAt", item.occurredAt());
        new MediaRules(errors).check(item.media() == null ? List.of() : item.media());
        author(item.author());
        context(item.context());
        metrics("/metrics", item.metrics());
        metadata(item.metadata());
    }

    void check(ReportRequest report) {
        required("/reporter", report.reporter(), MAX_ID);
        length("/comment", report.comment(), 4_000);
    }

    void metrics(String pointer, @Nullable ItemMetrics metrics) {
        if (metrics == null) {
            return;
        }
        notNegative(pointer + "/views", metrics.views());
        notNegative(pointer + "/shares", metrics.shares());
        notNegative(pointer + "/reports", metrics.reports());
    }

    private void author(@Nullable Author author) {
        if (author == null) {
            return;
        }
        required("/author/externalId", author.externalId(), MAX_ID);
        length("/author/displayName", author.displayName(), MAX_ID);
        occurred("/author/createdAt", author.createdAt());
        notNegative("/author/followers", author.followers());
    }

    private void context(@Nullable ItemContext context) {
        if (context == null) {
            return;
        }
        length("/context/threadId", context.threadId(), MAX_ID);
        length("/context/parentExternalId", context.parentExternalId(), MAX_ID);
        length("/context/parentText", context.parentText(), MAX_PARENT_TEXT);
        length("/context/community", context.community(), MAX_ID);
    }

    private void metadata(@Nullable Map<String, String> metadata) {
        if (metadata == null) {
            return;
        }
        long bytes = 0;
        for (var entry : metadata.entrySet()) {
            bytes += utf8(entry.getKey()) + utf8(entry.getValue());
        }
        if (bytes > MAX_METADATA_BYTES) {
            errors.add("/metadata", "keys and values together at most " + MAX_METADATA_BYTES + " bytes of UTF-8");
        }
    }

    private void language(@Nullable String language) {
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            errors.add("/language", "a BCP 47 language tag, such as en or pt-BR");
        }
    }

    private void url(String pointer, @Nullable String url) {
        if (url != null && !isWebAddress(url)) {
            errors.add(pointer, "an absolute http or https address of at most " + MAX_URL + " characters");
        }
    }

    static boolean isWebAddress(String url) {
        if (url.length() > MAX_URL) {
            return false;
        }
        try {
            var uri = new URI(url);
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private void occurred(String pointer, @Nullable Instant at) {
        if (at != null && (at.isBefore(EARLIEST) || at.isAfter(now.plus(CLOCK_TOLERANCE)))) {
            errors.add(pointer, "between 1990 and a day from now");
        }
    }

    private void required(String pointer, String value, int max) {
        if (value.isBlank() || value.length() > max) {
            errors.add(pointer, "1 to " + max + " characters");
        }
    }

    private void length(String pointer, @Nullable String value, int max) {
        if (value != null && value.length() > max) {
            errors.add(pointer, "at most " + max + " characters; this has " + value.length());
        }
    }

    private void notNegative(String pointer, @Nullable Number value) {
        if (value != null && value.longValue() < 0) {
            errors.add(pointer, "0 or more");
        }
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
