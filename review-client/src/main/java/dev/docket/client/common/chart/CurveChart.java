package dev.docket.client.common.chart;

import dev.docket.client.common.chart.Curve.Point;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;

/// One curve over two axes, over another that it is compared with: the first as a full line with its band and full
/// dots, the other as a dashed line. Where the two axes measure the same thing, a diagonal says what would be right.
public final class CurveChart extends Drawing {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final Axis NONE = new Axis("", 0, 1, List.of());
    private static final double LEFT = 40;
    private static final double HEAD = 22;
    private static final double FOOT = 38;
    private static final double RIGHT = 8;
    private static final double DOT = 7;
    private static final double LEAST = 150;

    private final Label nameOfX = label("axis-name");
    private final Label nameOfY = label("axis-name");
    private final List<Label> ticksOfX = new ArrayList<>();
    private final List<Label> ticksOfY = new ArrayList<>();
    private final List<Region> grid = new ArrayList<>();
    private final List<Region> dots = new ArrayList<>();
    private final Region base = part("base");
    private final Region cursor = part("cursor");
    private final Region mark = part("mark");
    private final Path diagonal = path("diagonal");
    private final Path first = path("first");
    private final Path other = path("other");
    private final Polygon band = new Polygon();
    private Axis x = NONE;
    private Axis y = NONE;
    private Curve curve = new Curve(List.of(), false);
    private @Nullable Curve beside;
    private @Nullable Double marked;
    private boolean isDiagonal;

    public CurveChart() {
        super("curve-chart");
        band.getStyleClass().add("band");
        band.setMouseTransparent(true);
        band.setManaged(false);
        setMinHeight(LEAST);
        cursor.setVisible(false);
    }

    private static Path path(String style) {
        var path = new Path();
        path.getStyleClass().add(style);
        path.setMouseTransparent(true);
        path.setManaged(false);
        return path;
    }

    /// @param compared drawn beneath it; null where there is none
    /// @param at a value of the horizontal axis that is marked, such as a threshold
    /// @param withDiagonal whether both axes measure the same
    public void show(
            Axis horizontal,
            Axis vertical,
            Curve shown,
            @Nullable Curve compared,
            @Nullable Double at,
            boolean withDiagonal) {
        x = horizontal;
        y = vertical;
        curve = shown;
        beside = compared;
        marked = at;
        isDiagonal = withDiagonal;
        nameOfX.setText(x.name());
        nameOfY.setText(y.name());
        fill(ticksOfX, x);
        fill(ticksOfY, y);
        grid.clear();
        y.ticks().forEach(tick -> grid.add(part("grid")));
        dots.clear();
        curve.points().forEach(point -> dots.add(part("dot")));
        diagonal.setVisible(isDiagonal);
        mark.setVisible(marked != null);
        other.setVisible(beside != null);
        getChildren().setAll(grid);
        getChildren().addAll(cursor, diagonal, band, other, first, mark, base);
        getChildren().addAll(dots);
        getChildren().addAll(ticksOfX);
        getChildren().addAll(ticksOfY);
        getChildren().addAll(nameOfX, nameOfY);
        renewed();
    }

    private static void fill(List<Label> labels, Axis axis) {
        labels.clear();
        for (var tick : axis.ticks()) {
            var label = label("tick");
            label.setText(tick.name());
            labels.add(label);
        }
    }

    @Override
    int values() {
        return curve.points().size();
    }

    @Override
    String said(int value) {
        return curve.points().get(value).said();
    }

    @Override
    int valueAt(double atX, double atY) {
        int nearest = NOWHERE;
        double least = Double.MAX_VALUE;
        for (int at = 0; at < values(); at++) {
            double away = Math.abs(left(curve.points().get(at).x()) - atX);
            if (away < least) {
                least = away;
                nearest = at;
            }
        }
        return nearest;
    }

    @Override
    void mark(int value) {
        cursor.setVisible(value != NOWHERE);
        for (int at = 0; at < dots.size(); at++) {
            dots.get(at).setVisible(curve.dots() || at == value);
            dots.get(at).pseudoClassStateChanged(CURRENT, at == value);
        }
        requestLayout();
    }

    private double left(double value) {
        return Math.round(LEFT + x.share(value) * (getWidth() - LEFT - RIGHT));
    }

    private double floor() {
        return getHeight() - FOOT;
    }

    private double top(double value) {
        return Math.round(floor() - y.share(value) * (floor() - HEAD));
    }

    @Override
    protected double computePrefHeight(double width) {
        return LEAST;
    }

    @Override
    protected void layoutChildren() {
        place(nameOfY, 0, 0);
        place(nameOfX, getWidth() - RIGHT - nameOfX.prefWidth(-1), getHeight() - nameOfX.prefHeight(-1));
        for (int at = 0; at < ticksOfY.size(); at++) {
            double height = top(y.ticks().get(at).at());
            var label = ticksOfY.get(at);
            place(label, LEFT - 8 - label.prefWidth(-1), height - label.prefHeight(-1) / 2);
            grid.get(at).resizeRelocate(LEFT, height, getWidth() - LEFT - RIGHT, 1);
        }
        for (int at = 0; at < ticksOfX.size(); at++) {
            var label = ticksOfX.get(at);
            double wide = label.prefWidth(-1);
            double from = left(x.ticks().get(at).at()) - wide / 2;
            place(label, Math.clamp(from, 0, Math.max(0, getWidth() - wide)), floor() + 4);
        }
        base.resizeRelocate(LEFT, floor(), getWidth() - LEFT - RIGHT, 1);
        if (marked != null) {
            mark.resizeRelocate(left(marked), HEAD, 1, floor() - HEAD);
        }
        diagonal.getElements().setAll(new MoveTo(left(x.from()), top(x.from())), new LineTo(left(x.to()), top(x.to())));
        draw(first, curve);
        if (beside != null) {
            draw(other, beside);
        }
        drawBand();
        for (int at = 0; at < dots.size(); at++) {
            var point = curve.points().get(at);
            dots.get(at).resizeRelocate(left(point.x()) - DOT / 2, top(point.y()) - DOT / 2, DOT, DOT);
        }
        if (cursor.isVisible()) {
            cursor.resizeRelocate(left(curve.points().get(at()).x()) - 4, HEAD, 9, floor() - HEAD);
        }
    }

    private static void place(Label label, double left, double top) {
        label.resizeRelocate(Math.round(left), Math.round(top), label.prefWidth(-1), label.prefHeight(-1));
    }

    private void draw(Path path, Curve drawn) {
        path.getElements().clear();
        for (Point point : drawn.points()) {
            path.getElements()
                    .add(
                            path.getElements().isEmpty()
                                    ? new MoveTo(left(point.x()), top(point.y()))
                                    : new LineTo(left(point.x()), top(point.y())));
        }
    }

    private void drawBand() {
        var upper = new ArrayList<Double>();
        var lower = new ArrayList<Double>();
        for (Point point : curve.points()) {
            if (point.low() != null && point.high() != null) {
                upper.addAll(List.of(left(point.x()), top(point.high())));
                lower.addAll(0, List.of(left(point.x()), top(point.low())));
            }
        }
        band.getPoints().setAll(upper);
        band.getPoints().addAll(lower);
    }
}
