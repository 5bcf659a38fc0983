package dev.docket.model.video;

import java.time.Duration;

/// What is taken of one video.
///
/// @param mostBytes of the file
/// @param length that a video may have
/// @param mostFrames that are taken of it; where one a second would be more, they are spread
///     further
/// @param frameSide pixels of a frame's longer side
/// @param time that reading it may take
public record VideoLimits(long mostBytes, Duration length, int mostFrames, int frameSide, Duration time) {
    /// 150 MB and ten minutes; a frame a second of 320 pixels; two minutes.
    public static final VideoLimits STANDARD =
            new VideoLimits(150_000_000, Duration.ofMinutes(10), 600, 320, Duration.ofMinutes(2));
}
