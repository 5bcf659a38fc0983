package dev.docket.client.common.chart;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// Figures as a picture that is gone through value by value, with the mouse or by [#step]. The value at hand is
/// marked, and said in words to whoever looks and whoever listens.
public abstract class Drawing extends Region {
    /// No value is at hand.
    static final int NOWHERE = -1;

    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
    private String summary = "";
    private int at = NOWHERE;

    Drawing(String style) {
        getStyleClass().addAll("drawing", style);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(valueAt(event.getX(), event.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> {
            if (!isFocused()) {
                point(NOWHERE);
            }
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    }

    /// How many values it has.
    abstract int values();

    /// One of them in words.
    abstract String said(int value);

    /// Which of them is drawn at a place, or [#NOWHERE].
    abstract int valueAt(double x, double y);

    /// Shows one of them, or with [#NOWHERE] none, as at hand.
    abstract void mark(int value);

    /// Says what all of it tells, to whoever cannot see it.
    public final void describe(String whole) {
        summary = whole;
        tell();
    }

    /// Takes the next value in hand, or with a negative number the one before.
    public final void step(int by) {
        if (values() > 0) {
            int from = at == NOWHERE ? (by > 0 ? NOWHERE : values()) : at;
            point(Math.clamp((long) from + by, 0, values() - 1));
        }
    }

    /// The value at hand in words; empty while there is none.
    public final ReadOnlyStringProperty captionProperty() {
        return caption.getReadOnlyProperty();
    }

    final int at() {
        return at;
    }

    final void point(int value) {
        at = value;
        mark(value);
        tell();
    }

    /// After other figures took the place of the former ones.
    final void renewed() {
        point(at < values() ? at : NOWHERE);
        requestLayout();
    }

    private void tell() {
        caption.set(at == NOWHERE ? "" : said(at));
        setAccessibleText(caption.get().isEmpty() ? summary : caption.get());
    }

    static Region part(String style) {
        var region = new Region();
        region.getStyleClass().add(style);
        region.setMouseTransparent(true);
        return region;
    }

    static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setMouseTransparent(true);
        return label;
    }
}
