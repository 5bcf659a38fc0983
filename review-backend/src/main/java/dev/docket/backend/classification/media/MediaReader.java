package dev.docket.backend.classification.media;

import dev.docket.backend.classification.media.MediaPart.Moment;
import dev.docket.backend.classification.media.MediaPart.Worst;
import dev.docket.backend.classification.media.MediaPart.Writing;
import dev.docket.backend.intake.KeptMedium;
import dev.docket.backend.intake.MediaBytes;
import dev.docket.backend.models.ModelUnavailable;
import dev.docket.backend.models.ServingImages;
import dev.docket.backend.models.ServingOcr;
import dev.docket.dto.item.MediaKind;
import dev.docket.model.LabelScore;
import dev.docket.model.ModelFault;
import dev.docket.model.image.ActivationMap;
import dev.docket.model.image.ImageScores;
import dev.docket.model.ocr.PictureText;
import dev.docket.model.picture.Decoding;
import dev.docket.model.picture.Frame;
import dev.docket.model.picture.Refusal;
import dev.docket.model.video.VideoFrame;
import dev.docket.model.video.VideoReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Looks at images and videos.
///
/// Never fails: what cannot be decoded, or scored, or read to its end, carries a reason and goes to a person. The worst
/// frame speaks for an animation or a video, label by label.
@Component
public class MediaReader {
    private static final Logger log = LoggerFactory.getLogger(MediaReader.class);
    private static final int FRAMES_A_CALL = 16;
    /// Pixels of the longer side of a filmstrip's pictures.
    private static final int STRIP_SIDE = 320;

    private final MediaBytes media;
    private final ServingImages images;
    private final ServingOcr ocr;
    private final MediaVerdicts verdicts;

    MediaReader(MediaBytes media, ServingImages images, ServingOcr ocr, MediaVerdicts verdicts) {
        this.media = media;
        this.images = images;
        this.ocr = ocr;
        this.verdicts = verdicts;
    }

    /// A part for each medium, in order.
    ///
    /// @param explain also tell what spoke for each label
    public List<MediaPart> read(List<KeptMedium> kept, boolean explain) {
        return kept.stream().map(one -> read(one, explain)).toList();
    }

    /// Parts for media that killed whoever looked at them.
    public List<MediaPart> unread(List<KeptMedium> kept) {
        return kept.stream()
                .map(one -> MediaPart.unread(one.index(), one.kind(), "Looking at it failed every time."))
                .toList();
    }

    private MediaPart read(KeptMedium kept, boolean explain) {
        String sha256 = kept.sha256();
        if (sha256 == null) {
            return MediaPart.unread(kept.index(), kept.kind(), "It was not fetched. " + kept.fault());
        }
        return kept.kind() == MediaKind.IMAGE
                ? media.read(sha256)
                        .map(bytes -> image(kept.index(), sha256, bytes, explain))
                        .orElseGet(() -> gone(kept))
                : video(kept, sha256);
    }

    private MediaPart image(int index, String sha256, byte[] bytes, boolean explain) {
        return verdicts.find(sha256, index, explain)
                .orElseGet(() -> verdicts.look(sha256, explain, () -> looked(index, sha256, bytes, explain)));
    }

    /// What was drawn of a video goes with its last item; then it is watched again, whatever is known of it.
    private MediaPart video(KeptMedium kept, String sha256) {
        var known = media.hasFilm(sha256) ? verdicts.find(sha256, kept.index(), false) : Optional.<MediaPart>empty();
        return known.orElseGet(() -> verdicts.look(
                sha256,
                false,
                () -> media.withFile(sha256, file -> watched(kept.index(), sha256, file))
                        .orElseGet(() -> gone(kept))));
    }

    private static MediaPart gone(KeptMedium kept) {
        return MediaPart.unread(kept.index(), kept.kind(), "Its bytes are no longer there.");
    }

    /// An image that need not be kept anywhere.
    ///
    /// @param explain also tell what spoke for each label
    public MediaPart image(int index, byte[] bytes, boolean explain) {
        return image(index, sha256(bytes), bytes, explain);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private MediaPart looked(int index, String sha256, byte[] bytes, boolean explain) {
        try {
            return switch (images.decode(bytes)) {
                case Decoding.Refused(Refusal refusal) -> MediaPart.unread(index, MediaKind.IMAGE, words(refusal));
                case Decoding.Picture picture -> judged(index, sha256, picture, explain);
            };
        } catch (ModelFault fault) {
            return MediaPart.unread(index, MediaKind.IMAGE, words(fault));
        }
    }

    private MediaPart judged(int index, String sha256, Decoding.Picture picture, boolean explain) throws ModelFault {
        var tally = new Tally();
        var scores = images.score(sha256, picture.frames(), explain);
        scores.forEach(one -> tally.add(one, null));
        String unseen =
                picture.framesSeen() < picture.frameCount() ? "Not all of its frames could be looked at." : null;
        return new MediaPart(
                index,
                MediaKind.IMAGE,
                unseen,
                tally.worst,
                tally.maps,
                List.of(),
                writing(picture.frames()),
                tally.beside());
    }

    /// The text in the picture. What cannot be read does no harm to what was seen of it, but is said: a person reads
    /// it instead.
    private @Nullable Writing writing(List<Frame> frames) {
        if (!ocr.isThere()) {
            return null;
        }
        try {
            return ocr.read(frames)
                    .filter(seen ->
                            !seen.text().lines().isEmpty() || !seen.text().whole())
                    .map(seen -> new Writing(
                            seen.text(),
                            seen.version(),
                            seen.text().whole() ? null : "There is more of it than is read of one picture.",
                            null))
                    .orElse(null);
        } catch (ModelFault fault) {
            log.atWarn()
                    .addKeyValue("fault", fault.getMessage())
                    .log("The text in an image was not read; its item goes to a person");
            return new Writing(PictureText.NONE, "", "Reading it failed.", null);
        }
    }

    private MediaPart watched(int index, String sha256, Path file) {
        Path part = media.newPart();
        try (var reel = new Reel(sha256, part)) {
            Optional<String> fault = look(file, reel);
            reel.close();
            if (!reel.moments.isEmpty()) {
                media.keepFilm(sha256, part);
            }
            String unseen = reel.moments.isEmpty() ? "No frame of it could be looked at." : null;
            return new MediaPart(
                    index,
                    MediaKind.VIDEO,
                    fault.orElse(unseen),
                    reel.tally.worst,
                    Map.of(),
                    reel.moments,
                    null,
                    reel.tally.beside());
        } catch (IOException | UncheckedIOException full) {
            return MediaPart.unread(index, MediaKind.VIDEO, "There was no room to look at it.");
        } finally {
            remove(part);
        }
    }

    private Optional<String> look(Path file, Reel reel) {
        try {
            var reading = images.read(file, reel::add);
            reel.develop();
            return reading instanceof VideoReading.Refused(Refusal refusal)
                    ? Optional.of(words(refusal))
                    : Optional.empty();
        } catch (ModelFault failed) {
            return Optional.of(words(failed));
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException stays) {
            log.atWarn().log("What was drawn of a video stays until the next start");
        }
    }

    private static String words(Refusal refusal) {
        return switch (refusal) {
            case UNREADABLE -> "It is damaged, or not what it says it is.";
            case TOO_LARGE -> "It is larger than what is looked at.";
            case BOMB -> "It would unpack to many times its size.";
            case TIMED_OUT -> "It takes too long to decode.";
            case UNSUPPORTED -> "Its format is not one that is read here.";
            case ABSENT -> "There is no program here that reads videos.";
        };
    }

    private static String words(ModelFault fault) {
        log.atWarn()
                .addKeyValue("fault", fault.getMessage())
                .log("An image or a video was not judged; its item goes to a person");
        return fault instanceof ModelUnavailable
                ? "The image model was not available."
                : "The image model fails at it.";
    }

    /// The worst of each label so far.
    private static final class Tally {
        private final Map<String, Worst> worst = new HashMap<>();
        private final Map<String, ActivationMap> maps = new HashMap<>();
        private final Map<String, Map<String, Worst>> beside = new HashMap<>();
        private final Set<String> failed = new HashSet<>();

        /// Nothing of a version that failed at any frame: its worst may be the one that it did not score.
        Map<String, Map<String, Worst>> beside() {
            var all = new HashMap<String, Map<String, Worst>>();
            beside.forEach(
                    (version, worst) -> all.put(version, failed.contains(version) ? Map.of() : Map.copyOf(worst)));
            return all;
        }

        private void addBeside(String version, List<LabelScore> scores, @Nullable Double second) {
            var its = beside.computeIfAbsent(version, unknown -> new HashMap<>());
            if (scores.isEmpty()) {
                failed.add(version);
            }
            for (var score : scores) {
                its.merge(
                        score.label(),
                        new Worst(score.score(), version, second),
                        (known, now) -> now.score() > known.score() ? now : known);
            }
        }

        void add(ImageScores scores, @Nullable Double second) {
            scores.beside().forEach((version, its) -> addBeside(version, its, second));
            for (var score : scores.scores()) {
                var known = worst.get(score.label());
                if (known == null || score.score() > known.score()) {
                    worst.put(score.label(), new Worst(score.score(), score.modelVersion(), second));
                    var map = scores.maps().get(score.label());
                    if (map != null) {
                        maps.put(score.label(), map);
                    }
                }
            }
        }
    }

    /// Scores frames a few at a time, and draws them small, while the video is still being read.
    private final class Reel implements AutoCloseable {
        private final String sha256;
        private final Film film;
        private final Tally tally = new Tally();
        private final List<Moment> moments = new ArrayList<>();
        private final List<VideoFrame> waiting = new ArrayList<>();

        Reel(String sha256, Path part) throws IOException {
            this.sha256 = sha256;
            this.film = new Film(part);
        }

        void add(VideoFrame frame) throws ModelFault {
            waiting.add(frame);
            draw(frame);
            if (waiting.size() == FRAMES_A_CALL) {
                develop();
            }
        }

        private void draw(VideoFrame frame) {
            try {
                film.add(frame.second(), frame.frame().thumbnail(STRIP_SIDE));
            } catch (IOException full) {
                throw new UncheckedIOException("no room for a filmstrip", full);
            }
        }

        @Override
        public void close() throws IOException {
            film.close();
        }

        void develop() throws ModelFault {
            if (waiting.isEmpty()) {
                return;
            }
            List<Frame> frames = waiting.stream().map(VideoFrame::frame).toList();
            var scores = images.score(sha256, frames, false);
            for (int i = 0; i < waiting.size(); i++) {
                double second = waiting.get(i).second();
                tally.add(scores.get(i), second);
                var values = new HashMap<String, Double>();
                for (LabelScore score : Objects.requireNonNull(scores.get(i)).scores()) {
                    values.put(score.label(), score.score());
                }
                moments.add(new Moment(second, Map.copyOf(values)));
            }
            waiting.clear();
        }
    }
}
