package dev.docket.client.review;

import dev.docket.client.common.item.SampleTasks;
import dev.docket.dto.care.CareSettings;
import dev.docket.dto.care.ExposureDay;
import dev.docket.dto.care.ExposureView;
import dev.docket.dto.quality.CoachingCard;
import dev.docket.dto.quality.Estimate;
import dev.docket.dto.quality.ModeratorQuality;
import dev.docket.dto.quality.ModeratorQuality.BySource;
import dev.docket.dto.quality.PersonName;
import dev.docket.dto.queue.Questions;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Task;
import dev.docket.dto.review.Violation;
import java.time.LocalDate;
import java.util.List;

/// The sample tasks for tests of the whole desk.
public final class SampleWire {
    private SampleWire() {}

    public static List<Task> tasks() {
        return List.of(
                SampleTasks.harassment(), SampleTasks.spam(), SampleTasks.harmless(), SampleTasks.named("later"));
    }

    /// A question to answer with a harsh item and one to the supervisors, and two of one's own.
    public static Questions questions() {
        return new Questions(
                List.of(
                        SampleTasks.asked(
                                "q-1",
                                "Mina Okafor",
                                "Is “before we make you” a threat in your reading, "
                                        + "or only more of the same? I would call it harassment at level 3."),
                        SampleTasks.asked("q-2", null, "May I take this one although I know the forum?")),
                List.of(
                        SampleTasks.answered("task-x", "It is a line from the film, but he means her."),
                        SampleTasks.asked("q-3", "Sen Aoki", "Do we still allow this emblem in a museum's post?")));
    }

    public static ModeratorQuality coaching() {
        return coaching(List.of(card("p-88213", "GOLDEN"), card("p-90017", "ADJUDICATION")));
    }

    public static ModeratorQuality nothingToLearn() {
        return coaching(List.of());
    }

    private static ModeratorQuality coaching(List<CoachingCard> cards) {
        var none = new BySource(0, 0, null);
        return new ModeratorQuality(
                new PersonName("p1", "Mina Okafor"),
                SampleTasks.NOW.minusSeconds(86_400),
                SampleTasks.NOW,
                40,
                38,
                new Estimate(0.95, 0.83, 0.99),
                none,
                none,
                List.of(),
                cards);
    }

    private static CoachingCard card(String externalId, String settledBy) {
        return new CoachingCard(
                "i-" + externalId,
                "forum",
                externalId,
                settledBy,
                SampleTasks.NOW,
                new CoachingCard.Answer(
                        Outcome.VIOLATION, List.of(new Violation("profanity", 2, List.of(), List.of(), List.of()))),
                new CoachingCard.Answer(
                        Outcome.VIOLATION, List.of(new Violation("hate", 3, List.of(), List.of(), List.of()))),
                List.of("hate"),
                List.of("profanity"),
                List.of(
                        new CoachingCard.PolicyText(
                                "hate",
                                3,
                                "Hate",
                                "# Hate\n\nAttacks on people for **who they are** "
                                        + "break this policy, also as a *joke*.\n\n- slurs, also in disguise\n- calls to exclude"),
                        new CoachingCard.PolicyText(
                                "profanity", 1, "Profanity", "Strong words about things are fine.")));
    }

    public static ExposureView exposure() {
        var today = new ExposureDay(LocalDate.of(2026, 11, 20), 312.4, 1_700, 1_140, 212);
        return new ExposureView(today, 600, false, null, new CareSettings(true, 90, 10), List.of(today));
    }
}
