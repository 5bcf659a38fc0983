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

    InputTensor(Input input) {
        this.input = input;
    }

    long[] shape() {
        return input.layout() == Layout.NCHW
                ? new long[] {1, CHANNELS, input.height(), input.width()}
                : new long[] {1, input.height(), input.width(), CHANNELS};
    }

    float[] of(Frame frame) {
        var numbers = new float[CHANNELS * input.width() * input.height()];
        for (int row = 0; row < input.height(); row++) {
            double y = source(row, input.height(), frame.height());
            for (int column = 0; column < input.width(); column++) {
                double x = source(column, input.width(), frame.width());
                for (int channel = 0; channel < CHANNELS; channel++) {
                    int shift = 8 * (input.channels() == Channels.RGB ? CHANNELS - 1 - channel : channel);
                    float value = mixed(frame, x, y, shift) / WHITE;
                    numbers[index(channel, row, column)] = (value - input.mean().get(channel))
                            / input.deviation().get(channel);
                }
            }
        }
        return numbers;
    }

    private int index(int channel, int row, int column) {
        return input.layout() == Layout.NCHW
                ? (channel * input.height() + row) * input.width() + column
                : (row * input.width() + column) * CHANNELS + channel;
    }

    /// Where a pixel of the input lies in the frame, between its first and last pixel.
    private double source(int index, int size, int frameSize) {
        double at = input.resize() == Resize.ALIGNED_CORNERS
                ? (size == 1 ? 0 : (double) index * (frameSize - 1) / (size - 1))
                : (index + 0.5) * frameSize / size - 0.5;
        return Math.clamp(at, 0, frameSize - 1.0);
    }

    private static float mixed(Frame frame, double x, double y, int shift) {
        int left = (int) x;
        int top = (int) y;
        int right = Math.min(left + 1, frame.width() - 1);
        int bottom = Math.min(top + 1, frame.height() - 1);
        float across = (float) (x - left);
        float down = (float) (y - top);
        float above = between(colour(frame, left, top, shift), colour(frame, right, top, shift), across);
        float below = between(colour(frame, left, bottom, shift), colour(frame, right, bottom, shift), across);
        return between(above, below, down);
    }

    private static float between(float from, float to, float share) {
        return from + (to - from) * share;
    }

    private static int colour(Frame frame, int x, int y, int shift) {
        return frame.pixels()[y * frame.width() + x] >> shift & 0xff;
    }
}
