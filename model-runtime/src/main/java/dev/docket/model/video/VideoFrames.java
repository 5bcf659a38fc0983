package dev.docket.model.video;

import dev.docket.model.ModelFault;
import java.nio.file.Path;

/// Takes frames out of untrusted videos.
///
/// Safe for use by many threads; a call blocks until its video is read. How many run at once is
/// bounded, and the others wait.
public interface VideoFrames {
    /// Hands the video's frames to `sink` one after the other, in the order in which they are
    /// shown, while reading goes on; a slow sink makes the reading slower, so that memory stays
    /// small.
    ///
    /// @return refused for whatever is wrong with the video, and where there is nothing to read
    ///     it with
    /// @throws ModelFault for whatever is wrong with the reading itself, and what `sink` throws
    VideoReading read(Path video, VideoLimits limits, FrameSink sink) throws ModelFault;

    /// Whether videos can be read here at all, for the health page.
    Availability availability();

    /// Takes frames; called by one thread.
    @FunctionalInterface
    interface FrameSink {
        void accept(VideoFrame frame) throws ModelFault;
    }

    /// @param program what reads videos, with its version, such as `ffmpeg 5.1.9`; empty where
    ///     there is none
    /// @param reason why there is none; empty where there is one
    record Availability(String program, String reason) {
        public boolean available() {
            return reason.isEmpty();
        }
    }
}
