package dev.docket.model.video;

import dev.docket.model.picture.Frame;

/// A frame and when it is shown.
///
/// @param second from the start of the video
public record VideoFrame(double second, Frame frame) {}
