package dev.docket.backend.classification.media;

import dev.docket.dto.item.MediaKind;
import dev.docket.model.image.ActivationMap;
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
public record MediaPart(
        int index,
        MediaKind kind,
        @Nullable String fault,
        Map<String, Worst> worst,
        Map<String, ActivationMap> maps,
        List<Moment> moments) {
    public MediaPart {
        worst = Map.copyOf(worst);
        maps = Map.copyOf(maps);
        moments = List.copyOf(moments);
    }

    static MediaPart unread(int index, MediaKind kind, String fault) {
        return new MediaPart(index, kind, fault, Map.of(), Map.of(), List.of());
    }

    /// The same medium at another place of an item.
    MediaPart at(int place) {
        return new MediaPart(place, kind, fault, worst, maps, moments);
    }

    /// @param second of a video; null of an image
    public record Worst(
            double score, String modelVersion, @Nullable Double second) {}

    /// One frame of a video.
    public record Moment(double second, Map<String, Double> scores) {}
}
