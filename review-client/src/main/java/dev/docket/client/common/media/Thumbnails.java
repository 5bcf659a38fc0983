package dev.docket.client.common.media;

import dev.docket.client.common.task.Background;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// The first image or video of each of many items, small, as rows of a list show it. Each is fetched when its row is
/// drawn for the first time. Use on the FX thread only.
public final class Thumbnails {
    private static final int SIDE = 128;

    private final PictureApi api;
    private final Background background;
    private final Map<String, Picture> pictures = new HashMap<>();
    private final ReadOnlyIntegerWrapper arrivals = new ReadOnlyIntegerWrapper();
    private int generation;
    private boolean asking;

    public Thumbnails(PictureApi api, Background background) {
        this.api = api;
        this.background = background;
    }

    /// What there is of it so far.
    Picture of(String itemId) {
        var known = pictures.get(itemId);
        if (known != null) {
            return known;
        }
        pictures.put(itemId, Picture.LOADING);
        asking = true;
        fetch(itemId, generation);
        asking = false;
        return Objects.requireNonNull(pictures.get(itemId));
    }

    private void fetch(String itemId, int asked) {
        background
                .run(() -> api.picture(itemId, 0, SIDE, 0))
                .onSuccess(jpeg -> arrived(asked, itemId, Picture.of(jpeg)))
                .onOffline(fault -> arrived(asked, itemId, Picture.OFFLINE))
                .onFailure(fault -> arrived(asked, itemId, Picture.missing(null)));
    }

    private void arrived(int asked, String itemId, Picture picture) {
        if (asked == generation) {
            pictures.put(itemId, picture);
            tell();
        }
    }

    /// Nobody is told of what is there before whoever asks has an answer: they are drawing a row at that moment.
    private void tell() {
        if (!asking) {
            arrivals.set(arrivals.get() + 1);
        }
    }

    /// Fetches once more what could not be reached.
    public void lookAgain() {
        pictures.values().removeIf(picture -> !picture.isSettled());
        arrivals.set(arrivals.get() + 1);
    }

    /// Other items are shown from now on.
    public void forget() {
        generation++;
        pictures.clear();
    }

    /// Changes whenever one has arrived.
    public ReadOnlyIntegerProperty arrivalsProperty() {
        return arrivals.getReadOnlyProperty();
    }
}
