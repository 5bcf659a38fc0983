package dev.docket.client.common.media;

import dev.docket.client.common.item.Layer;
import java.io.ByteArrayInputStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.effect.ColorAdjust;
import javafx.scene.effect.Effect;
import javafx.scene.effect.GaussianBlur;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A picture as large as its room allows, behind as many layers as are wanted. The blur never reaches past the
/// picture's edges, and grows with it: what is small must not be told more easily.
final class PictureView extends Region {
    private static final double STRONGEST = 60;
    private static final double SHARE = 0.09;

    private final ImageView view = new ImageView();
    private final Rectangle edges = new Rectangle();
    private final double mostWidth;
    private final double mostHeight;
    private Layer layer = Layer.BLURRED;

    PictureView(double mostWidth, double mostHeight) {
        this.mostWidth = mostWidth;
        this.mostHeight = mostHeight;
        view.setPreserveRatio(true);
        view.setSmooth(true);
        setClip(edges);
        getChildren().add(view);
        getStyleClass().add("picture");
    }

    /// @param jpeg null for none
    void show(byte @Nullable [] jpeg) {
        view.setImage(jpeg == null ? null : new Image(new ByteArrayInputStream(jpeg)));
        setVisible(jpeg != null);
        requestLayout();
        reveal(layer);
    }

    void reveal(Layer shown) {
        layer = shown;
        view.setEffect(effect());
    }

    private @Nullable Effect effect() {
        return switch (layer) {
            case COLOUR -> null;
            case GREY -> grey();
            case BLURRED -> {
                var blur = new GaussianBlur(Math.min(STRONGEST, SHARE * Math.max(1, shownWidth()) + 6));
                blur.setInput(grey());
                yield blur;
            }
        };
    }

    private static ColorAdjust grey() {
        var grey = new ColorAdjust();
        grey.setSaturation(-1);
        return grey;
    }

    /// As wide as the picture stands in its room of `width`.
    private double scale(double width) {
        Image image = view.getImage();
        if (image == null || image.getWidth() <= 0 || image.getHeight() <= 0) {
            return 0;
        }
        double room = Math.min(width <= 0 ? mostWidth : width, mostWidth);
        return Math.min(room / image.getWidth(), mostHeight / image.getHeight());
    }

    private double shownWidth() {
        return view.getImage() == null ? 0 : view.getImage().getWidth() * scale(getWidth());
    }

    /// Where the picture stands in this region.
    Rectangle2D place() {
        Image image = view.getImage();
        double scale = scale(getWidth());
        return image == null
                ? Rectangle2D.EMPTY
                : new Rectangle2D(0, 0, image.getWidth() * scale, image.getHeight() * scale);
    }

    @Override
    protected double computePrefWidth(double height) {
        Image image = view.getImage();
        return image == null ? mostWidth : image.getWidth() * scale(mostWidth);
    }

    @Override
    protected double computePrefHeight(double width) {
        Image image = view.getImage();
        return image == null ? mostHeight / 2 : image.getHeight() * scale(width);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected void layoutChildren() {
        var place = place();
        view.setFitWidth(place.getWidth());
        view.setFitHeight(place.getHeight());
        edges.setWidth(place.getWidth());
        edges.setHeight(place.getHeight());
        edges.setArcWidth(8);
        edges.setArcHeight(8);
        view.setEffect(effect());
    }
}
