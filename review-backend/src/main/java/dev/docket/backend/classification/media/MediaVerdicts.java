package dev.docket.backend.classification.media;

import dev.docket.backend.classification.verdict.Basis;
import dev.docket.backend.classification.verdict.VerdictCache;
import dev.docket.backend.classification.verdict.VerdictCaches;
import dev.docket.backend.models.ServingImages;
import dev.docket.backend.models.ServingOcr;
import dev.docket.backend.policy.Policies;
import dev.docket.model.ModelDescription;
import dev.docket.model.ocr.TextReader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// What the models said of images and videos that came before: a file that comes again, under
/// the models and policies of now, is neither decoded nor scored again.
///
/// Kept is only what was looked at to its end: whatever stopped that may have gone.
@Component
public class MediaVerdicts {
    private final VerdictCache<MediaPart> cache;
    private final ServingImages images;
    private final ServingOcr ocr;
    private final Policies policies;

    MediaVerdicts(VerdictCaches caches, ServingImages images, ServingOcr ocr, Policies policies) {
        this.cache = caches.ofMedia(new MediaVerdictForm(), images.figures());
        this.images = images;
        this.ocr = ocr;
        this.policies = policies;
    }

    /// @param sha256 of the whole file, in hex
    /// @param explained whether it must come with what spoke for each label
    Optional<MediaPart> find(String sha256, int index, boolean explained) {
        return basis().map(basis -> cache.find(Set.of(sha256), basis, explained).get(sha256))
                .map(known -> known.at(index));
    }

    /// Looks, and keeps what came of it.
    ///
    /// @param explained as above
    MediaPart look(String sha256, boolean explained, Supplier<MediaPart> look) {
        var basis = basis();
        var part = look.get();
        if (isWhole(part) && basis().equals(basis)) {
            basis.ifPresent(present -> cache.keep(Map.of(sha256, part), present, explained));
        }
        return part;
    }

    /// Scored by the model of the basis alone: one that was replaced meanwhile is not what it says.
    private boolean isWhole(MediaPart part) {
        String version = images.describe().map(ModelDescription::version).orElse("");
        var writing = part.writing();
        return part.fault() == null
                && (writing == null || writing.fault() == null)
                && !part.worst().isEmpty()
                && part.worst().values().stream()
                        .allMatch(worst -> worst.modelVersion().equals(version));
    }

    /// Whoever reads the text in images belongs to it: an image that nobody read is read when somebody can, and while
    /// they who should cannot be asked nothing is known of any.
    private Optional<Basis> basis() {
        if (!cache.isOn()) {
            return Optional.empty();
        }
        var model = images.describe();
        return ocr.isThere()
                ? ocr.describe().flatMap(reader -> model.map(known -> basis(known, reader)))
                : model.map(known -> Basis.of(known, policies.all()));
    }

    private Basis basis(ModelDescription model, TextReader.Description reader) {
        var reading = model.reading() + ", text by " + reader.version() + " " + reader.digest();
        return Basis.of(model.withReading(reading), policies.all());
    }

    /// A person found otherwise, or it was erased. In the caller's transaction.
    public void forget(String sha256) {
        cache.forget(sha256);
    }
}
