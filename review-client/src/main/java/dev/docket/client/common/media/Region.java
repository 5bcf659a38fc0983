package dev.docket.client.common.media;

import dev.docket.dto.review.Violation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A place in a picture, in shares 0..1 of its width and height.
///
/// @param index of the image among the item's media
public record Region(int index, double x, double y, double width, double height) {
    private static final double LEAST = 0.01;
    private static final double DIGITS = 10_000;

    /// Between two corners, whichever is which, kept within the picture.
    public static Region between(int index, double x1, double y1, double x2, double y2) {
        double left = Math.clamp(Math.min(x1, x2), 0, 1);
        double top = Math.clamp(Math.min(y1, y2), 0, 1);
        double right = Math.clamp(Math.max(x1, x2), 0, 1);
        double bottom = Math.clamp(Math.max(y1, y2), 0, 1);
        return new Region(index, left, top, right - left, bottom - top);
    }

    /// Moved and stretched, kept within the picture.
    public Region changed(double right, double down, double wider, double higher) {
        double newWidth = Math.clamp(width + wider, 0.05, 1);
        double newHeight = Math.clamp(height + higher, 0.05, 1);
        return new Region(
                index,
                Math.clamp(x + right, 0, 1 - newWidth),
                Math.clamp(y + down, 0, 1 - newHeight),
                newWidth,
                newHeight);
    }

    /// Whether it is large enough to have been meant.
    public boolean isMeant() {
        return width >= LEAST && height >= LEAST;
    }

    public boolean contains(double px, double py) {
        return px >= x && px <= x + width && py >= y && py <= y + height;
    }

    /// `[x, y, width, height]`, which together never leave the picture, and of another image than the first its number.
    public List<Double> asWire() {
        double left = round(x);
        double top = round(y);
        double wide = round(Math.min(width, 1 - left));
        double high = round(Math.min(height, 1 - top));
        return index == 0 ? List.of(left, top, wide, high) : List.of(left, top, wide, high, (double) index);
    }

    /// As [#asWire] says it; null for what is none.
    private static @Nullable Region ofWire(List<Double> wire) {
        return wire.size() < 4
                ? null
                : new Region(
                        wire.size() == 4 ? 0 : wire.get(4).intValue(),
                        wire.get(0),
                        wire.get(1),
                        wire.get(2),
                        wire.get(3));
    }

    /// All places in images that these findings mark.
    public static List<Region> of(List<Violation> violations) {
        return violations.stream()
                .map(Violation::regions)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .map(Region::ofWire)
                .filter(Objects::nonNull)
                .toList();
    }

    private static double round(double share) {
        return Math.round(share * DIGITS) / DIGITS;
    }
}
