package dev.docket.model.image;

import dev.docket.model.artifact.ImageManifest.Channels;
import dev.docket.model.artifact.ImageManifest.Input;
import dev.docket.model.artifact.ImageManifest.Layout;
import dev.docket.model.artifact.ImageManifest.Resize;
import dev.docket.model.picture.Frame;

/// Brings a frame to the size of a model's input, and its colours to the model's numbers.
final class InputTensor {
    private static final int CHANNELS = 3;
    private static final float WHITE = 255;

    private final Input input;
    private final float[] means = new float[CHANNELS];
    private final float[] deviations = new float[CHANNELS];
    private final int[] shifts = new int[CHANNELS];

    InputTensor(Input input) {
        this.input = input;
        for (int channel = 0; channel < CHANNELS; channel++) {
            means[channel] = input.mean().get(channel);
            deviations[channel] = input.deviation().get(channel);
            shifts[channel] = 8 * (input.channels() == Channels.RGB ? CHANNELS - 1 - channel : channel);
        }
    }

    long[] shape() {
        return input.layout() == Layout.NCHW
                ? new long[] {1, CHANNELS, input.height(), input.width()}
                : new long[] {1, input.height(), input.width(), CHANNELS};
    }

    float[] of(Frame frame) {
        var numbers = new float[CHANNELS * input.width() * input.height()];
        var columns = places(input.width(), frame.width());
        var rows = places(input.height(), frame.height());
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                write(numbers, row, column, frame, columns[column], rows[row]);
            }
        }
        return numbers;
    }

    /// Where a pixel of the input lies in a line of the frame: between two pixels.
    ///
    /// @param share of the way to the second
    private record Place(int first, int second, float share) {}

    private Place[] places(int size, int frameSize) {
        var places = new Place[size];
        for (int i = 0; i < size; i++) {
            double at = input.resize() == Resize.ALIGNED_CORNERS
                    ? (size == 1 ? 0 : (double) i * (frameSize - 1) / (size - 1))
                    : (i + 0.5) * frameSize / size - 0.5;
            double within = Math.clamp(at, 0, frameSize - 1.0);
            int first = (int) within;
            places[i] = new Place(first, Math.min(first + 1, frameSize - 1), (float) (within - first));
        }
        return places;
    }

    private void write(float[] numbers, int row, int column, Frame frame, Place x, Place y) {
        int[] pixels = frame.pixels();
        int above = y.first() * frame.width();
        int below = y.second() * frame.width();
        int upperLeft = pixels[above + x.first()];
        int upperRight = pixels[above + x.second()];
        int lowerLeft = pixels[below + x.first()];
        int lowerRight = pixels[below + x.second()];
        for (int channel = 0; channel < CHANNELS; channel++) {
            int shift = shifts[channel];
            float upper = between(upperLeft >> shift & 0xff, upperRight >> shift & 0xff, x.share());
            float lower = between(lowerLeft >> shift & 0xff, lowerRight >> shift & 0xff, x.share());
            float value = between(upper, lower, y.share()) / WHITE;
            numbers[index(channel, row, column)] = (value - means[channel]) / deviations[channel];
        }
    }

    private static float between(float from, float to, float share) {
        return from + (to - from) * share;
    }

    private int index(int channel, int row, int column) {
        return input.layout() == Layout.NCHW
                ? (channel * input.height() + row) * input.width() + column
                : (row * input.width() + column) * CHANNELS + channel;
    }
}
