package dev.docket.model.picture;

import java.time.Duration;

/// What is taken of one picture, and how much of it is handed on.
///
/// @param mostBytes of the file
/// @param mostPixels of the picture, or of one frame's canvas
/// @param mostSide pixels of a row or column
/// @param mostRatio decoded bytes (three a pixel) to bytes of the file
/// @param ratioFrom pixels from which the ratio counts: what is smaller does no harm however
///     well it was packed
/// @param framePixels most pixels of a frame that is handed on; larger pictures are decoded at
///     a fraction
/// @param laterFramePixels the same for every frame but the first
/// @param mostFrames of an animated picture that are handed on, spread over it
/// @param time that decoding may take
public record PictureLimits(
        long mostBytes,
        long mostPixels,
        int mostSide,
        int mostRatio,
        long ratioFrom,
        int framePixels,
        int laterFramePixels,
        int mostFrames,
        Duration time) {

    /// 20 MB, 50 megapixels, 200:1 from four megapixels on; frames of up to two megapixels,
    /// which is what hashing needs, and seven later ones of up to a quarter; eight seconds.
    public static final PictureLimits STANDARD = new PictureLimits(
            20_000_000, 50_000_000, 30_000, 200, 4_000_000, 2_000_000, 250_000, 8, Duration.ofSeconds(8));

    public PictureLimits withMostFrames(int frames) {
        return new PictureLimits(
                mostBytes, mostPixels, mostSide, mostRatio, ratioFrom, framePixels, laterFramePixels, frames, time);
    }
}
