package dev.docket.model.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts boxes into the order in which they are read, and tells which stand beside one another.
final class Rows {
    /// How far apart the middles of two boxes of one row may be, as a share of the lower one's height.
    private static final double APART = 0.5;

    private Rows() {}

    /// From top to bottom, and within a row from left to right.
    static List<List<Box>> of(List<Box> boxes) {
        var byHeight = boxes.stream()
                .sorted(Comparator.comparingDouble(Box::middleY).thenComparingDouble(Box::middleX))
                .toList();
        var rows = new ArrayList<List<Box>>();
        for (var box : byHeight) {
            if (rows.isEmpty() || !isBeside(rows.getLast().getLast(), box)) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(box);
        }
        rows.forEach(row -> row.sort(Comparator.comparingDouble(Box::middleX)));
        return rows;
    }

    private static boolean isBeside(Box one, Box other) {
        double height = 2 * Math.min(reach(one), reach(other));
        return Math.abs(one.middleY() - other.middleY()) < APART * height;
    }

    private static double reach(Box box) {
        return Math.min(box.halfHeight(), box.halfWidth());
    }
}
