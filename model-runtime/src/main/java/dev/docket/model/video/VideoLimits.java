package dev.docket.model.video;

import java.time.Duration;

/// What is taken of one video.
///
/// @param mostBytes of the file
/// @param length that a video may have
/// @param mostFrames that are taken of it: one a second, and key frames at least half a second
///     from them; of a video with more seconds than half of these, frames further apart
/// @param frameSide pixels of a frame's longer side
/// @param time that reading it may take, what the sink takes included
public record VideoLimits(long mostBytes, Duration length, int mostFrames, int frameSide, Duration time) {
    /// 150 MB and ten minutes; a frame a second and key frames between, 320 pixels; three
    /// minutes.
    public static final VideoLimits STANDARD =
            new VideoLimits(150_000_000, Duration.ofMinutes(10), 1_200, 320, Duration.ofMinutes(3));

    public VideoLimits withMostFrames(int frames) {
        return new VideoLimits(mostBytes, length, frames, frameSide, time);
    }
}
