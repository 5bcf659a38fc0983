package dev.docket.client.insights;

import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Figure;
import dev.docket.dto.insights.Insight.Shape;
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

/// Figures one after the other in time: counts as columns, levels as a line over the band they
/// may lie in. A target is a dash across each stretch that has one, so that one which moves is
/// drawn as it moves. What is not known is a gap.
final class TimeChart extends Region {
    private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double AXIS = 44;
    private static final double FOOT = 20;
    private static final double HEAD = 8;
    private static final double TIMES = 4;
    private static final double DOT = 7;
    private static final double WIDEST_COLUMN = 36;

    private final FigureWords words;
    private final Label most = tick();
    private final Label half = tick();
    private final Label none = tick();
    private final Region mostLine = Parts.part("grid");
    private final Region halfLine = Parts.part("grid");
    private final Region base = Parts.part("base");
    private final Region cursor = Parts.part("cursor");
    private final Polygon band = new Polygon();
    private final Path line = new Path();
    private final List<Region> marks = new ArrayList<>();
    private final List<Region> targets = new ArrayList<>();
    private final List<Label> times = new ArrayList<>();
    private @Nullable Insight shown;
    private Scale scale = new Scale(1);
    private int current = FiguresModel.NOWHERE;

    TimeChart(FigureWords words) {
        this.words = words;
        getStyleClass().add("time-chart");
        band.getStyleClass().add("band");
        band.setMouseTransparent(true);
        line.getStyleClass().add("line");
        line.setMouseTransparent(true);
        band.setManaged(false);
        line.setManaged(false);
    }

    private static Label tick() {
        var label = new Label();
        label.getStyleClass().add("tick");
        label.setMouseTransparent(true);
        return label;
    }

    void show(Insight insight) {
        shown = insight;
        scale = Scale.of(insight);
        most.setText(words.tick(insight, scale.most()));
        half.setText(words.tick(insight, scale.most() / 2));
        none.setText(words.tick(insight, 0));
        marks.clear();
        targets.clear();
        times.clear();
        boolean isLine = insight.shape() == Shape.LINE;
        for (Figure figure : insight.figures()) {
            var mark = Parts.part(isLine ? "dot" : "column");
            mark.pseudoClassStateChanged(MISSED, figure.missed());
            mark.setVisible(figure.value() != null);
            marks.add(mark);
            var target = Parts.part("target");
            target.setVisible(figure.target() != null);
            targets.add(target);
        }
        band.setVisible(isLine);
        line.setVisible(isLine);
        nameTimes(insight);
        getChildren().setAll(mostLine, halfLine, cursor, band, line);
        getChildren().addAll(marks);
        getChildren().addAll(targets);
        getChildren().addAll(base, most, half, none);
        getChildren().addAll(times);
        mark(current);
        requestLayout();
    }

    private void nameTimes(Insight insight) {
        int all = insight.figures().size();
        int every = (int) Math.max(1, Math.ceil(all / TIMES));
        for (int at = 0; at < all; at++) {
            var label = tick();
            var from = insight.figures().get(at).at();
            label.setText(at % every == 0 && from != null ? words.time(insight, from) : "");
            times.add(label);
        }
    }

    void mark(int index) {
        current = index;
        cursor.setVisible(index >= 0 && index < marks.size());
        for (int at = 0; at < marks.size(); at++) {
            marks.get(at).pseudoClassStateChanged(CURRENT, at == index);
        }
        requestLayout();
    }

    /// Which figure is drawn at a place.
    int at(double x) {
        int index = (int) Math.floor((x - AXIS) / step());
        return index >= 0 && index < marks.size() ? index : FiguresModel.NOWHERE;
    }

    private double step() {
        return Math.max(1, (getWidth() - AXIS) / Math.max(1, marks.size()));
    }

    private double y(double value) {
        double floor = getHeight() - FOOT;
        return Math.round(floor - scale.share(value) * (floor - HEAD));
    }

    @Override
    protected void layoutChildren() {
        if (shown == null) {
            return;
        }
        double floor = getHeight() - FOOT;
        axis(most, mostLine, y(scale.most()));
        axis(half, halfLine, y(scale.most() / 2));
        axis(none, base, floor);
        var figures = shown.figures();
        for (int at = 0; at < figures.size(); at++) {
            place(figures.get(at), at, floor, shown.shape() == Shape.LINE);
        }
        if (shown.shape() == Shape.LINE) {
            draw(figures);
        }
        if (cursor.isVisible()) {
            cursor.resizeRelocate(Math.round(AXIS + current * step()), HEAD, Math.ceil(step()), floor - HEAD);
        }
    }

    private void axis(Label label, Region grid, double y) {
        double height = label.prefHeight(-1);
        label.resizeRelocate(0, Math.round(y - height / 2), AXIS - 8, height);
        grid.resizeRelocate(AXIS, y, getWidth() - AXIS, 1);
    }

    private void place(Figure figure, int at, double floor, boolean isLine) {
        double left = AXIS + at * step();
        double middle = Math.round(left + step() / 2);
        double width = Math.max(2, Math.min(WIDEST_COLUMN, Math.round(step() * 0.7)));
        var mark = marks.get(at);
        if (figure.value() != null && isLine) {
            mark.resizeRelocate(middle - DOT / 2, y(figure.value()) - DOT / 2, DOT, DOT);
        } else if (figure.value() != null) {
            double top = y(figure.value());
            mark.resizeRelocate(Math.round(middle - width / 2), top, width, Math.max(0, floor - top));
        }
        if (figure.target() != null) {
            targets.get(at).resizeRelocate(Math.round(left), y(figure.target()) - 1, Math.ceil(step()), 2);
        }
        var time = times.get(at);
        double wide = time.prefWidth(-1);
        double from = Math.clamp(middle - wide / 2, 0, Math.max(0, getWidth() - wide));
        time.resizeRelocate(Math.round(from), floor + 4, wide, time.prefHeight(-1));
    }

    private void draw(List<Figure> figures) {
        line.getElements().clear();
        var upper = new ArrayList<Double>();
        var lower = new ArrayList<Double>();
        boolean isOn = false;
        for (int at = 0; at < figures.size(); at++) {
            var figure = figures.get(at);
            double x = Math.round(AXIS + (at + 0.5) * step());
            if (figure.value() == null) {
                isOn = false;
                continue;
            }
            line.getElements().add(isOn ? new LineTo(x, y(figure.value())) : new MoveTo(x, y(figure.value())));
            isOn = true;
            if (figure.low() != null && figure.high() != null) {
                upper.addAll(List.of(x, y(figure.high())));
                lower.addAll(0, List.of(x, y(figure.low())));
            }
        }
        band.getPoints().setAll(upper);
        band.getPoints().addAll(lower);
    }
}
