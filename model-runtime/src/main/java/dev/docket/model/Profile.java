package dev.docket.model;

import dev.docket.model.picture.PictureLimits;
import dev.docket.model.video.VideoLimits;

/// What a floor's models are to be good at. What each sets is in `docs/operations.md`, with what it was measured to do.
public enum Profile {
    /// Most items an hour: long texts and videos are read in fewer places.
    SPEED(new Reading(0, 512, 8, 0.125), new Looking(2, 4, 240), true, false),
    BALANCED(new Reading(0, 512, 32, Tuning.AS_FITTED), new Looking(2, 8, 1_200), true, true),
    /// Little of a long text or a video is left out, and phrases at the edge of a window are whole in the next.
    ACCURACY(new Reading(0, 512, 128, 0.5), new Looking(2, 16, 2_400), true, true),
    /// One worker, small batches, and native memory given back after each.
    MEMORY(new Reading(1, 256, 16, Tuning.AS_FITTED), new Looking(1, 4, 240), false, false);

    private final Reading reading;
    private final Looking looking;
    private final boolean arena;
    private final boolean explains;

    Profile(Reading reading, Looking looking, boolean arena, boolean explains) {
        this.reading = reading;
        this.looking = looking;
        this.arena = arena;
        this.explains = explains;
    }

    /// @param workers 0 for as many as there are cores
    /// @param overlap share of a window that the next one has too
    private record Reading(int workers, int tokenBudget, int mostWindows, double overlap) {}

    /// @param decoders processes that decode pictures
    /// @param frames of an animation
    /// @param videoFrames of a video
    private record Looking(int decoders, int frames, int videoFrames) {}

    /// On the CPU.
    public Tuning tuning() {
        int cores = Runtime.getRuntime().availableProcessors();
        return new Tuning(
                false,
                reading.workers() == 0 ? cores : reading.workers(),
                reading.tokenBudget(),
                reading.mostWindows(),
                reading.overlap(),
                arena);
    }

    /// Whether what is submitted is scored with its explanation, or that is left to whoever asks for it.
    public boolean explains() {
        return explains;
    }

    /// Processes that decode pictures; each may occupy a gigabyte.
    public int decoders() {
        return looking.decoders();
    }

    public PictureLimits pictures() {
        return PictureLimits.STANDARD.withMostFrames(looking.frames());
    }

    public VideoLimits videos() {
        return VideoLimits.STANDARD.withMostFrames(looking.videoFrames());
    }
}
