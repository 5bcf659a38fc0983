package dev.docket.bench;

import java.util.Locale;

/// One line of a benchmark's output.
///
/// @param ratio ours over the baseline, the median of the rounds; better is above 1 for rates and below 1 for times
/// @param low lower end of the ratio's 95 % bootstrap interval
/// @param high upper end of it
/// @param baseline the baseline's median in `unit`
/// @param ours our median in `unit`
record Measurement(String name, double ratio, double low, double high, double baseline, double ours, String unit) {
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s %.3f %.3f %.3f %.4g %.4g %s", name, ratio, low, high, baseline, ours, unit);
    }
}
