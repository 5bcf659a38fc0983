package dev.docket.model.image;

import java.util.Arrays;
import java.util.List;

/// The PDQ hash, after its published description (Facebook, "The TMK+PDQF Video-Hashing Algorithm and the PDQ
/// Image-Hashing Algorithm", 2019): luminance, two passes of a tent filter as wide as a 64th of the image, 64 x 64
/// samples, the 16 x 16 lowest frequencies of their cosine transform without the constant ones, and a bit for each that
/// is above their median.
///
/// Single precision and the order of the sums are part of it: hashes are compared with those of other programs, and a
/// coefficient near the median turns its bit over by the last digit. What is left to differ is how a program decodes a
/// compressed image.
public final class Pdq {
    private static final int SAMPLES = 64;
    private static final int FREQUENCIES = 16;
    /// Two box filters, each a 128th of the image wide, make one tent.
    private static final int WINDOWS = 128;

    private static final int PASSES = 2;
    private static final float[][] COSINES = cosines();

    private Pdq() {}

    /// @param pixels 0xRRGGBB by rows; what is above them is ignored
    public static PdqHash hash(int[] pixels, int width, int height) {
        float[][] samples = decimate(blur(luminance(pixels, width, height), width, height), width, height);
        float[] spectrum = spectrum(samples);
        return bits(spectrum, quality(samples));
    }

    /// The hashes of the picture in its eight positions: as it is, turned by 90, 180 and 270
    /// degrees, mirrored upside down, left to right, and along both diagonals.
    ///
    /// Turning a picture only swaps its frequencies or their signs, so all eight cost little more
    /// than one. The original comes first.
    public static List<PdqHash> dihedral(int[] pixels, int width, int height) {
        float[][] samples = decimate(blur(luminance(pixels, width, height), width, height), width, height);
        float[] spectrum = spectrum(samples);
        int quality = quality(samples);
        return Arrays.stream(Position.values())
                .map(position -> bits(position.of(spectrum), quality))
                .toList();
    }

    /// In the order in which the published program prints them.
    private enum Position {
        ORIGINAL(false, false, false),
        ROTATED_90(true, true, false),
        ROTATED_180(false, true, true),
        ROTATED_270(true, false, true),
        FLIPPED_UPSIDE_DOWN(false, true, false),
        FLIPPED_LEFT_TO_RIGHT(false, false, true),
        FLIPPED_ALONG_DIAGONAL(true, false, false),
        FLIPPED_ALONG_OTHER_DIAGONAL(true, true, true);

        private final boolean transposed;
        private final boolean rowsTurned;
        private final boolean columnsTurned;

        Position(boolean transposed, boolean rowsTurned, boolean columnsTurned) {
            this.transposed = transposed;
            this.rowsTurned = rowsTurned;
            this.columnsTurned = columnsTurned;
        }

        /// The first frequency is odd: turned round, it and every second after it change their signs.
        private float[] of(float[] spectrum) {
            var moved = new float[spectrum.length];
            for (int i = 0; i < FREQUENCIES; i++) {
                for (int j = 0; j < FREQUENCIES; j++) {
                    float value = transposed ? spectrum[j * FREQUENCIES + i] : spectrum[i * FREQUENCIES + j];
                    boolean turned = (rowsTurned && i % 2 == 0) != (columnsTurned && j % 2 == 0);
                    moved[i * FREQUENCIES + j] = turned ? -value : value;
                }
            }
            return moved;
        }
    }

    private static float[] luminance(int[] pixels, int width, int height) {
        var luminance = new float[width * height];
        for (int i = 0; i < luminance.length; i++) {
            int rgb = pixels[i];
            luminance[i] = 0.299f * (rgb >> 16 & 0xff) + 0.587f * (rgb >> 8 & 0xff) + 0.114f * (rgb & 0xff);
        }
        return luminance;
    }

    private static float[] blur(float[] image, int width, int height) {
        int alongRows = (width + WINDOWS - 1) / WINDOWS;
        int alongColumns = (height + WINDOWS - 1) / WINDOWS;
        var other = new float[image.length];
        for (int pass = 0; pass < PASSES; pass++) {
            for (int row = 0; row < height; row++) {
                box(image, other, row * width, width, 1, alongRows);
            }
            for (int column = 0; column < width; column++) {
                box(other, image, column, height, width, alongColumns);
            }
        }
        return image;
    }

    /// A running mean that narrows at both ends.
    private static void box(float[] in, float[] out, int start, int length, int stride, int window) {
        int half = (window + 2) / 2;
        int right = start;
        int left = start;
        int to = start;
        float sum = 0;
        int width = 0;
        for (int i = 0; i < half - 1 && width < length; i++, right += stride) {
            sum += in[right];
            width++;
        }
        for (int i = 0; i < window - half + 1 && width < length; i++, right += stride, to += stride) {
            sum += in[right];
            width++;
            out[to] = sum / width;
        }
        for (int i = 0; i < length - window; i++, right += stride, left += stride, to += stride) {
            sum += in[right];
            sum -= in[left];
            out[to] = sum / width;
        }
        for (int i = 0; i < half - 1; i++, left += stride, to += stride) {
            sum -= in[left];
            width--;
            out[to] = sum / width;
        }
    }

    private static float[][] decimate(float[] image, int width, int height) {
        var samples = new float[SAMPLES][SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            int row = (int) ((i + 0.5) * height / SAMPLES);
            for (int j = 0; j < SAMPLES; j++) {
                int column = (int) ((j + 0.5) * width / SAMPLES);
                samples[i][j] = image[row * width + column];
            }
        }
        return samples;
    }

    private static int quality(float[][] samples) {
        int steps = 0;
        for (int i = 0; i < SAMPLES; i++) {
            for (int j = 0; j < SAMPLES; j++) {
                if (i + 1 < SAMPLES) {
                    steps += Math.abs((int) ((samples[i][j] - samples[i + 1][j]) * 100 / 255));
                }
                if (j + 1 < SAMPLES) {
                    steps += Math.abs((int) ((samples[i][j] - samples[i][j + 1]) * 100 / 255));
                }
            }
        }
        return Math.min(100, steps / 90);
    }

    private static float[] spectrum(float[][] samples) {
        var half = new float[FREQUENCIES][SAMPLES];
        for (int i = 0; i < FREQUENCIES; i++) {
            for (int j = 0; j < SAMPLES; j++) {
                float sum = 0;
                for (int k = 0; k < SAMPLES; k++) {
                    sum += COSINES[i][k] * samples[k][j];
                }
                half[i][j] = sum;
            }
        }
        var spectrum = new float[FREQUENCIES * FREQUENCIES];
        for (int i = 0; i < FREQUENCIES; i++) {
            for (int j = 0; j < FREQUENCIES; j++) {
                float sum = 0;
                for (int k = 0; k < SAMPLES; k++) {
                    sum += half[i][k] * COSINES[j][k];
                }
                spectrum[i * FREQUENCIES + j] = sum;
            }
        }
        return spectrum;
    }

    private static float[][] cosines() {
        var cosines = new float[FREQUENCIES][SAMPLES];
        double scale = Math.sqrt(2.0 / SAMPLES);
        for (int i = 0; i < FREQUENCIES; i++) {
            for (int j = 0; j < SAMPLES; j++) {
                cosines[i][j] = (float) (scale * Math.cos(Math.PI / 2 / SAMPLES * (i + 1) * (2 * j + 1)));
            }
        }
        return cosines;
    }

    /// The lower of the two middle values counts as the median. The first coefficient is the last bit.
    private static PdqHash bits(float[] spectrum, int quality) {
        var sorted = spectrum.clone();
        Arrays.sort(sorted);
        float median = sorted[sorted.length / 2 - 1];
        var words = new long[4];
        for (int i = 0; i < spectrum.length; i++) {
            if (spectrum[i] > median) {
                words[3 - i / 64] |= 1L << i % 64;
            }
        }
        return new PdqHash(words[0], words[1], words[2], words[3], quality);
    }
}
