package dev.docket.model.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Pixels that hang together, as the first and last of each of their rows: no other can lie on the edge of the
/// smallest box around them.
final class Blot {
    private static final double SLIGHT = 1e-9;

    private final int top;
    private final List<int[]> ends = new ArrayList<>();
    private int size;

    /// @param top its first row
    Blot(int top) {
        this.top = top;
    }

    /// Takes in a pixel of a row that is at most one below the last.
    void add(int x, int y) {
        while (ends.size() <= y - top) {
            ends.add(new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE});
        }
        int[] end = ends.get(y - top);
        end[0] = Math.min(end[0], x);
        end[1] = Math.max(end[1], x);
        size++;
    }

    /// How many pixels it has.
    int size() {
        return size;
    }

    /// The smallest box around it, at whatever angle, lying as one would read it.
    ///
    /// One of its sides lies along a side of the convex hull (Freeman and Shapira, "Determining the
    /// minimum-area encasing rectangle for an arbitrary closed curve", Communications of the ACM 18(7), 1975),
    /// so each of those is tried.
    Box box() {
        var hull = hull();
        Box best = null;
        for (int i = 0; i < hull.size(); i++) {
            long[] from = hull.get(i);
            long[] to = hull.get((i + 1) % hull.size());
            double length = Math.hypot(to[0] - from[0], to[1] - from[1]);
            if (length > 0) {
                var box = along(hull, (to[0] - from[0]) / length, (to[1] - from[1]) / length);
                if (best == null || box.area() < best.area() - SLIGHT) {
                    best = box;
                }
            }
        }
        return best == null ? along(hull, 1, 0) : best;
    }

    /// Andrew's monotone chain ("Another efficient algorithm for convex hulls in two dimensions", Information
    /// Processing Letters 9(5), 1979).
    private List<long[]> hull() {
        var points = new ArrayList<long[]>();
        for (int row = 0; row < ends.size(); row++) {
            points.add(new long[] {ends.get(row)[0], top + row});
            points.add(new long[] {ends.get(row)[1], top + row});
        }
        points.sort(Comparator.<long[]>comparingLong(point -> point[0]).thenComparingLong(point -> point[1]));
        var hull = half(points);
        hull.removeLast();
        var other = half(points.reversed());
        other.removeLast();
        hull.addAll(other);
        return hull;
    }

    private static List<long[]> half(List<long[]> points) {
        var half = new ArrayList<long[]>();
        for (var point : points) {
            while (half.size() >= 2 && !turnsLeft(half.get(half.size() - 2), half.getLast(), point)) {
                half.removeLast();
            }
            half.add(point);
        }
        return half;
    }

    private static boolean turnsLeft(long[] from, long[] over, long[] to) {
        return (over[0] - from[0]) * (to[1] - from[1]) - (over[1] - from[1]) * (to[0] - from[0]) > 0;
    }

    /// The box with a side in this direction.
    private static Box along(List<long[]> hull, double x, double y) {
        boolean lying = Math.abs(x) >= Math.abs(y);
        double acrossX = lying ? x : y;
        double acrossY = lying ? y : -x;
        if (acrossX < 0) {
            acrossX = -acrossX;
            acrossY = -acrossY;
        }
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double upper = Double.POSITIVE_INFINITY;
        double lower = Double.NEGATIVE_INFINITY;
        for (var point : hull) {
            double across = point[0] * acrossX + point[1] * acrossY;
            double down = -point[0] * acrossY + point[1] * acrossX;
            left = Math.min(left, across);
            right = Math.max(right, across);
            upper = Math.min(upper, down);
            lower = Math.max(lower, down);
        }
        double across = (left + right) / 2;
        double down = (upper + lower) / 2;
        // Pixels are as wide as they are high: from the middle of the first to the middle of the last, and half of
        // each.
        double halfWidth = (right - left) / 2 + 0.5;
        double halfHeight = (lower - upper) / 2 + 0.5;
        return new Box(
                across * acrossX - down * acrossY + 0.5,
                across * acrossY + down * acrossX + 0.5,
                halfWidth * acrossX,
                halfWidth * acrossY,
                -halfHeight * acrossY,
                halfHeight * acrossX);
    }
}
