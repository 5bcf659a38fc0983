package dev.docket.client.common.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Figures one below the other, each in a row with its name: an amount as a bar, an estimate as a dot on the line that
/// it may lie in, and beneath it, hollow, the one that it is compared with. A tick stands at what is wished or allowed.
public final class RowChart extends Drawing {
    private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double ROW = 26;
    private static final double DOUBLE_ROW = 32;
    private static final double NAME_SHARE = 0.34;
    private static final double LONGEST_NAME = 170;
    private static final double GAP = 12;
    private static final double BAR = 8;
    private static final double DOT = 8;
    private static final double HOLLOW = 7;

    /// One row.
    ///
    /// @param bar an amount; null where the row has none
    /// @param first an estimate; null where the row has none
    /// @param other what it is compared with
    /// @param value beside the row, in words
    /// @param missed whether it is worse than what is wished or allowed
    /// @param said all of it in words
    public record Row(
            String name,
            @Nullable Double bar,
            @Nullable Estimate first,
            @Nullable Estimate other,
            String value,
            boolean missed,
            String said) {
        public static Row bar(String name, @Nullable Double bar, String value, boolean missed, String said) {
            return new Row(name, bar, null, null, value, missed, said);
        }

        public static Row estimate(
                String name,
                @Nullable Estimate first,
                @Nullable Estimate other,
                String value,
                boolean missed,
                String said) {
            return new Row(name, null, first, other, value, missed, said);
        }
    }

    private static final class Drawn {
        private final Row row;
        private final Region back = part("row-back");
        private final Label name = label("row-name");
        private final Label value = label("row-value");
        private final Region track = part("track");
        private final Region bar = part("bar");
        private final Region target = part("target");
        private final List<Region> first = List.of(part("range"), part("end"), part("end"), part("dot"));
        private final List<Region> other = List.of(part("other-range"), part("other-dot"));

        private Drawn(Row row, boolean hasTarget) {
            this.row = row;
            name.setText(row.name());
            name.setTextOverrun(OverrunStyle.ELLIPSIS);
            value.setText(row.value());
            target.setVisible(hasTarget);
            bar.setVisible(row.bar() != null);
            first.forEach(part -> part.setVisible(row.first() != null));
            first.subList(0, 3)
                    .forEach(part ->
                            part.setVisible(row.first() != null && row.first().hasInterval()));
            other.forEach(part -> part.setVisible(row.other() != null));
            List.of(value, bar).forEach(part -> part.pseudoClassStateChanged(MISSED, row.missed()));
            first.forEach(part -> part.pseudoClassStateChanged(MISSED, row.missed()));
        }

        private List<Region> parts() {
            var parts = new ArrayList<Region>(List.of(back, name, track, bar));
            parts.addAll(other);
            parts.addAll(first);
            parts.addAll(List.of(target, value));
            return parts;
        }
    }

    private final List<Drawn> rows = new ArrayList<>();
    private final double valueWidth;
    private IntConsumer chosen = index -> {};
    private double from;
    private double to = 1;
    private @Nullable Double target;
    private boolean isDouble;
    private boolean isNamed;
    private boolean isTall;

    /// @param valueWidth what the words beside the rows take
    public RowChart(double valueWidth) {
        super("row-chart");
        this.valueWidth = valueWidth;
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            int row = valueAt(event.getX(), event.getY());
            if (row != NOWHERE) {
                chosen.accept(row);
            }
        });
    }

    /// @param least what the rows begin with
    /// @param most what they end with
    /// @param wished a value that every row is measured by; null where there is none
    public void show(double least, double most, @Nullable Double wished, List<Row> shown) {
        from = least;
        to = most <= least ? least + 1 : most;
        target = wished;
        isDouble = shown.stream().anyMatch(row -> row.other() != null);
        isNamed = shown.stream().anyMatch(row -> !row.name().isEmpty());
        rows.clear();
        getChildren().clear();
        for (Row row : shown) {
            var drawn = new Drawn(row, target != null);
            rows.add(drawn);
            getChildren().addAll(drawn.parts());
        }
        setMinHeight(rows.size() * height());
        renewed();
    }

    /// Marks a row as the one that others on the screen speak of; a negative index marks none.
    public void choose(int index) {
        for (int at = 0; at < rows.size(); at++) {
            rows.get(at).back.pseudoClassStateChanged(CHOSEN, at == index);
        }
    }

    /// Told of the row that somebody clicked.
    public void onChosen(IntConsumer listener) {
        chosen = listener;
        getStyleClass().add("to-be-chosen");
    }

    /// Makes its rows as high as those of a chart beside it that compares.
    public void tall(boolean like) {
        isTall = like;
    }

    private double height() {
        return isDouble || isTall ? DOUBLE_ROW : ROW;
    }

    @Override
    int values() {
        return rows.size();
    }

    @Override
    String said(int value) {
        return rows.get(value).row.said();
    }

    @Override
    int valueAt(double x, double y) {
        int index = (int) Math.floor(y / height());
        return index >= 0 && index < rows.size() ? index : NOWHERE;
    }

    @Override
    void mark(int value) {
        for (int at = 0; at < rows.size(); at++) {
            rows.get(at).back.pseudoClassStateChanged(CURRENT, at == value);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return rows.size() * height();
    }

    @Override
    protected void layoutChildren() {
        for (int row = 0; row < rows.size(); row++) {
            place(rows.get(row), Math.round(row * height()));
        }
    }

    private double share(double value) {
        return Math.clamp((value - from) / (to - from), 0, 1);
    }

    private void place(Drawn drawn, double top) {
        double height = height();
        double nameWidth = isNamed ? Math.min(LONGEST_NAME, Math.round(getWidth() * NAME_SHARE)) : 0;
        double left = isNamed ? nameWidth + GAP : 0;
        double width = Math.max(0, getWidth() - left - GAP - valueWidth);
        double middle = Math.round(top + height / 2);
        double upper = isDouble ? middle - 4 : middle;
        drawn.back.resizeRelocate(-8, top, getWidth() + 16, height);
        drawn.name.resizeRelocate(0, top, nameWidth, height);
        drawn.value.resizeRelocate(getWidth() - valueWidth, top, valueWidth, height);
        drawn.track.resizeRelocate(left, middle - 0.5, width, 1);
        if (target != null) {
            double at = left + Math.round(share(target) * width);
            drawn.target.resizeRelocate(Math.min(at, left + width - 2), middle - 7, 2, 14);
        }
        var bar = drawn.row.bar();
        if (bar != null) {
            drawn.bar.resizeRelocate(left, middle - BAR / 2, Math.max(2, Math.round(share(bar) * width)), BAR);
        }
        place(drawn.first, drawn.row.first(), left, width, upper, DOT);
        var other = drawn.row.other();
        if (other != null) {
            double at = left + Math.round(share(other.value()) * width);
            double begins = left + Math.round(share(other.low()) * width);
            double ends = left + Math.round(share(other.high()) * width);
            drawn.other.getFirst().resizeRelocate(begins, middle + 4, Math.max(1, ends - begins), 1);
            drawn.other.getLast().resizeRelocate(at - HOLLOW / 2, middle + 4.5 - HOLLOW / 2, HOLLOW, HOLLOW);
        }
    }

    private void place(
            List<Region> parts, @Nullable Estimate estimate, double left, double width, double middle, double dot) {
        if (estimate == null) {
            return;
        }
        double at = left + Math.round(share(estimate.value()) * width);
        double begins = left + Math.round(share(estimate.low()) * width);
        double ends = left + Math.round(share(estimate.high()) * width);
        parts.get(0).resizeRelocate(begins, middle - 1, Math.max(2, ends - begins), 2);
        parts.get(1).resizeRelocate(begins - 1, middle - 4, 2, 8);
        parts.get(2).resizeRelocate(ends - 1, middle - 4, 2, 8);
        parts.get(3).resizeRelocate(at - dot / 2, middle - dot / 2, dot, dot);
    }
}
