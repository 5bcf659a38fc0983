package dev.docket.backend.quality;

import dev.docket.backend.platform.Wilson;
import dev.docket.dto.quality.Estimate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Agreement of two raters beyond what their habits alone would give (Cohen, 1960), with the
/// large-sample interval of Fleiss, Cohen and Everitt (1969).
///
/// Where both said one and the same class throughout, chance explains everything and kappa is
/// not defined; it is then absent and never 1: two people who approve all they see have shown
/// nothing.
final class CohenKappa {
    private CohenKappa() {}

    /// @param table row: what one rater said, column: what the other said of the same items
    /// @return null when there is nothing to tell
    static @Nullable Estimate of(long[][] table) {
        double all = Arrays.stream(table).flatMapToLong(Arrays::stream).sum();
        if (all == 0) {
            return null;
        }
        double[] one = shares(table, all, true);
        double[] other = shares(table, all, false);
        double observed =
                IntStream.range(0, table.length).mapToDouble(i -> table[i][i]).sum() / all;
        double expected = IntStream.range(0, table.length)
                .mapToDouble(i -> one[i] * other[i])
                .sum();
        if (1 - expected < 1e-12) {
            return null;
        }
        double kappa = (observed - expected) / (1 - expected);
        double half = Wilson.Z * error(table, all, one, other, observed, expected);
        return new Estimate(kappa, Math.max(-1, kappa - half), Math.min(1, kappa + half));
    }

    private static double error(
            long[][] table, double all, double[] one, double[] other, double observed, double expected) {
        double variance = -square(observed * expected - 2 * expected + observed);
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table.length; j++) {
                double share = table[i][j] / all;
                variance += i == j
                        ? share * square(1 - expected - (one[i] + other[i]) * (1 - observed))
                        : share * square((1 - observed) * (other[i] + one[j]));
            }
        }
        return Math.sqrt(Math.max(0, variance) / all) / square(1 - expected);
    }

    private static double[] shares(long[][] table, double all, boolean rows) {
        return IntStream.range(0, table.length)
                .mapToDouble(i -> IntStream.range(0, table.length)
                                .mapToLong(j -> rows ? table[i][j] : table[j][i])
                                .sum()
                        / all)
                .toArray();
    }

    private static double square(double number) {
        return number * number;
    }
}
