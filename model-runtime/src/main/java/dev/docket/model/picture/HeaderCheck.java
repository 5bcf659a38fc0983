package dev.docket.model.picture;

import java.util.Optional;

/// Looks at a picture's header before anything is decoded. Reads a few bytes, allocates nothing
/// that depends on them, and never throws.
public final class HeaderCheck {
    private static final int BYTES_A_PIXEL = 3;

    private HeaderCheck() {}

    /// A [Header] within the limits, or why there is none.
    public sealed interface Result permits Header, Refused {}

    /// @param refusal `UNSUPPORTED` for an unknown format, `UNREADABLE` for a header cut short
    ///     or without pixels, `TOO_LARGE` or `BOMB` beyond the limits
    public record Refused(Refusal refusal) implements Result {}

    public static Result check(byte[] picture, PictureLimits limits) {
        if (picture.length > limits.mostBytes()) {
            return new Refused(Refusal.TOO_LARGE);
        }
        Optional<HeaderReader> reader = HeaderReader.of(picture);
        if (reader.isEmpty()) {
            return new Refused(Refusal.UNSUPPORTED);
        }
        return reader.get()
                .read(picture)
                .map(header -> within(header, picture.length, limits))
                .orElseGet(() -> new Refused(Refusal.UNREADABLE));
    }

    private static Result within(Header header, int bytes, PictureLimits limits) {
        if (header.width() <= 0 || header.height() <= 0) {
            return new Refused(Refusal.UNREADABLE);
        }
        if (header.pixels() > limits.mostPixels() || Math.max(header.width(), header.height()) > limits.mostSide()) {
            return new Refused(Refusal.TOO_LARGE);
        }
        boolean counts = header.pixels() >= limits.ratioFrom();
        if (counts && header.pixels() * BYTES_A_PIXEL > (long) bytes * limits.mostRatio()) {
            return new Refused(Refusal.BOMB);
        }
        return header;
    }
}
