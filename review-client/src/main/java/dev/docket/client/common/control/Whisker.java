package dev.docket.client.common.control;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/// A figure of 0..1 as a dot, the interval it may lie in as a line with ends, and a tick at what is wanted.
///
/// The whole interval is drawn, so that a figure of few observations looks as unsure as it is. Below zero is drawn at
/// zero: an agreement worse than chance says so in its number.
public final class Whisker extends Region {
    private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");
    private static final double HEIGHT = 12;
    private static final double DOT = 8;
    private static final double END = 8;

    private final Region track = part("track");
    private final Region range = part("range");
    private final Region from = part("end");
    private final Region to = part("end");
    private final Region dot = part("dot");
    private final Region target = part("target");
    private double value;
    private double low;
    private double high;
    private double wanted;

    public Whisker() {
        getStyleClass().add("whisker");
        getChildren().addAll(track, target, range, from, to, dot);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
    }

    /// @param missed whether the figure misses what was wished by enough to be drawn as a warning
    public void show(double figure, double lowest, double highest, double wished, boolean missed) {
        value = Math.clamp(figure, 0, 1);
        low = Math.clamp(lowest, 0, 1);
        high = Math.clamp(highest, 0, 1);
        wanted = Math.clamp(wished, 0, 1);
        pseudoClassStateChanged(MISSED, missed);
        requestLayout();
    }

    private static Region part(String name) {
        var region = new Region();
        region.getStyleClass().add(name);
        return region;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - DOT;
        double middle = Math.round(getHeight() / 2);
        track.resizeRelocate(0, middle - 0.5, getWidth(), 1);
        target.resizeRelocate(at(wanted, width) - 1, middle - HEIGHT / 2, 2, HEIGHT);
        double left = at(low, width);
        double right = at(high, width);
        range.resizeRelocate(left, middle - 1, Math.max(2, right - left), 2);
        from.resizeRelocate(left - 1, middle - END / 2, 2, END);
        to.resizeRelocate(right - 1, middle - END / 2, 2, END);
        dot.resizeRelocate(at(value, width) - DOT / 2, middle - DOT / 2, DOT, DOT);
    }

    private static double at(double share, double width) {
        return Math.round(DOT / 2 + share * width);
    }
}
