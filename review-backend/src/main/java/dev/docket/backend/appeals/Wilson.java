package dev.docket.backend.appeals;

import dev.docket.dto.appeals.OverturnRates.Interval;
import org.jspecify.annotations.Nullable;

/// A share with its 95 % interval after Wilson (1927), which stays inside 0..1 and says something at small counts.
final class Wilson {
    private static final double Z = 1.959964;

    private Wilson() {}

    /// @return null without any trial
    static @Nullable Interval of(long hits, long trials) {
        if (trials == 0) {
            return null;
        }
        double n = trials;
        double share = hits / n;
        double spread = 1 + Z * Z / n;
        double middle = (share + Z * Z / (2 * n)) / spread;
        double half = Z / spread * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        return new Interval(share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
