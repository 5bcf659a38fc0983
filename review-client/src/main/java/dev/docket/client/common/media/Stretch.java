package dev.docket.client.common.media;

import dev.docket.dto.item.Media;
import dev.docket.dto.item.MediaKind;
import dev.docket.dto.review.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A stretch of a video, in seconds from its beginning.
///
/// @param index of the video among the item's media
public record Stretch(int index, double from, double to) implements Comparable<Stretch> {
    private static final Comparator<Stretch> ORDER =
            Comparator.comparingInt(Stretch::index).thenComparing(Stretch::from).thenComparing(Stretch::to);

    /// One of the seconds that were looked at.
    public static Stretch second(int index, double second) {
        return new Stretch(index, second, second + 1);
    }

    /// Whether something of it is shown at that second of that video.
    boolean has(int video, double second) {
        return index == video && second >= from && second < to;
    }

    /// `[from, to]`, and of a video that is not the item's first medium its number.
    public List<Double> asWire() {
        return index == 0 ? List.of(from, to) : List.of(from, to, (double) index);
    }

    /// As [#asWire] says it; null for what is none.
    private static @Nullable Stretch ofWire(List<Double> wire, int firstVideo) {
        return wire.size() < 2
                ? null
                : new Stretch(wire.size() == 2 ? firstVideo : wire.get(2).intValue(), wire.get(0), wire.get(1));
    }

    /// All stretches of videos that these findings mark, in their order.
    ///
    /// @param media of the item; what names none of them is of its first video
    public static List<Stretch> of(List<Violation> violations, @Nullable List<Media> media) {
        int first = firstVideo(media == null ? List.of() : media);
        return violations.stream()
                .map(Violation::seconds)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .map(wire -> ofWire(wire, first))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    private static int firstVideo(List<Media> media) {
        return IntStream.range(0, media.size())
                .filter(index -> media.get(index).kind() == MediaKind.VIDEO)
                .findFirst()
                .orElse(0);
    }

    /// From when to when, as a clock has it.
    public String said() {
        return time(from) + "–" + time(to);
    }

    /// Minutes and seconds.
    static String time(double second) {
        long whole = (long) second;
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    @Override
    public int compareTo(Stretch other) {
        return ORDER.compare(this, other);
    }
}
