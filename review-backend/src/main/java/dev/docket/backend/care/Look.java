package dev.docket.backend.care;

import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.Media;
import dev.docket.dto.item.MediaKind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one look at an item weighs: severity × seconds unblurred × size.
///
/// @param seconds before the item, as far as it was not blurred
/// @param points the weight
/// @param harsh whether it was of a severity that wears people out
record Look(double seconds, double points, boolean harsh) {
    /// @param severity found of it, 1 low to 4 critical; 1 for what was approved
    /// @param revealed `NONE`, `GREY`, `FULL`; null counts as FULL, so that an old desk does not hide a load
    static Look at(
            @Nullable ItemContent content,
            int severity,
            long elapsedMs,
            @Nullable String revealed,
            CareProperties settings) {
        double elapsed = Math.clamp(elapsedMs, 0, settings.longest().toMillis()) / 1_000.0;
        double text =
                content == null || content.text() == null || content.text().isBlank() ? 0 : settings.text();
        double media = media(content, settings);
        double shown = shown(revealed, settings);
        double seconds = text > 0 ? elapsed : elapsed * (media > 0 ? shown : 0);
        return new Look(seconds, severity * elapsed * (text + media * shown), severity >= settings.harshSeverity());
    }

    private static double media(@Nullable ItemContent content, CareProperties settings) {
        List<Media> media = content == null ? List.of() : Objects.requireNonNullElse(content.media(), List.of());
        return media.stream()
                .mapToDouble(one -> one.kind() == MediaKind.VIDEO ? settings.video() : settings.image())
                .max()
                .orElse(0);
    }

    private static double shown(@Nullable String revealed, CareProperties settings) {
        return switch (revealed == null ? "FULL" : revealed) {
            case "NONE" -> 0;
            case "GREY" -> settings.grey();
            default -> 1;
        };
    }
}
