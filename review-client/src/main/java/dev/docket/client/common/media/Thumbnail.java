package dev.docket.client.common.media;

import dev.docket.client.common.item.Layer;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// An item's first image or video in a row of a list, behind the layers of the others; an icon stands for what is not
/// there yet, or not at all.
public final class Thumbnail extends StackPane {
    private static final double WIDTH = 72;
    private static final double HEIGHT = 54;

    /// @param shown how much of it may be seen
    public Thumbnail(Thumbnails of, String itemId, Layer shown) {
        getStyleClass().add("thumbnail");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setAlignment(Pos.CENTER);
        var picture = of.of(itemId);
        if (picture.state() == Picture.State.SHOWN) {
            var view = new PictureView(WIDTH, HEIGHT);
            view.show(picture.jpeg());
            view.reveal(shown);
            view.setMaxHeight(USE_PREF_SIZE);
            getChildren().add(view);
        } else {
            boolean coming = picture.state() == Picture.State.LOADING;
            getChildren().add(new FontIcon(coming ? "mdi2i-image-outline" : "mdi2i-image-off-outline"));
        }
    }
}
