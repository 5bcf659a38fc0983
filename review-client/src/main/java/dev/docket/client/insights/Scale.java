package dev.docket.client.insights;

import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Figure;
import dev.docket.dto.insights.Insight.Unit;
import java.util.Objects;
import java.util.stream.Stream;

/// From nothing to the most that is drawn: a round number not below any value, end of an interval or target.
///
/// Shares are drawn up to one, so that two panels of shares can be compared.
record Scale(double most) {
    private static final double LEAST_MONEY = 0.01;
    private static final double[] ROUND = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};

    static Scale of(Insight insight) {
        if (insight.unit() == Unit.SHARE || insight.unit() == Unit.ALPHA) {
            return new Scale(1);
        }
        double largest = insight.figures().stream()
                .flatMap(Scale::drawn)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        return new Scale(round(insight.unit() == Unit.MONEY ? Math.max(LEAST_MONEY, largest) : Math.max(1, largest)));
    }

    private static Stream<Double> drawn(Figure figure) {
        return Stream.of(figure.value(), figure.high(), figure.target()).filter(Objects::nonNull);
    }

    static double round(double largest) {
        double power = Math.pow(10, Math.floor(Math.log10(largest)));
        for (double step : ROUND) {
            if (step * power >= largest) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /// Where a value lies, 0..1.
    double share(double value) {
        return Math.clamp(value / most, 0, 1);
    }
}
