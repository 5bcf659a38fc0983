package dev.docket.backend.platform;

import dev.docket.dto.quality.Estimate;
import org.jspecify.annotations.Nullable;

/// The score interval of a proportion (Wilson, 1927). Unlike the textbook interval it stays
/// within 0..1 and keeps its promise for few observations and for shares near 0 or 1, which
/// is where moderators' accuracy lives (Newcombe, 1998).
public final class Wilson {
    /// Two-sided 95 %.
    public static final double Z = 1.959963984540054;

    private Wilson() {}

    /// @return null when nothing was observed
    public static @Nullable Estimate of(long right, long all) {
        if (all == 0) {
            return null;
        }
        return ofShare((double) right / all, all);
    }

    /// The same for a weighted share.
    ///
    /// @param all how many equal observations it is worth, over 0
    public static Estimate ofShare(double share, double all) {
        return ofShare(share, all, Z);
    }

    /// The same at another confidence.
    ///
    /// @param z quantile of the normal distribution, such as [#Z]
    public static Estimate ofShare(double share, double all, double z) {
        double weight = z * z / all;
        double middle = (share + weight / 2) / (1 + weight);
        double half = z / (1 + weight) * Math.sqrt(share * (1 - share) / all + weight / (4.0 * all));
        return new Estimate(share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
