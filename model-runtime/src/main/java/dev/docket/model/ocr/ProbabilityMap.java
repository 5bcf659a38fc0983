package dev.docket.model.ocr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// How surely each pixel of a picture belongs to a line of text.
///
/// What is done with it is the post-processing of differentiable binarisation (M. Liao, Z. Wan, C. Yao, K.
/// Chen, X. Bai, "Real-time Scene Text Detection with Differentiable Binarization", AAAI 2020): pixels above a
/// threshold that hang together are one line. The model was taught lines that were made thinner, so that
/// neighbours do not touch; each box is therefore grown by its area over its circumference, times a factor
/// ("unclip", after Vatti's clipping). As boxes are rectangles, growing them needs no clipping of polygons.
final class ProbabilityMap {
    /// Of a box's shorter side in pixels; what is smaller is noise.
    private static final double LEAST_SIDE = 3;

    private final float[] cells;
    private final int columns;
    private final int rows;

    ProbabilityMap(float[] cells, int columns, int rows) {
        this.cells = cells;
        this.columns = columns;
        this.rows = rows;
    }

    /// The boxes of all lines, in the map's pixels.
    ///
    /// @param threshold of a pixel
    /// @param boxThreshold of the mean within a box, before it grows
    /// @param unclip factor by which it grows
    List<Box> lines(double threshold, double boxThreshold, double unclip) {
        var lines = new ArrayList<Box>();
        for (var blot : blots(threshold)) {
            var box = blot.box();
            if (box.shorter() >= LEAST_SIDE && mean(box) >= boxThreshold) {
                double around = 4 * (box.halfWidth() + box.halfHeight());
                lines.add(box.grown(box.area() * unclip / around));
            }
        }
        return lines;
    }

    /// Pixels that touch, be it at a corner, in the order of the first of each.
    private List<Blot> blots(double threshold) {
        var blots = new ArrayList<Blot>();
        var seen = new boolean[cells.length];
        for (int cell = 0; cell < cells.length; cell++) {
            if (!seen[cell] && cells[cell] > threshold) {
                var blot = blot(cell, threshold, seen);
                if (blot.size() > LEAST_SIDE) {
                    blots.add(blot);
                }
            }
        }
        return blots;
    }

    private Blot blot(int first, double threshold, boolean[] seen) {
        var blot = new Blot(first / columns);
        var waiting = new ArrayDeque<Integer>();
        seen[first] = true;
        waiting.add(first);
        while (!waiting.isEmpty()) {
            int cell = waiting.remove();
            int x = cell % columns;
            int y = cell / columns;
            blot.add(x, y);
            for (int nextY = Math.max(0, y - 1); nextY <= Math.min(rows - 1, y + 1); nextY++) {
                for (int nextX = Math.max(0, x - 1); nextX <= Math.min(columns - 1, x + 1); nextX++) {
                    int next = nextY * columns + nextX;
                    if (!seen[next] && cells[next] > threshold) {
                        seen[next] = true;
                        waiting.add(next);
                    }
                }
            }
        }
        return blot;
    }

    /// Of the pixels whose middle lies within those on the box's edge: the edge itself is half outside, which would
    /// count against what is thin.
    private double mean(Box whole) {
        var box = whole.grown(-0.5);
        double reachX = Math.abs(box.acrossX()) + Math.abs(box.downX());
        double reachY = Math.abs(box.acrossY()) + Math.abs(box.downY());
        int left = Math.clamp((long) Math.floor(box.middleX() - reachX), 0, columns - 1);
        int right = Math.clamp((long) Math.ceil(box.middleX() + reachX), 0, columns - 1);
        int top = Math.clamp((long) Math.floor(box.middleY() - reachY), 0, rows - 1);
        int bottom = Math.clamp((long) Math.ceil(box.middleY() + reachY), 0, rows - 1);
        double sum = 0;
        int count = 0;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                if (box.holds(x + 0.5, y + 0.5)) {
                    sum += cells[y * columns + x];
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
