package dev.docket.backend.training;

import dev.docket.backend.quality.Accuracy;
import dev.docket.dto.quality.Estimate;
import dev.docket.dto.quality.ModeratorQuality;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What moderators' findings are worth to a training, by how often they found what was then
/// settled: golden items, adjudications, appeals. Only somebody whose accuracy is surely low, by
/// the upper end of its interval, loses worth; few judgements leave everybody whole.
@Component
class Trust {
    private static final int PAGE = 200;
    private static final int LEAST_JUDGED = 10;
    private static final double LOW = 0.8;
    private static final double HOPELESS = 0.6;
    private static final double LEAST_WORTH = 0.1;

    private final Accuracy accuracy;

    Trust(Accuracy accuracy) {
        this.accuracy = accuracy;
    }

    /// Those who are worth less than 1, to what they are worth; 0 leaves them out.
    Map<UUID, Double> lowered() {
        var lowered = new HashMap<UUID, Double>();
        String after = null;
        do {
            var page = accuracy.page(after, PAGE);
            for (var summary : page.items()) {
                double worth = worth(summary);
                if (worth < 1) {
                    lowered.put(UUID.fromString(summary.person().id()), worth);
                }
            }
            after = page.next();
        } while (after != null);
        return lowered;
    }

    private static double worth(ModeratorQuality.Summary summary) {
        var estimate = summary.accuracy();
        return estimate == null || summary.judged() < LEAST_JUDGED ? 1 : worth(estimate);
    }

    static double worth(Estimate accuracy) {
        if (accuracy.high() < HOPELESS) {
            return 0;
        }
        return accuracy.high() < LOW ? Math.max(LEAST_WORTH, 2 * accuracy.value() - 1) : 1;
    }
}
