package dev.docket.client.insights;

import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Figure;
import dev.docket.dto.insights.Insight.Unit;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;

/// A row for each figure: its name, a bar of its size or a dot with its interval, a tick at its target, the number.
///
/// A count is a bar, because its length is the number. An estimate is a dot on a line, because a bar would hide where
/// else it may lie.
final class RowsChart extends Region {
    private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double LEAST_ROW = 18;
    private static final double MOST_ROW = 26;
    private static final double NAME_SHARE = 0.32;
    private static final double LONGEST_NAME = 150;
    private static final double VALUE = 64;
    private static final double GAP = 12;
    private static final double DOT = 8;
    private static final double BAR = 8;

    private final FigureWords words;
    private final List<Row> rows = new ArrayList<>();
    private final Label more = new Label();
    private Scale scale = new Scale(1);

    RowsChart(FigureWords words) {
        this.words = words;
        getStyleClass().add("rows-chart");
        more.getStyleClass().add("faint");
    }

    /// One row's pieces.
    private static final class Row {
        private final Figure figure;
        private final Region back = Parts.part("row-back");
        private final Label name = new Label();
        private final Label value = new Label();
        private final Region track = Parts.part("track");
        private final Region bar = Parts.part("bar");
        private final Region range = Parts.part("range");
        private final Region from = Parts.part("end");
        private final Region to = Parts.part("end");
        private final Region dot = Parts.part("dot");
        private final Region target = Parts.part("target");

        private Row(Figure figure) {
            this.figure = figure;
            name.getStyleClass().add("row-name");
            name.setTextOverrun(OverrunStyle.ELLIPSIS);
            name.setMouseTransparent(true);
            value.getStyleClass().add("row-value");
            value.setMouseTransparent(true);
            List.of(bar, range, from, to, dot, value)
                    .forEach(part -> part.pseudoClassStateChanged(MISSED, figure.missed()));
        }

        private List<Region> parts() {
            return List.of(back, name, track, bar, range, from, to, target, dot, value);
        }
    }

    void show(Insight insight) {
        scale = Scale.of(insight);
        rows.clear();
        getChildren().clear();
        for (Figure figure : insight.figures()) {
            var row = new Row(figure);
            row.name.setText(words.name(figure));
            row.value.setText(figure.value() == null ? "–" : words.value(insight, figure.value()));
            boolean isEstimate = insight.unit() == Unit.SHARE || insight.unit() == Unit.ALPHA;
            boolean isKnown = figure.value() != null;
            see(row.bar, isKnown && !isEstimate);
            see(row.dot, isKnown && isEstimate);
            boolean hasInterval = isKnown && figure.low() != null && figure.high() != null;
            List.of(row.range, row.from, row.to).forEach(part -> see(part, hasInterval));
            see(row.target, figure.target() != null);
            rows.add(row);
            getChildren().addAll(row.parts());
        }
        getChildren().add(more);
        requestLayout();
    }

    private static void see(Region part, boolean seen) {
        part.setVisible(seen);
    }

    void mark(int index) {
        for (int row = 0; row < rows.size(); row++) {
            rows.get(row).back.pseudoClassStateChanged(CURRENT, row == index);
        }
    }

    /// Which figure is drawn at a height.
    int at(double y) {
        double height = rowHeight();
        int index = (int) Math.floor(y / height);
        return index >= 0 && index < fitting(height) ? index : FiguresModel.NOWHERE;
    }

    private double rowHeight() {
        return Math.clamp(getHeight() / Math.max(1, rows.size()), LEAST_ROW, MOST_ROW);
    }

    private int fitting(double rowHeight) {
        return (int) Math.min(rows.size(), Math.floor(getHeight() / rowHeight));
    }

    @Override
    protected double computePrefHeight(double width) {
        return rows.size() * MOST_ROW;
    }

    @Override
    protected void layoutChildren() {
        double height = rowHeight();
        int fitting = fitting(height);
        boolean isCut = fitting < rows.size();
        int shown = isCut ? fitting - 1 : fitting;
        for (int row = 0; row < rows.size(); row++) {
            boolean isShown = row < shown;
            rows.get(row).parts().forEach(part -> part.setOpacity(isShown ? 1 : 0));
            if (isShown) {
                place(rows.get(row), Math.round(row * height), height);
            }
        }
        more.setVisible(isCut);
        if (isCut) {
            more.setText(words.text("insights.more", rows.size() - shown));
            more.resizeRelocate(0, Math.round(shown * height), getWidth(), height);
        }
    }

    private void place(Row row, double top, double height) {
        double nameWidth = Math.min(LONGEST_NAME, Math.round(getWidth() * NAME_SHARE));
        double left = nameWidth + GAP;
        double width = Math.max(0, getWidth() - left - GAP - VALUE);
        double middle = Math.round(top + height / 2);
        row.back.resizeRelocate(-8, top, getWidth() + 16, height);
        row.name.resizeRelocate(0, top, nameWidth, height);
        row.value.resizeRelocate(getWidth() - VALUE, top, VALUE, height);
        row.track.resizeRelocate(left, middle - 0.5, width, 1);
        if (row.figure.target() != null) {
            double at = left + Math.round(scale.share(row.figure.target()) * width);
            row.target.resizeRelocate(Math.min(at, left + width - 2), middle - 7, 2, 14);
        }
        if (row.figure.value() != null) {
            double end = Math.round(scale.share(row.figure.value()) * width);
            row.bar.resizeRelocate(left, middle - BAR / 2, Math.max(2, end), BAR);
            row.dot.resizeRelocate(left + end - DOT / 2, middle - DOT / 2, DOT, DOT);
        }
        if (row.figure.low() != null && row.figure.high() != null) {
            double from = left + Math.round(scale.share(row.figure.low()) * width);
            double to = left + Math.round(scale.share(row.figure.high()) * width);
            row.range.resizeRelocate(from, middle - 1, Math.max(2, to - from), 2);
            row.from.resizeRelocate(from - 1, middle - 4, 2, 8);
            row.to.resizeRelocate(to - 1, middle - 4, 2, 8);
        }
    }
}
