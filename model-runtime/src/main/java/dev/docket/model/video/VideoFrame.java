package dev.docket.model.video;

import dev.docket.model.picture.Frame;

/// A frame and when it is shown.
///
/// @param second from the start of the video; where a frame a second is taken, a whole number
public record VideoFrame(double second, Frame frame) {}
