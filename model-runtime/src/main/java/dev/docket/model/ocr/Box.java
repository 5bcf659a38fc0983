package dev.docket.model.ocr;

import java.util.ArrayList;
import java.util.List;

/// A place in a picture that may stand at an angle: a middle and two half axes.
///
/// @param acrossX from the middle to the end of a line, in pixels
/// @param downX from the middle to the line's lower edge
record Box(double middleX, double middleY, double acrossX, double acrossY, double downX, double downY) {
    /// How many times higher than wide a box is that holds a line from top to bottom.
    private static final double UPRIGHT = 1.5;

    /// The whole of a picture.
    static Box of(int width, int height) {
        return new Box(width / 2.0, height / 2.0, width / 2.0, 0, 0, height / 2.0);
    }

    double halfWidth() {
        return Math.hypot(acrossX, acrossY);
    }

    double halfHeight() {
        return Math.hypot(downX, downY);
    }

    double shorter() {
        return 2 * Math.min(halfWidth(), halfHeight());
    }

    double area() {
        return 4 * halfWidth() * halfHeight();
    }

    /// @param across -1 at the beginning of a line, 1 at its end
    /// @param down -1 at its upper edge, 1 at its lower
    double x(double across, double down) {
        return middleX + across * acrossX + down * downX;
    }

    double y(double across, double down) {
        return middleY + across * acrossY + down * downY;
    }

    /// Whether a point lies in it.
    boolean holds(double x, double y) {
        double across = (x - middleX) * acrossX + (y - middleY) * acrossY;
        double down = (x - middleX) * downX + (y - middleY) * downY;
        return Math.abs(across) <= acrossX * acrossX + acrossY * acrossY
                && Math.abs(down) <= downX * downX + downY * downY;
    }

    /// With every edge further out by `pixels`.
    Box grown(double pixels) {
        double wider = (halfWidth() + pixels) / halfWidth();
        double higher = (halfHeight() + pixels) / halfHeight();
        return new Box(middleX, middleY, acrossX * wider, acrossY * wider, downX * higher, downY * higher);
    }

    /// The same place in a picture that is so much wider and higher.
    Box scaled(double wider, double higher) {
        return new Box(
                middleX * wider, middleY * higher, acrossX * wider, acrossY * higher, downX * wider, downY * higher);
    }

    /// As a line that is read from left to right: one that stands on its end is laid down.
    Box laid() {
        return halfHeight() >= UPRIGHT * halfWidth()
                ? new Box(middleX, middleY, downX, downY, -acrossX, -acrossY)
                : this;
    }

    /// The same place, upside down.
    Box turned() {
        return new Box(middleX, middleY, -acrossX, -acrossY, -downX, -downY);
    }

    /// As shares of a picture of this size, within it.
    List<Double> corners(int width, int height) {
        var corners = new ArrayList<Double>(8);
        for (int[] corner : new int[][] {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}) {
            corners.add(share(x(corner[0], corner[1]), width));
            corners.add(share(y(corner[0], corner[1]), height));
        }
        return corners;
    }

    /// Four digits name a place to less than a pixel.
    private static double share(double at, int of) {
        return Math.round(Math.clamp(at / of, 0, 1) * 10_000) / 10_000.0;
    }
}
