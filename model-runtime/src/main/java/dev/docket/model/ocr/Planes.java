package dev.docket.model.ocr;

import dev.docket.model.artifact.ImageManifest.Channels;
import dev.docket.model.artifact.OcrManifest.Colours;
import dev.docket.model.picture.Frame;
import java.util.Arrays;

/// Turns parts of a frame into a model's numbers: three planes, one a colour.
final class Planes {
    static final int COLOURS = 3;
    private static final float WHITE = 255;

    private final float[] means = new float[COLOURS];
    private final float[] deviations = new float[COLOURS];
    private final int[] shifts = new int[COLOURS];

    Planes(Colours colours) {
        for (int colour = 0; colour < COLOURS; colour++) {
            means[colour] = colours.mean().get(colour);
            deviations[colour] = colours.deviation().get(colour);
            shifts[colour] = 8 * (colours.channels() == Channels.RGB ? COLOURS - 1 - colour : colour);
        }
    }

    /// Draws what lies in a box of the frame as a picture of `rows` and `columns`, upright.
    ///
    /// Between pixels it is bilinear. Where many pixels of the frame make one, the mean of several places is
    /// taken: one place alone would miss strokes that are thinner than its distance to the next.
    ///
    /// @param width columns of the result; those from `columns` on are zero, the mean colour
    float[] draw(Frame frame, Box box, int rows, int columns, int width) {
        var numbers = new float[COLOURS * rows * width];
        int across = places(2 * box.halfWidth() / columns);
        int down = places(2 * box.halfHeight() / rows);
        var sum = new float[COLOURS];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Arrays.fill(sum, 0);
                for (int y = 0; y < down; y++) {
                    double along = 2 * (row + (y + 0.5) / down) / rows - 1;
                    for (int x = 0; x < across; x++) {
                        double over = 2 * (column + (x + 0.5) / across) / columns - 1;
                        add(frame, box.x(over, along) - 0.5, box.y(over, along) - 0.5, sum);
                    }
                }
                for (int colour = 0; colour < COLOURS; colour++) {
                    float value = sum[colour] / (across * down) / WHITE;
                    numbers[(colour * rows + row) * width + column] = (value - means[colour]) / deviations[colour];
                }
            }
        }
        return numbers;
    }

    private static int places(double pixels) {
        return Math.clamp(Math.round(pixels), 1, 4);
    }

    private void add(Frame frame, double x, double y, float[] sum) {
        double withinX = Math.clamp(x, 0, frame.width() - 1.0);
        double withinY = Math.clamp(y, 0, frame.height() - 1.0);
        int left = (int) withinX;
        int top = (int) withinY;
        int right = Math.min(left + 1, frame.width() - 1);
        int bottom = Math.min(top + 1, frame.height() - 1);
        float shareX = (float) (withinX - left);
        float shareY = (float) (withinY - top);
        int[] pixels = frame.pixels();
        int upperLeft = pixels[top * frame.width() + left];
        int upperRight = pixels[top * frame.width() + right];
        int lowerLeft = pixels[bottom * frame.width() + left];
        int lowerRight = pixels[bottom * frame.width() + right];
        for (int colour = 0; colour < COLOURS; colour++) {
            int shift = shifts[colour];
            float upper = between(upperLeft >> shift & 0xff, upperRight >> shift & 0xff, shareX);
            float lower = between(lowerLeft >> shift & 0xff, lowerRight >> shift & 0xff, shareX);
            sum[colour] += between(upper, lower, shareY);
        }
    }

    private static float between(float from, float to, float share) {
        return from + (to - from) * share;
    }
}
