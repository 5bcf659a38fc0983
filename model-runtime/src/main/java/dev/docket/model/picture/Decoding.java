package dev.docket.model.picture;

import java.util.List;

/// What became of decoding one picture.
public sealed interface Decoding {

    /// A decoded picture.
    ///
    /// @param width of the picture as its header says; its frames may be smaller, decoded at a
    ///     fraction
    /// @param height likewise
    /// @param frameCount of the animation, 1 for a still picture
    /// @param framesSeen from the first on, that could be decoded within the limits; below
    ///     `frameCount` there is something that nobody has looked at, and a person has to
    /// @param frames at least one, by index; of an animation a few, spread over the frames that
    ///     were seen
    record Picture(PictureFormat format, int width, int height, int frameCount, int framesSeen, List<Frame> frames)
            implements Decoding {
        public Picture {
            frames = List.copyOf(frames);
            if (frames.isEmpty()) {
                throw new IllegalArgumentException("A decoded picture has a frame");
            }
        }

        /// The first frame; hashes are of this one.
        public Frame first() {
            return frames.getFirst();
        }
    }

    /// Not decoded: the item goes to a person with a placeholder in the picture's place.
    record Refused(Refusal refusal) implements Decoding {}
}
