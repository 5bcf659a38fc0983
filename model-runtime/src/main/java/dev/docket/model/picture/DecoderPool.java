package dev.docket.model.picture;

import dev.docket.model.ModelFault;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A few processes that decode pictures, each one at a time.
///
/// A process has a heap of its own with a limit, none of this process's environment, and no
/// business with the network; it is ended when a picture takes more time or memory than it may,
/// and the next picture starts another. A process is also replaced after some hundred pictures,
/// so that what one of them may have left behind does not stay.
public final class DecoderPool implements PictureDecoder {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long MOST_MEMORY = 1L << 30;
    private static final int MOST_PICTURES = 500;

    private final int processes;
    private final BlockingQueue<Place> places;
    private final ProcessWatch watch;
    private final AtomicBoolean closed = new AtomicBoolean();

    private DecoderPool(int processes, long mostMemory) {
        this.processes = processes;
        places = new ArrayBlockingQueue<>(processes);
        watch = new ProcessWatch(mostMemory);
        for (int i = 0; i < processes; i++) {
            places.add(new Place());
        }
    }

    /// Processes are started when they are first needed, which then takes about half a second.
    ///
    /// @param processes that may run at once; each may occupy a gigabyte
    public static DecoderPool open(int processes) {
        return new DecoderPool(processes, MOST_MEMORY);
    }

    static DecoderPool open(int processes, long mostMemory) {
        return new DecoderPool(processes, mostMemory);
    }

    @Override
    public Decoding decode(byte[] picture, PictureLimits limits) throws ModelFault {
        if (HeaderCheck.check(picture, limits) instanceof HeaderCheck.Refused refused) {
            return new Decoding.Refused(refused.refusal());
        }
        if (closed.get()) {
            throw new ModelFault("The decoder is closed");
        }
        var place = free();
        try {
            return place.decode(picture, limits);
        } finally {
            places.add(place);
        }
    }

    private Place free() throws ModelFault {
        try {
            var place = places.poll(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            if (place == null) {
                throw new ModelFault(
                        "No process to decode a picture in was free within %d seconds".formatted(PATIENCE.toSeconds()));
            }
            return place;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFault("Interrupted while waiting to decode a picture", e);
        }
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            for (int i = 0; i < processes; i++) {
                clearNext();
            }
            watch.close();
        }
    }

    /// A picture that is being decoded ends first; it has not much time.
    private void clearNext() {
        try {
            var place = places.poll(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            if (place != null) {
                place.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Where one process is, or will be.
    private final class Place {
        private @Nullable DecoderProcess process;
        private int pictures;

        Decoding decode(byte[] picture, PictureLimits limits) throws ModelFault {
            var decoding = process().decode(picture, limits, watch);
            pictures++;
            if (pictures >= MOST_PICTURES) {
                clear();
            }
            return decoding;
        }

        private DecoderProcess process() throws ModelFault {
            var present = process;
            if (present == null || !present.alive()) {
                clear();
                present = DecoderProcess.start(watch);
                process = present;
                pictures = 0;
            }
            return present;
        }

        void clear() {
            if (process != null) {
                process.close();
                process = null;
            }
        }
    }
}
