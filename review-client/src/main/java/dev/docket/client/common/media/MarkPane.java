package dev.docket.client.common.media;

import dev.docket.dto.review.Evidence.ActivationMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// What lies over a picture: the map of what spoke for a label, and the places that were marked. Places are drawn with
/// the mouse, or moved and stretched with the keys.
final class MarkPane extends Pane {
    private static final double STRONGEST = 0.72;

    private final Consumer<Region> marked;
    private Rectangle2D place = Rectangle2D.EMPTY;
    private @Nullable ActivationMap map;
    private List<Region> marks = List.of();
    private List<Region> one = List.of();
    private List<Region> other = List.of();
    private @Nullable Region draft;
    private boolean drawable;
    private double fromX;
    private double fromY;
    private int index;

    /// @param marked is told of each place that was drawn
    MarkPane(Consumer<Region> marked) {
        this.marked = marked;
        getStyleClass().add("marks");
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    }

    /// @param at of the image among the item's media
    /// @param room where the picture stands
    void place(int at, Rectangle2D room) {
        index = at;
        place = room;
        draw();
    }

    /// Whether places can be drawn: only where something can be told, and a violation is chosen.
    void drawable(boolean may) {
        drawable = may;
        setMouseTransparent(!may);
        setCursor(may ? Cursor.CROSSHAIR : Cursor.DEFAULT);
    }

    void map(@Nullable ActivationMap shown) {
        map = shown;
        draw();
    }

    void marks(List<Region> places) {
        marks = places;
        draw();
    }

    /// What two people marked, each in its own way.
    void compare(List<Region> ofOne, List<Region> ofOther) {
        one = ofOne;
        other = ofOther;
        draw();
    }

    /// A place that is not marked yet.
    @Nullable Region draft() {
        return draft;
    }

    void draft(@Nullable Region next) {
        draft = next;
        draw();
    }

    private void pressed(MouseEvent event) {
        fromX = share(event.getX(), place.getWidth());
        fromY = share(event.getY(), place.getHeight());
        draft = null;
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (drawable) {
            draft(Region.between(
                    index,
                    fromX,
                    fromY,
                    share(event.getX(), place.getWidth()),
                    share(event.getY(), place.getHeight())));
        }
        event.consume();
    }

    private void released(MouseEvent event) {
        var drawn = draft;
        draft(null);
        if (drawn != null && drawn.isMeant()) {
            marked.accept(drawn);
        }
        event.consume();
    }

    private static double share(double at, double of) {
        return of <= 0 ? 0 : at / of;
    }

    private void draw() {
        var shapes = new ArrayList<Node>();
        var shown = map;
        if (shown != null) {
            cells(shown, shapes);
        }
        boolean several = !one.isEmpty() || !other.isEmpty();
        frames(one, "region-side-one", "←", shapes);
        frames(other, "region-side-other", "→", shapes);
        frames(marks, "region-mark", several ? "✓" : "", shapes);
        if (draft != null) {
            shapes.add(frame(draft, "region-draft"));
        }
        getChildren().setAll(shapes);
    }

    /// @param tag says whose they are without colours; empty where that is plain
    private void frames(List<Region> places, String style, String tag, List<Node> shapes) {
        places.stream().filter(mark -> mark.index() == index).forEach(mark -> {
            var frame = frame(mark, style);
            shapes.add(frame);
            if (!tag.isEmpty()) {
                var said = new Label(tag);
                said.getStyleClass().addAll("region-tag", style + "-tag");
                said.relocate(frame.getX(), frame.getY());
                said.setMouseTransparent(true);
                shapes.add(said);
            }
        });
    }

    /// Only what speaks for the label, each cell as strong as its share of the strongest.
    private void cells(ActivationMap shown, List<Node> shapes) {
        double most =
                shown.cells().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        if (most <= 0) {
            return;
        }
        double width = place.getWidth() / shown.columns();
        double height = place.getHeight() / shown.rows();
        for (int cell = 0; cell < shown.cells().size(); cell++) {
            double share = shown.cells().get(cell) / most;
            if (share > 0.05) {
                var shape =
                        new Rectangle(cell % shown.columns() * width, cell / shown.columns() * height, width, height);
                shape.setFill(Color.TRANSPARENT);
                shape.getStyleClass().add("map-cell");
                shape.setOpacity(STRONGEST * share);
                shapes.add(shape);
            }
        }
    }

    private Rectangle frame(Region region, String style) {
        var shape = new Rectangle(
                region.x() * place.getWidth(),
                region.y() * place.getHeight(),
                region.width() * place.getWidth(),
                region.height() * place.getHeight());
        // Until its style is known it must not hide what is under it.
        shape.setFill(Color.TRANSPARENT);
        shape.getStyleClass().add(style);
        return shape;
    }
}
