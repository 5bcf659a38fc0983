package dev.docket.backend.classification.media;

import dev.docket.dto.item.MediaKind;
import dev.docket.model.TextScores;
import dev.docket.model.image.ActivationMap;
import dev.docket.model.ocr.PictureText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the models say of one image or video.
///
/// @param index its place among the item's media, from 0
/// @param fault why nobody but a person can judge it, in words; null when all of it was looked at
/// @param worst label to the worst of what was looked at; empty where there is nothing
/// @param maps label to what spoke for it; of an image, and only when asked for
/// @param moments of a video, in its order
/// @param writing the text that was read in an image; null where there is none, and where nothing reads it
/// @param beside model version to the worst of each label, of models whose scores do not count; empty where it failed
public record MediaPart(
        int index,
        MediaKind kind,
        @Nullable String fault,
        Map<String, Worst> worst,
        Map<String, ActivationMap> maps,
        List<Moment> moments,
        @Nullable Writing writing,
        Map<String, Map<String, Worst>> beside) {
    public MediaPart {
        beside = Map.copyOf(beside);
        worst = Map.copyOf(worst);
        maps = Map.copyOf(maps);
        moments = List.copyOf(moments);
    }

    /// Scored by one model alone.
    public MediaPart(
            int index,
            MediaKind kind,
            @Nullable String fault,
            Map<String, Worst> worst,
            Map<String, ActivationMap> maps,
            List<Moment> moments,
            @Nullable Writing writing) {
        this(index, kind, fault, worst, maps, moments, writing, Map.of());
    }

    /// Without a text in it.
    public MediaPart(
            int index,
            MediaKind kind,
            @Nullable String fault,
            Map<String, Worst> worst,
            Map<String, ActivationMap> maps,
            List<Moment> moments) {
        this(index, kind, fault, worst, maps, moments, null, Map.of());
    }

    /// The same where another model's scores count; as it is where that one gave none.
    public MediaPart counting(String version) {
        var its = beside.getOrDefault(version, Map.of());
        if (its.isEmpty() || worst.isEmpty()) {
            return this;
        }
        var others = new HashMap<>(beside);
        others.remove(version);
        others.put(worst.values().iterator().next().modelVersion(), worst);
        return new MediaPart(index, kind, fault, its, Map.of(), moments, writing, others);
    }

    static MediaPart unread(int index, MediaKind kind, String fault) {
        return new MediaPart(index, kind, fault, Map.of(), Map.of(), List.of());
    }

    /// The same medium at another place of an item.
    MediaPart at(int place) {
        return new MediaPart(place, kind, fault, worst, maps, moments, writing, beside);
    }

    /// With what is known of the text in it.
    public MediaPart with(Writing known) {
        return new MediaPart(index, kind, fault, worst, maps, moments, known, beside);
    }

    /// @param second of a video; null of an image
    public record Worst(
            double score, String modelVersion, @Nullable Double second) {}

    /// A text in an image.
    ///
    /// @param read empty of lines where it could not be read at all
    /// @param reader version of the package that read it
    /// @param fault why not all of it was read or scored, in words
    /// @param scores null until it was scored, and where it could not be
    public record Writing(
            PictureText read,
            String reader,
            @Nullable String fault,
            @Nullable TextScores scores) {
        public String text() {
            return read.text();
        }

        public Writing scored(TextScores by) {
            return new Writing(read, reader, fault, by);
        }

        public Writing failed(String why) {
            return new Writing(read, reader, why, null);
        }
    }

    /// One frame of a video.
    public record Moment(double second, Map<String, Double> scores) {}
}
