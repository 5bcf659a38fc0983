package dev.docket.model.video;

import dev.docket.model.picture.Refusal;

/// What became of reading one video.
public sealed interface VideoReading {

    /// Read to its end.
    ///
    /// @param width in pixels, of the video as it is
    /// @param height likewise
    /// @param seconds how long it lasts
    /// @param frames how many were handed on
    record Read(int width, int height, double seconds, int frames) implements VideoReading {}

    /// Not read, or not to its end: a person has to look. Frames that were handed on before are
    /// real all the same.
    ///
    /// @param refusal `ABSENT` where there is no program that reads videos
    record Refused(Refusal refusal) implements VideoReading {}
}
