package dev.docket.client.common.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/// How values are spread now, as columns, over how they were spread then, as steps.
public final class DistributionChart extends Drawing {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double LEFT = 40;
    private static final double HEAD = 6;
    private static final double FOOT = 22;
    private static final double LEAST = 110;

    /// A stretch of values.
    ///
    /// @param name below it; empty for none
    /// @param then the share of all values then; null where it is not known
    /// @param now the share of all values now
    /// @param said all of it in words
    public record Bin(String name, @Nullable Double then, double now, String said) {}

    private final List<Region> columns = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final List<Label> ticks = new ArrayList<>();
    private final List<Region> grid = new ArrayList<>();
    private final Region base = part("base");
    private final Region cursor = part("cursor");
    private final Path steps = new Path();
    private List<Bin> bins = List.of();
    private Axis y = new Axis("", 0, 1, List.of());

    public DistributionChart() {
        super("distribution-chart");
        steps.getStyleClass().add("other");
        steps.setMouseTransparent(true);
        steps.setManaged(false);
        setMinHeight(LEAST);
        cursor.setVisible(false);
    }

    /// @param shares what is laid off upwards
    public void show(Axis shares, List<Bin> shown) {
        y = shares;
        bins = List.copyOf(shown);
        columns.clear();
        names.clear();
        ticks.clear();
        grid.clear();
        for (var bin : bins) {
            columns.add(part("column"));
            var name = label("tick");
            name.setText(bin.name());
            names.add(name);
        }
        for (var tick : y.ticks()) {
            var label = label("tick");
            label.setText(tick.name());
            ticks.add(label);
            grid.add(part("grid"));
        }
        getChildren().setAll(grid);
        getChildren().add(cursor);
        getChildren().addAll(columns);
        getChildren().addAll(steps, base);
        getChildren().addAll(names);
        getChildren().addAll(ticks);
        renewed();
    }

    @Override
    int values() {
        return bins.size();
    }

    @Override
    String said(int value) {
        return bins.get(value).said();
    }

    @Override
    int valueAt(double x, double atY) {
        int index = (int) Math.floor((x - LEFT) / step());
        return index >= 0 && index < bins.size() ? index : NOWHERE;
    }

    @Override
    void mark(int value) {
        cursor.setVisible(value != NOWHERE);
        for (int at = 0; at < columns.size(); at++) {
            columns.get(at).pseudoClassStateChanged(CURRENT, at == value);
        }
        requestLayout();
    }

    private double step() {
        return Math.max(1, (getWidth() - LEFT) / Math.max(1, bins.size()));
    }

    private double floor() {
        return getHeight() - FOOT;
    }

    private double top(double share) {
        return Math.round(floor() - y.share(share) * (floor() - HEAD));
    }

    @Override
    protected double computePrefHeight(double width) {
        return LEAST;
    }

    @Override
    protected void layoutChildren() {
        for (int at = 0; at < ticks.size(); at++) {
            double height = top(y.ticks().get(at).at());
            var label = ticks.get(at);
            double wide = label.prefWidth(-1);
            double tall = label.prefHeight(-1);
            label.resizeRelocate(Math.round(LEFT - 8 - wide), Math.round(height - tall / 2), wide, tall);
            grid.get(at).resizeRelocate(LEFT, height, getWidth() - LEFT, 1);
        }
        base.resizeRelocate(LEFT, floor(), getWidth() - LEFT, 1);
        steps.getElements().clear();
        for (int at = 0; at < bins.size(); at++) {
            place(at);
        }
        if (cursor.isVisible()) {
            double left = Math.round(LEFT + at() * step());
            cursor.resizeRelocate(left, HEAD, Math.round(LEFT + (at() + 1) * step()) - left, floor() - HEAD);
        }
    }

    private void place(int at) {
        double left = Math.round(LEFT + at * step());
        double right = Math.round(LEFT + (at + 1) * step());
        double top = top(bins.get(at).now());
        columns.get(at).resizeRelocate(left + 1, top, Math.max(1, right - left - 2), Math.max(0, floor() - top));
        var then = bins.get(at).then();
        if (then != null) {
            var begin = steps.getElements().isEmpty() ? new MoveTo(left, top(then)) : new LineTo(left, top(then));
            steps.getElements().addAll(begin, new LineTo(right, top(then)));
        }
        var name = names.get(at);
        double wide = name.prefWidth(-1);
        double middle = (left + right) / 2 - wide / 2;
        double from = Math.clamp(middle, 0, Math.max(0, getWidth() - wide));
        name.resizeRelocate(Math.round(from), floor() + 4, wide, name.prefHeight(-1));
    }
}
