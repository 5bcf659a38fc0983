package dev.docket.backend.quality;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.backend.platform.Wilson;
import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each statistic against the worked examples of those who made it.
class AgreementStatisticsTest {
    /// Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), examples A, B and
    /// C. A row is an observer, a column an item, a dot nothing said.
    @ParameterizedTest
    @CsvSource({
        "0100000010|1110010000, 0.095",
        "aabbdcccedda|babbbccceddd, 0.692",
        "123321412...|1233224125.3|.3332342251.|12332441251., 0.743",
    })
    void alphaIsAsPublished(String observers, double published) {
        assertThat(requireNonNull(KrippendorffAlpha.of(ratings(observers))).value())
                .isCloseTo(published, within(0.0005));
    }

    @Test
    void alphaIsAbsentWhereNobodyCouldDisagree() {
        assertThat(KrippendorffAlpha.of(ratings("aaaa|aaaa"))).isNull();
        assertThat(KrippendorffAlpha.of(ratings("ab..|..ab"))).isNull();
        assertThat(KrippendorffAlpha.of(ratings(""))).isNull();
    }

    @Test
    void rawAgreementIsTheShareOfPairsThatAgree() {
        assertThat(KrippendorffAlpha.rawAgreement(ratings("aab|aba|aab"))).isEqualTo(5.0 / 9);
        assertThat(KrippendorffAlpha.rawAgreement(ratings("a.|.a"))).isNull();
    }

    /// Of 200 floors whose raters err alike, about 190 have the true value within their interval.
    @Test
    void theBootstrapIntervalHoldsTheTruthAsOftenAsItSays() {
        var random = new SplittableRandom(7);
        // Two raters, each right with 0.9, two equal classes: agreement 0.82, alpha 0.64.
        int held = 0;
        for (int floor = 0; floor < 200; floor++) {
            var alpha = requireNonNull(KrippendorffAlpha.of(simulated(random, 300)));
            held += alpha.low() <= 0.64 && 0.64 <= alpha.high() ? 1 : 0;
        }
        assertThat(held).isBetween(180, 198);
    }

    @Test
    void theSameVotesGiveTheSameInterval() {
        var ratings = simulated(new SplittableRandom(3), 50);

        assertThat(KrippendorffAlpha.of(ratings)).isEqualTo(KrippendorffAlpha.of(ratings));
    }

    /// Cohen (1960), table 1: 0.492. Fleiss, Cohen and Everitt (1969): 0.429, standard error 0.054.
    @Test
    void kappaAndItsErrorAreAsPublished() {
        var cohen = requireNonNull(CohenKappa.of(new long[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}));
        var fleiss = requireNonNull(CohenKappa.of(new long[][] {{106, 10, 4}, {22, 28, 10}, {2, 12, 6}}));

        assertThat(cohen.value()).isCloseTo(0.492, within(0.0005));
        assertThat(fleiss.value()).isCloseTo(0.429, within(0.0005));
        assertThat((fleiss.high() - fleiss.low()) / 2 / Wilson.Z).isCloseTo(0.0537, within(0.0001));
    }

    @Test
    void kappaIsAbsentWhereChanceExplainsEverything() {
        assertThat(CohenKappa.of(new long[][] {{40, 0}, {0, 0}})).isNull();
        assertThat(CohenKappa.of(new long[2][2])).isNull();
    }

    /// Newcombe, "Two-sided confidence intervals for the single proportion" (1998), table I,
    /// method 3.
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void wilsonsIntervalIsAsPublished(long right, long all, double low, double high) {
        var share = requireNonNull(Wilson.of(right, all));

        assertThat(share.low()).isCloseTo(low, within(0.00005));
        assertThat(share.high()).isCloseTo(high, within(0.00005));
        assertThat(Wilson.of(0, 0)).isNull();
    }

    private static Ratings simulated(SplittableRandom random, int items) {
        var votes = new ArrayList<Ratings.Vote>();
        for (int item = 0; item < items; item++) {
            int truth = random.nextInt(2);
            for (int rater = 0; rater < 2; rater++) {
                votes.add(new Ratings.Vote(item, rater, random.nextDouble() < 0.9 ? truth : 1 - truth));
            }
        }
        return new Ratings(items, 2, 2, votes);
    }

    private static Ratings ratings(String data) {
        var votes = new ArrayList<Ratings.Named<Character>>();
        String[] observers = data.split("\\|");
        for (int rater = 0; rater < observers.length; rater++) {
            for (int item = 0; item < observers[rater].length(); item++) {
                char said = observers[rater].charAt(item);
                if (said != '.') {
                    votes.add(new Ratings.Named<>(item, rater, said));
                }
            }
        }
        return Ratings.of(votes);
    }
}
