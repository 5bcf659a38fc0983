package dev.docket.backend.review;

import dev.docket.backend.intake.Item;
import dev.docket.dto.item.Media;
import dev.docket.dto.item.MediaKind;
import java.util.List;

/// How far marks in an item can reach.
///
/// @param text its length in UTF-16 code units
/// @param media what it has beside its text, in order
record Extent(int text, List<MediaKind> media) {
    /// Of what is no single item, where nothing can be marked.
    static final Extent NONE = new Extent(0, List.of());

    static Extent of(Item item) {
        var content = item.content();
        return content == null
                ? NONE
                : new Extent(
                        content.text() == null ? 0 : content.text().length(),
                        content.media() == null
                                ? List.of()
                                : content.media().stream().map(Media::kind).toList());
    }

    /// Whether the medium of that number is an image.
    boolean hasImage(double index) {
        return has(MediaKind.IMAGE, index);
    }

    /// Whether the medium of that number is a video.
    boolean hasVideo(double index) {
        return has(MediaKind.VIDEO, index);
    }

    private boolean has(MediaKind kind, double index) {
        return index >= 0 && index < media.size() && index == Math.rint(index) && media.get((int) index) == kind;
    }
}
