package dev.docket.backend.labels;

import static dev.docket.backend.labels.Rows.look;
import static dev.docket.backend.labels.Rows.standing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WeighingTest {
    private static final Looks ALONE = new Looks(List.of(look("FIRST", "spam")));
    private static final Looks AGREED = new Looks(List.of(look("FIRST", "spam"), look("SECOND", "spam")));
    private static final Looks SPLIT =
            new Looks(List.of(look("FIRST", "spam"), look("SECOND"), look("ADJUDICATION", "spam")));

    @Test
    void anItemDrawnRarelyStandsForManyUpToAClip() {
        assertThat(Weighing.of(standing(AGREED, false), 1, 1)).isEqualTo(1);
        assertThat(Weighing.of(standing(AGREED, false), 0.1, 1)).isEqualTo(10);
        assertThat(Weighing.of(standing(AGREED, false), 0.001, 1)).isEqualTo(20);
    }

    @Test
    void whatWasThinnedOutCountsForThoseLeftOut() {
        assertThat(Weighing.of(standing(AGREED, false), 1, 0.25)).isEqualTo(4);
    }

    @Test
    void certaintyGoesWithAgreementAndWithTheCareTaken() {
        assertThat(Weighing.certainty(standing(ALONE, false))).isEqualTo(0.8);
        assertThat(Weighing.certainty(standing(AGREED, false))).isEqualTo(1);
        assertThat(Weighing.certainty(standing(SPLIT, false))).isEqualTo(0.5);
        assertThat(Weighing.certainty(standing("ADJUDICATION", SPLIT, false, null)))
                .isEqualTo(1);
        assertThat(Weighing.certainty(standing("FIRST", ALONE, false, "UPHOLD")))
                .isEqualTo(1);
        assertThat(Weighing.certainty(standing("FIRST", ALONE, true, null))).isEqualTo(1);
        assertThat(Weighing.certainty(new Standing(Standing.IMPORTED, null, Looks.NONE, null, false, false, 0.5)))
                .isEqualTo(0.5);
    }

    @Test
    void onlyBlindLooksAreRatersAndEachPersonCountsOnce() {
        var first = look("FIRST", "spam");
        var again = new Look(first.person(), Look.TRIAL, "APPROVE", Set.of(), Rows.BEGIN);
        var undecided = new Look(UUID.randomUUID(), "SECOND", "CANNOT_DECIDE", Set.of(), Rows.BEGIN);
        var looks = new Looks(List.of(first, again, undecided, look("ADJUDICATION")));
        assertThat(looks.blind()).containsExactly(first);
        assertThat(looks.agreement()).isNull();
        assertThat(looks.adjudicated()).isTrue();
        assertThat(SPLIT.agreement()).isZero();
        assertThat(new Looks(List.of(look("FIRST", "spam"), look("SECOND", "spam"), look("TRIAL"))).agreement())
                .isEqualTo(1.0 / 3);
    }
}
