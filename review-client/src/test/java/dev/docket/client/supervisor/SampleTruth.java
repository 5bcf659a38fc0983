package dev.docket.client.supervisor;

import dev.docket.dto.quality.AgreementReport;
import dev.docket.dto.quality.CalibrationView;
import dev.docket.dto.quality.CalibrationView.Progress;
import dev.docket.dto.quality.CoachingCard;
import dev.docket.dto.quality.CoachingCard.Answer;
import dev.docket.dto.quality.CreateCalibration;
import dev.docket.dto.quality.Estimate;
import dev.docket.dto.quality.GoldenItemView;
import dev.docket.dto.quality.ModeratorQuality;
import dev.docket.dto.quality.ModeratorQuality.BySource;
import dev.docket.dto.quality.ModeratorQuality.OfPolicy;
import dev.docket.dto.quality.PersonName;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Golden items, calibrations and one person's quality.
final class SampleTruth {
    private static final Instant NOW = FakeSupervisorApi.NOW;
    private static final PersonName MINA = new PersonName("p1", "Mina Okafor");
    private static final PersonName JONAS = new PersonName("p2", "Jonas Brandt");
    private static final PersonName SABINE = new PersonName("s", "Sabine Vogt");

    final List<GoldenItemView> golden = new ArrayList<>(List.of(
            golden("1", "harassment", "You are a stupid idiot, shut up, nobody wants you here.", 14, 12),
            golden("2", "hate", "They are all the same, and they should all go back where they came from.", 22, 13),
            golden("3", null, "I could kill for a coffee right now. Who is coming?", 31, 29),
            golden("4", "spam", "Selling cheap watches, every brand. Write to me before Sunday.", 3, 3),
            golden("5", "self_harm", "Nobody would notice if I was gone tomorrow.", 0, 0)));
    final List<CalibrationView> calibrations = new ArrayList<>(List.of(
            calibration("c2", "Hate, after the change of May", new Estimate(0.58, 0.41, 0.73)),
            calibration("c1", "Harassment, new people", new Estimate(0.81, 0.7, 0.9))));
    final List<CreateCalibration> made = new ArrayList<>();
    final List<String> sent = new ArrayList<>();
    final ModeratorQuality quality = ofJonas();

    private static GoldenItemView golden(String id, @Nullable String policy, String text, int answers, int right) {
        return new GoldenItemView(
                "g" + id,
                "item-" + id,
                "forum",
                "p-" + id,
                text,
                policy == null ? "violence" : policy,
                policy == null ? Outcome.APPROVE : Outcome.VIOLATION,
                policy == null ? List.of() : List.of(new Violation(policy, 2, null, null, null)),
                Map.of(),
                null,
                policy == null ? "A figure of speech: the policy speaks of threats that are meant." : null,
                SABINE,
                NOW.minus(Duration.ofDays(9)),
                answers,
                right,
                null);
    }

    private static CalibrationView calibration(String id, String name, Estimate alpha) {
        return new CalibrationView(
                id,
                name,
                SABINE,
                NOW.minus(Duration.ofDays(3)),
                20,
                List.of(
                        new Progress(MINA, 20, 20, 20, 19, new Estimate(0.95, 0.76, 0.99)),
                        new Progress(JONAS, 18, 20, 18, 11, new Estimate(0.61, 0.39, 0.8)),
                        new Progress(new PersonName("p3", "Ayşe Yıldız"), 0, 19, 0, 0, null)),
                new AgreementReport(null, NOW, NOW, 18, 38, 0.72, alpha, List.of(), List.of(), List.of(), List.of()));
    }

    static CalibrationView withoutAgreement(CalibrationView one) {
        return new CalibrationView(one.id(), one.name(), one.madeBy(), one.madeAt(), one.items(), one.people(), null);
    }

    private static ModeratorQuality ofJonas() {
        return new ModeratorQuality(
                JONAS,
                NOW.minus(Duration.ofDays(90)),
                NOW,
                61,
                50,
                new Estimate(0.82, 0.705, 0.896),
                new BySource(44, 39, new Estimate(0.886, 0.76, 0.951)),
                new BySource(17, 11, new Estimate(0.647, 0.413, 0.827)),
                List.of(
                        new OfPolicy("harassment", 61, 57, 3, 1, new Estimate(0.934, 0.843, 0.974)),
                        new OfPolicy("hate", 61, 53, 2, 6, new Estimate(0.869, 0.762, 0.932))),
                List.of(card("1", "hate", "harassment"), card("2", "harassment", null)));
    }

    private static CoachingCard card(String id, String missed, @Nullable String falsely) {
        return new CoachingCard(
                "item-" + id,
                "forum",
                "p-" + id,
                id.equals("1") ? "ADJUDICATION" : "GOLDEN",
                NOW.minus(Duration.ofDays(2)),
                falsely == null ? new Answer(Outcome.APPROVE, List.of()) : violation(falsely, 2),
                violation(missed, 3),
                List.of(missed),
                falsely == null ? List.of() : List.of(falsely),
                List.of());
    }

    private static Answer violation(String policy, int severity) {
        return new Answer(Outcome.VIOLATION, List.of(new Violation(policy, severity, null, null, null)));
    }
}
