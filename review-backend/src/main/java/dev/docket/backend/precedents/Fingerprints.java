package dev.docket.backend.precedents;

import dev.docket.backend.classification.ItemsAssessed;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.ItemErased;
import dev.docket.backend.intake.MediaBytes;
import dev.docket.backend.models.PictureHashes;
import dev.docket.backend.models.ServingModel;
import dev.docket.dto.item.MediaKind;
import dev.docket.model.Embedding;
import dev.docket.model.ModelDescription;
import dev.docket.model.text.NormalisedText;
import dev.docket.model.text.SimHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes fingerprints: of texts inside the transaction that stores their assessments, for the
/// embedding is there already and the rest costs microseconds; of images afterwards, for
/// decoding them is slow and their decoders are not to be trusted with a transaction.
@Component
class Fingerprints {
    /// What is further in is neither searched nor compared; the embedding knows it all the same.
    private static final int MOST_CHARACTERS = 20_000;
    /// The bits of a shorter text say nothing: a changed letter is a quarter of it.
    private static final int LEAST_CHARACTERS = 40;

    private final StoredFingerprints stored;
    private final ServingModel model;
    private final MediaBytes media;
    private final PictureHashes pictures;

    Fingerprints(StoredFingerprints stored, ServingModel model, MediaBytes media, PictureHashes pictures) {
        this.stored = stored;
        this.model = model;
        this.media = media;
        this.pictures = pictures;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(ItemsAssessed assessed) {
        stored.write(
                assessed.items().stream()
                        .map(seen -> taken(seen.item(), seen.embedding()))
                        .toList(),
                encoder());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(ItemErased erased) {
        stored.forget(erased.item());
    }

    /// Which embeddings can be compared; null while no model is open.
    @Nullable String encoder() {
        return model.describe().map(ModelDescription::encoderSha256).orElse(null);
    }

    /// Hashes images that wait for it.
    ///
    /// @return of how many items
    @Transactional
    public int readPictures(int most) {
        var unread = stored.unread(most);
        unread.forEach((item, names) -> {
            names.forEach(name ->
                    media.read(name).flatMap(pictures::hash).ifPresent(hash -> stored.addPicture(item, name, hash)));
            stored.allRead(item);
        });
        return unread.size();
    }

    static StoredFingerprints.Taken taken(Item item, @Nullable Embedding embedding) {
        var content = item.content();
        String text = content == null ? null : content.text();
        String words = text == null ? null : normalised(text);
        return new StoredFingerprints.Taken(
                of(item.id(), words, embedding), words, content == null ? List.of() : pictures(item));
    }

    /// The fingerprint of a text alone.
    static Fingerprint of(UUID item, @Nullable String words, @Nullable Embedding embedding) {
        boolean empty = words == null || words.isEmpty();
        return new Fingerprint(
                item,
                empty ? null : digest(Objects.requireNonNull(words)),
                words == null || words.length() < LEAST_CHARACTERS ? null : SimHash.of(words),
                embedding,
                List.of());
    }

    static String normalised(String text) {
        return NormalisedText.of(text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS));
    }

    private static List<String> pictures(Item item) {
        return item.media().stream()
                .filter(medium -> medium.kind() == MediaKind.IMAGE)
                .flatMap(medium -> Stream.ofNullable(medium.sha256()))
                .distinct()
                .toList();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
