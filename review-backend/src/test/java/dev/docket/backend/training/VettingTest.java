package dev.docket.backend.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.backend.labels.TrainingRow;
import dev.docket.backend.platform.Ids;
import dev.docket.dto.models.GuardEffect;
import dev.docket.dto.quality.Estimate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VettingTest {
    private final List<UUID> people = List.of(Ids.next(), Ids.next(), Ids.next(), Ids.next(), Ids.next(), Ids.next());
    private final List<TrainingRow> rows = new ArrayList<>();

    @Test
    void nobodyHasMoreThanAQuarterOfALabelsEvidence() {
        decide(people.get(0), 500, 1);
        people.subList(1, 6).forEach(person -> decide(person, 100, 1));

        var vetting = vetting(Map.of());

        assertThat(share(vetting, people.get(0))).isCloseTo(0.25, within(0.005));
        assertThat(share(vetting, people.get(1))).isCloseTo(0.15, within(0.005));
        var cap = effect(vetting, "moderator-cap");
        assertThat(cap.rows()).isEqualTo(500);
        assertThat(cap.moderators()).containsExactly(people.get(0));
        assertThat(cap.weight()).isCloseTo(1 - 666.7 / 1_000, within(0.01));
        assertThat(cap.items()).hasSize(50);
    }

    @Test
    void whereTwoPeopleDecidedAllOneMayHaveThreeQuarters() {
        decide(people.get(0), 900, 1);
        decide(people.get(1), 100, 1);

        assertThat(share(vetting(Map.of()), people.get(0))).isCloseTo(0.75, within(0.005));
    }

    @Test
    void theOnlyOneWhoDecidedIsNotCapped() {
        decide(people.get(0), 10, 1);

        assertThat(share(vetting(Map.of()), people.get(0))).isEqualTo(1);
        assertThat(effect(vetting(Map.of()), "moderator-cap").rows()).isZero();
    }

    @Test
    void whoeverIsNotTrustedIsLeftOutAndNoted() {
        people.forEach(person -> decide(person, 50, 1));

        var vetting = vetting(Map.of(people.get(2), 0.0, people.get(3), 0.4));

        assertThat(share(vetting, people.get(2))).isZero();
        assertThat(vetting.rows("spam", true) + vetting.rows("spam", false)).isEqualTo(250);
        var golden = effect(vetting, "golden-disagreement");
        assertThat(golden.left()).isEqualTo(50);
        assertThat(golden.rows()).isEqualTo(50);
        assertThat(golden.moderators()).containsExactlyInAnyOrder(people.get(2), people.get(3));
    }

    @Test
    void noRowCountsMoreThanTwentyTimesTheMiddleOne() {
        people.forEach(person -> decide(person, 50, 1));
        decide(people.get(0), 1, 1_000);

        var vetting = vetting(Map.of());

        assertThat(rows.stream().mapToDouble(row -> vetting.weight(row, "spam")).max())
                .hasValue(20);
        assertThat(effect(vetting, "propensity-clip").rows()).isEqualTo(1);
    }

    @Test
    void onlyWhoIsSurelyOftenWrongLosesWorth() {
        assertThat(Trust.worth(new Estimate(0.7, 0.4, 0.9))).isEqualTo(1);
        assertThat(Trust.worth(new Estimate(0.7, 0.6, 0.79))).isCloseTo(0.4, within(1e-9));
        assertThat(Trust.worth(new Estimate(0.45, 0.4, 0.65))).isEqualTo(0.1);
        assertThat(Trust.worth(new Estimate(0.3, 0.2, 0.5))).isZero();
    }

    private Vetting vetting(Map<UUID, Double> trust) {
        return Vetting.of(rows::stream, trust);
    }

    private double share(Vetting vetting, UUID person) {
        double all =
                rows.stream().mapToDouble(row -> vetting.weight(row, "spam")).sum();
        return rows.stream()
                        .filter(row -> person.equals(row.decidedBy()))
                        .mapToDouble(row -> vetting.weight(row, "spam"))
                        .sum()
                / all;
    }

    private static GuardEffect effect(Vetting vetting, String guard) {
        return vetting.effects().stream()
                .filter(effect -> effect.guard().equals(guard))
                .findFirst()
                .orElseThrow();
    }

    private void decide(@Nullable UUID by, int count, double weight) {
        for (int i = 0; i < count; i++) {
            rows.add(new TrainingRow(
                    rows.size() + 1,
                    Ids.next(),
                    "train",
                    "text",
                    "en",
                    Map.of("spam", i % 2),
                    weight,
                    "forum",
                    null,
                    rows.size(),
                    "FIRST",
                    List.of(),
                    by,
                    false,
                    1,
                    Instant.EPOCH,
                    null,
                    Map.of()));
        }
    }
}
