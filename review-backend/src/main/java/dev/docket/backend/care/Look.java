package dev.docket.backend.care;

import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.Media;
import dev.docket.dto.item.MediaKind;
import dev.docket.dto.review.Shown;
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
    /// @param shown for how long what was shown
    static Look at(@Nullable ItemContent content, int severity, Shown shown, CareProperties settings) {
        double media = media(content, settings);
        double text = hasText(content) ? seconds(shown.textMs(), settings) : 0;
        double grey = media > 0 ? seconds(shown.greyMs(), settings) * settings.grey() : 0;
        double full = media > 0 ? seconds(shown.fullMs(), settings) : 0;
        double points = severity * (text * settings.text() + (grey + full) * media);
        return new Look(Math.max(text, grey + full), points, severity >= settings.harshSeverity());
    }

    /// What a desk tells that does not say for how long it showed what: as if the most had been shown all the time.
    ///
    /// @param revealed `NONE`, `GREY`, `FULL`; null counts as FULL, so that an old desk does not hide a load. Where
    ///     there is nothing but text it speaks of that
    static Shown guess(@Nullable ItemContent content, long elapsedMs, @Nullable String revealed) {
        boolean alone =
                content == null || content.media() == null || content.media().isEmpty();
        String most = revealed == null ? "FULL" : revealed;
        return new Shown(
                alone && most.equals("NONE") ? 0 : elapsedMs,
                most.equals("GREY") ? elapsedMs : 0,
                most.equals("FULL") ? elapsedMs : 0);
    }

    private static double seconds(long millis, CareProperties settings) {
        return Math.clamp(millis, 0, settings.longest().toMillis()) / 1_000.0;
    }

    private static boolean hasText(@Nullable ItemContent content) {
        return content != null && content.text() != null && !content.text().isBlank();
    }

    private static double media(@Nullable ItemContent content, CareProperties settings) {
        List<Media> media = content == null ? List.of() : Objects.requireNonNullElse(content.media(), List.of());
        return media.stream()
                .mapToDouble(one -> one.kind() == MediaKind.VIDEO ? settings.video() : settings.image())
                .max()
                .orElse(0);
    }
}
