package dev.docket.backend.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DawidSkeneTest {
    /// Dawid and Skene (1979), table 1: what five anaesthetists, the first of them three
    /// times, found of 45 patients.
    private static final String PATIENTS = """
            1111111 3334334 1122122 2223121 2223222 2223322 1222111 3333433 2222223 2322223 4444444 2223343
            1111111 2223212 1211111 1112111 1111111 1111111 2222221 2221322 2222222 2222221 2223222 2212222
            1111111 1111111 2322222 1111111 1111111 1121121 1111111 3333233 1111111 2222222 2223232 4334343
            2212232 2323233 3333432 1111111 1111111 1212111 2322222 1211111 2222222
            """;

    /// What they publish of the classes' shares and of the first observer's errors.
    @Test
    void theAnaesthetistsErrAsPublished() {
        var fit = DawidSkene.fit(anaesthetists(), 1e-9, 0);

        assertThat(fit.settled()).isTrue();
        assertThat(fit.prevalence()[0]).isCloseTo(0.40, within(0.005));
        assertThat(fit.prevalence()[1]).isCloseTo(0.42, within(0.005));
        assertThat(fit.prevalence()[2]).isCloseTo(0.11, within(0.005));
        assertThat(fit.prevalence()[3]).isCloseTo(0.07, within(0.005));
        assertThat(fit.confusion()[0][0][0]).isCloseTo(0.89, within(0.005));
        assertThat(fit.confusion()[0][1][1]).isCloseTo(0.88, within(0.005));
        assertThat(fit.confusion()[0][2][1]).isCloseTo(0.34, within(0.005));
        assertThat(fit.confusion()[0][3][2]).isCloseTo(0.56, within(0.005));
    }

    /// Two good raters among five, of whom three err the same way: the crowd is wrong where
    /// they meet.
    @Test
    void itFindsTheTruthWhereTheMajorityErrs() {
        var crowd = Crowd.of(3_000, 11, new double[] {0.95, 0.93, 0.6, 0.58, 0.55}, 1.0);
        var fit = DawidSkene.fit(crowd.ratings, 0.5, 1);

        double majority = crowd.right(crowd.ratings.majority());
        double found = crowd.right(fit.truth());
        assertThat(found).isGreaterThan(majority + 0.05);
        assertThat(found).isGreaterThan(0.95);
    }

    @Test
    void itRecoversHowEachRaterErrs() {
        double[] rates = {0.95, 0.93, 0.6, 0.58, 0.55};
        var crowd = Crowd.of(3_000, 12, rates, 1.0);
        var fit = DawidSkene.fit(crowd.ratings, 0.5, 1);

        for (int rater = 0; rater < rates.length; rater++) {
            for (int truth = 0; truth < 3; truth++) {
                assertThat(fit.confusion()[rater][truth][truth]).isCloseTo(rates[rater], within(0.05));
            }
            assertThat(fit.accuracy(rater)).isCloseTo(rates[rater], within(0.03));
        }
    }

    @Test
    void ratersWhoSawLittleChangeLittle() {
        var crowd = Crowd.of(400, 13, new double[] {0.9, 0.9, 0.85, 0.8}, 0.4);
        var votes = new ArrayList<>(crowd.ratings.votes());
        votes.add(new Ratings.Vote(0, 4, (crowd.truth[0] + 1) % 3));
        var fit = DawidSkene.fit(new Ratings(400, 5, 3, votes), 0.5, 1);

        assertThat(fit.accuracy(4)).isBetween(0.3, 0.7);
        assertThat(crowd.right(fit.truth())).isGreaterThan(0.8);
    }

    @Test
    void unanimousAndLonelyVotesDoNotBreakIt() {
        var votes = IntStream.range(0, 10)
                .mapToObj(item -> new Ratings.Vote(item, item % 2, 0))
                .toList();
        var fit = DawidSkene.fit(new Ratings(11, 2, 2, votes), 0.1, 0.1);

        assertThat(fit.truth()).containsOnly(0);
        assertThat(java.util.List.of(fit.belief()))
                .allSatisfy(of -> assertThat(of[0] + of[1]).isCloseTo(1, within(1e-9)));
    }

    private static Ratings anaesthetists() {
        var votes = new ArrayList<Ratings.Vote>();
        String[] patients = PATIENTS.strip().split("\\s+");
        for (int patient = 0; patient < patients.length; patient++) {
            for (int look = 0; look < 7; look++) {
                votes.add(new Ratings.Vote(patient, Math.max(0, look - 2), patients[patient].charAt(look) - '1'));
            }
        }
        return new Ratings(patients.length, 5, 4, votes);
    }

    /// Simulated raters of three classes. Who errs says the next class, all in the same way.
    private record Crowd(Ratings ratings, int[] truth) {
        static Crowd of(int items, long seed, double[] rates, double looks) {
            var random = new SplittableRandom(seed);
            int[] truth = IntStream.range(0, items)
                    .map(item -> random.nextDouble() < 0.5 ? 0 : 1 + random.nextInt(2))
                    .toArray();
            var votes = new ArrayList<Ratings.Vote>();
            for (int item = 0; item < items; item++) {
                for (int rater = 0; rater < rates.length; rater++) {
                    if (random.nextDouble() < looks) {
                        boolean right = random.nextDouble() < rates[rater];
                        votes.add(new Ratings.Vote(item, rater, right ? truth[item] : (truth[item] + 1) % 3));
                    }
                }
            }
            return new Crowd(new Ratings(items, rates.length, 3, votes), truth);
        }

        double right(int[] found) {
            return IntStream.range(0, truth.length)
                            .filter(item -> found[item] == truth[item])
                            .count()
                    / (double) truth.length;
        }
    }
}
