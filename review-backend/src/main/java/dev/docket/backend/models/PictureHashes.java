package dev.docket.backend.models;

import dev.docket.model.ModelFault;
import dev.docket.model.image.Pdq;
import dev.docket.model.image.PdqHash;
import dev.docket.model.picture.Decoding;
import dev.docket.model.picture.Frame;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Perceptual hashes of untrusted images, decoded where their decoders can do no harm.
@Component
public class PictureHashes {
    /// The hash of less would be one of nothing.
    private static final int LEAST_SIDE = 8;

    private final ServingImages images;

    PictureHashes(ServingImages images) {
        this.images = images;
    }

    /// The hash of an image, of its first frame where it moves; empty where it cannot be read.
    ///
    /// @throws IllegalStateException when the decoder cannot be asked; the image may be tried again
    public Optional<PdqHash> hash(byte[] image) {
        return first(image).map(frame -> Pdq.hash(frame.pixels(), frame.width(), frame.height()));
    }

    /// The hashes of the image in its eight positions, the original first; empty where [#hash] is.
    ///
    /// @throws IllegalStateException when the decoder cannot be asked
    public List<PdqHash> dihedral(byte[] image) {
        return first(image)
                .map(frame -> Pdq.dihedral(frame.pixels(), frame.width(), frame.height()))
                .orElse(List.of());
    }

    private static boolean isTelling(Frame frame) {
        return Math.min(frame.width(), frame.height()) >= LEAST_SIDE;
    }

    private Optional<Frame> first(byte[] image) {
        try {
            return images.decode(image) instanceof Decoding.Picture picture && isTelling(picture.first())
                    ? Optional.of(picture.first())
                    : Optional.empty();
        } catch (ModelFault fault) {
            throw new IllegalStateException("no picture can be decoded just now", fault);
        }
    }
}
