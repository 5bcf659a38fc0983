package dev.docket.client.labels.evaluation;

import dev.docket.client.common.chart.Estimate;

/// Wilson's interval of 95 % for a share of so many equal rows, or of what weighted ones are worth in them.
final class Wilson {
    private static final double Z = 1.959964;

    private Wilson() {}

    static Estimate of(double share, double n) {
        if (n <= 0) {
            return new Estimate(share, 0, 1);
        }
        double z2 = Z * Z;
        double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z * Math.sqrt(share * (1 - share) / n + z2 / (4.0 * n * n)) / (1 + z2 / n);
        return new Estimate(share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
