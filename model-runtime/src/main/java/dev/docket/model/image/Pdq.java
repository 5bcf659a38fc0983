package dev.docket.model.image;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// The PDQ hash, after its published description (Facebook, "The TMK+PDQF Video-Hashing
/// Algorithm and the PDQ Image-Hashing Algorithm", 2019): luminance, two passes of a tent
/// filter as wide as a 64th of the image, 64 x 64 samples, the 16 x 16 lowest frequencies of
/// their cosine transform without the constant ones, and a bit for each that is above their
/// median.
///
/// Single precision and the order of the sums are part of it: hashes are compared with those of
/// other programs, and a coefficient near the median turns its bit over by the last digit. What
/// is left to differ is how a program decodes a compressed image.
public final class Pdq {
    private static final int SAMPLES = 64;
    private static final int FREQUENCIES = 16;
    /// Two box filters, each a 128th of the image wide, make one tent.
    private static final int WINDOWS = 128;

    private static final int PASSES = 2;
    /// Smaller pictures have no hash.
    private static final int LEAST_SIDE = 5;

    private static final PdqHash NOTHING = new PdqHash(0, 0, 0, 0, 0);
    private static final float[][] COSINES = cosines();

    private Pdq() {}

    /// @param pixels 0xRRGGBB by rows; what is above them is ignored
    public static PdqHash hash(int[] pixels, int width, int height) {
        if (Math.min(width, height) < LEAST_SIDE) {
            return NOTHING;
        }
        float[] luminance = luminance(pixels, width, height);
        // A picture that has the samples' size already is taken as it is; the reference does so here, and only here.
        boolean asItIs = width == SAMPLES && height == SAMPLES;
        float[][] samples = decimate(asItIs ? luminance : blur(luminance, width, height), width, height);
        return bits(spectrum(samples), quality(samples));
    }

    /// The hashes of the picture in its eight positions: as it is, turned by 90, 180 and 270
    /// degrees, mirrored upside down, left to right, and along both diagonals.
    ///
    /// Turning a picture only swaps its frequencies or their signs, so all eight cost little more
    /// than one. The original comes first.
    public static List<PdqHash> dihedral(int[] pixels, int width, int height) {
        if (Math.min(width, height) < LEAST_SIDE) {
            return Collections.nCopies(Position.values().length, NOTHING);
        }
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

        /// The first frequency is odd: turned round, it and every second after it change their
        /// signs.
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
            rows(image, other, width, height, alongRows);
            columns(other, image, width, height, alongColumns);
        }
        return image;
    }

    /// A running mean along every row that narrows at both ends. Each sum waits for the one
    /// before it, so four rows are summed up side by side.
    private static void rows(float[] in, float[] out, int width, int height, int window) {
        var counts = counts(width, window);
        int row = 0;
        for (; row + 4 <= height; row += 4) {
            fourRows(in, out, row * width, width, window);
        }
        for (; row < height; row++) {
            oneRow(in, out, row * width, width, window);
        }
        for (int start = 0; start < in.length; start += width) {
            for (int i = 0; i < width; i++) {
                out[start + i] /= counts[i];
            }
        }
    }

    /// Of how many pixels the sum at each place of a line is.
    private static float[] counts(int length, int window) {
        int ahead = (window + 2) / 2 - 1;
        var counts = new float[length];
        for (int i = 0; i < length; i++) {
            counts[i] = Math.min(i + ahead, length - 1) - Math.max(i + ahead - window + 1, 0) + 1;
        }
        return counts;
    }

    private static void oneRow(float[] in, float[] out, int start, int width, int window) {
        int ahead = (window + 2) / 2 - 1;
        float sum = 0;
        for (int i = 0; i < width + ahead; i++) {
            if (i < width) {
                sum += in[start + i];
            }
            if (i >= window) {
                sum -= in[start + i - window];
            }
            if (i >= ahead) {
                out[start + i - ahead] = sum;
            }
        }
    }

    private static void fourRows(float[] in, float[] out, int first, int width, int window) {
        int ahead = (window + 2) / 2 - 1;
        int second = first + width;
        int third = second + width;
        int fourth = third + width;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        float sum4 = 0;
        for (int i = 0; i < width + ahead; i++) {
            if (i < width) {
                sum1 += in[first + i];
                sum2 += in[second + i];
                sum3 += in[third + i];
                sum4 += in[fourth + i];
            }
            if (i >= window) {
                sum1 -= in[first + i - window];
                sum2 -= in[second + i - window];
                sum3 -= in[third + i - window];
                sum4 -= in[fourth + i - window];
            }
            if (i >= ahead) {
                out[first + i - ahead] = sum1;
                out[second + i - ahead] = sum2;
                out[third + i - ahead] = sum3;
                out[fourth + i - ahead] = sum4;
            }
        }
    }

    /// The same along every column, all of them side by side: the same sums in the same order,
    /// but in the order in which the pixels lie in the memory.
    private static void columns(float[] in, float[] out, int width, int height, int window) {
        int ahead = (window + 2) / 2 - 1;
        var counts = counts(height, window);
        var sums = new float[width];
        for (int row = 0; row < height + ahead; row++) {
            if (row < height) {
                add(sums, in, row * width);
            }
            if (row >= window) {
                subtract(sums, in, (row - window) * width);
            }
            if (row >= ahead) {
                divide(sums, counts[row - ahead], out, (row - ahead) * width);
            }
        }
    }

    private static void add(float[] sums, float[] in, int start) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += in[start + i];
        }
    }

    private static void subtract(float[] sums, float[] in, int start) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] -= in[start + i];
        }
    }

    private static void divide(float[] sums, float by, float[] out, int start) {
        for (int i = 0; i < sums.length; i++) {
            out[start + i] = sums[i] / by;
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
        float scale = (float) Math.sqrt(2.0 / SAMPLES); // a float: the reference rounds it too
        for (int i = 0; i < FREQUENCIES; i++) {
            for (int j = 0; j < SAMPLES; j++) {
                cosines[i][j] = (float) (scale * Math.cos(Math.PI / 2 / SAMPLES * (i + 1) * (2 * j + 1)));
            }
        }
        return cosines;
    }

    /// The lower of the two middle values counts as the median. The first coefficient is the
    /// last bit.
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
