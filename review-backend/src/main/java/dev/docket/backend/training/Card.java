package dev.docket.backend.training;

import dev.docket.dto.models.GuardEffect;
import dev.docket.model.train.TrainedHeads;
import java.util.List;
import java.util.Locale;

/// The model card of retrained heads. It says nothing that differs between two runs on equal rows.
final class Card {
    private Card() {}

    static String of(TrainingOrder order, TrainedHeads trained, List<GuardEffect> guards) {
        var card = new StringBuilder(String.format(
                Locale.ROOT,
                """
                # %s

                %s. Linear heads retrained from `%s` on the label set `%s`: %d rows for training, %d for validation, seed %d,
                replay share %.2f. Labels not named here are the base's, bit for bit; the base's card holds for them.

                | label | found | not found | pull | ROC-AUC before | after |
                |---|---|---|---|---|---|
                """,
                order.version(),
                escaped(order.name()),
                order.base(),
                order.labelSet(),
                trained.trainingRows(),
                trained.validationRows(),
                order.seed(),
                trained.replayed() ? order.replayShare() : 0.0));
        for (var label : trained.labels()) {
            card.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %.0e | %s | %s |%n",
                    label.label(),
                    label.positives(),
                    label.negatives(),
                    label.pull(),
                    figure(label.before()),
                    figure(label.after())));
        }
        card.append("""

                ROC-AUC is taken on the validation split, which the calibration was fitted on as well; the evaluation on the
                test split is the floor's own and comes after this card.

                ## Guards

                """);
        for (var guard : guards) {
            card.append(String.format(
                    Locale.ROOT,
                    "- %s: %d rows weighed down, %d left out, %.1f %% of the weight. %s%n",
                    guard.guard(),
                    guard.rows(),
                    guard.left(),
                    guard.weight() * 100,
                    guard.detail()));
        }
        return card.append("""

                ## Limits

                The labels are what moderators of one floor found under its policies. Scores are calibrated on that floor's own
                mix of items; elsewhere they are not probabilities. The texts are not part of this package.
                """).toString();
    }

    /// A new label has nothing before.
    private static String figure(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String escaped(String name) {
        return name.replaceAll("[^\\p{L}\\p{N} .,:()'-]", "");
    }
}
