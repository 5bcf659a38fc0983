package dev.docket.backend.classification;

import dev.docket.backend.classification.media.Film;
import dev.docket.backend.intake.KeptMedium;
import dev.docket.backend.intake.MediaBytes;
import dev.docket.backend.models.ServingImages;
import dev.docket.dto.item.MediaKind;
import dev.docket.model.ModelFault;
import dev.docket.model.picture.Decoding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Draws images and videos for people to look at: decoded where their decoders can do no harm,
/// scaled, and written anew, so that nobody is ever sent what somebody uploaded.
@Service
public class Renditions {
    private final MediaBytes media;
    private final ServingImages images;

    Renditions(MediaBytes media, ServingImages images) {
        this.media = media;
        this.images = images;
    }

    /// @param side most pixels of the longer side
    /// @param second of a video
    /// @return a JPEG; empty when it cannot be drawn
    public Optional<byte[]> draw(KeptMedium medium, int side, double second) {
        if (medium.sha256() == null) {
            return Optional.empty();
        }
        return medium.kind() == MediaKind.IMAGE ? image(medium.sha256(), side) : still(medium.sha256(), second);
    }

    private Optional<byte[]> image(String sha256, int side) {
        return media.read(sha256).flatMap(bytes -> image(bytes, side));
    }

    private Optional<byte[]> image(byte[] bytes, int side) {
        try {
            return images.decode(bytes) instanceof Decoding.Picture picture
                    ? Optional.of(picture.first().thumbnail(side))
                    : Optional.empty();
        } catch (ModelFault away) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> still(String sha256, double second) {
        return media.film(sha256).flatMap(film -> {
            try (film) {
                return Film.at(film, second);
            } catch (IOException e) {
                throw new UncheckedIOException("a filmstrip cannot be read", e);
            }
        });
    }
}
