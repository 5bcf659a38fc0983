package dev.docket.backend.quality;

import java.util.Arrays;
import java.util.List;

/// Estimates from votes alone what is true of each item and how each rater errs: the model of
/// Dawid and Skene ("Maximum Likelihood Estimation of Observer Error-Rates Using the EM
/// Algorithm", Applied Statistics 28, 1979).
///
/// Every item has one true class; rater r says class l of an item of true class k with a
/// probability of their own, independently of the others. Expectation and maximisation take
/// turns: how probable is each class for each item given the raters' errors, and what are the
/// errors given those. Three things make it fit for a floor where some raters have looked at
/// a handful of items:
///
/// - **Smoothing.** Each row of a rater's confusion starts from pseudo-counts (a Dirichlet
///   prior, so this is the posterior's mode plus one, and EM still never loses ground on its
///   objective): `smoothing` in each cell and `trust` more on the diagonal. Without it one
///   vote makes a rater infallible, and a zero never becomes anything else. Trust also
///   settles the labels: the classes cannot swap their names.
/// - **Logarithms.** Products over many votes underflow; sums of logarithms do not.
/// - **An end.** It stops when the penalised log-likelihood per item gains less than 1e-9, or
///   after 500 turns.
///
/// It begins with each item's shares of votes. The likelihood has more than one peak, and
/// that beginning finds the one where raters are better than chance.
final class DawidSkene {
    private static final int MOST_TURNS = 500;
    private static final double ENOUGH = 1e-9;

    private final Ratings ratings;
    private final double smoothing;
    private final double trust;
    private final List<List<Ratings.Vote>> votesOf;

    private DawidSkene(Ratings ratings, double smoothing, double trust) {
        this.ratings = ratings;
        this.smoothing = smoothing;
        this.trust = trust;
        this.votesOf = byItem(ratings);
    }

    /// @param smoothing pseudo-votes in each cell of a rater's confusion, and for each
    ///     class's share; above 0
    /// @param trust pseudo-votes more on its diagonal; 0 or above
    static Fit fit(Ratings ratings, double smoothing, double trust) {
        return new DawidSkene(ratings, smoothing, trust).run();
    }

    private Fit run() {
        double[][] belief = shares();
        double before = Double.NEGATIVE_INFINITY;
        for (int turn = 1; ; turn++) {
            var model = maximise(belief);
            double likelihood = expect(model, belief) + prior(model);
            boolean settled = likelihood - before < ENOUGH * Math.max(1, ratings.items());
            if (settled || turn == MOST_TURNS) {
                return new Fit(model.prevalence, model.confusion, belief, likelihood, turn, settled);
            }
            before = likelihood;
        }
    }

    private double[][] shares() {
        int[][] counts = ratings.counts();
        return Arrays.stream(counts)
                .map(row -> {
                    double all = Arrays.stream(row).sum();
                    return Arrays.stream(row)
                            .mapToDouble(count -> all == 0 ? 1.0 / row.length : count / all)
                            .toArray();
                })
                .toArray(double[][]::new);
    }

    private Model maximise(double[][] belief) {
        int classes = ratings.classes();
        double[] prevalence = new double[classes];
        Arrays.fill(prevalence, smoothing);
        for (double[] of : belief) {
            for (int truth = 0; truth < classes; truth++) {
                prevalence[truth] += of[truth];
            }
        }
        normalise(prevalence);
        double[][][] confusion = new double[ratings.raters()][classes][classes];
        for (double[][] rater : confusion) {
            for (int truth = 0; truth < classes; truth++) {
                Arrays.fill(rater[truth], smoothing);
                rater[truth][truth] += trust;
            }
        }
        for (var vote : ratings.votes()) {
            for (int truth = 0; truth < classes; truth++) {
                confusion[vote.rater()][truth][vote.said()] += belief[vote.item()][truth];
            }
        }
        for (double[][] rater : confusion) {
            Arrays.stream(rater).forEach(DawidSkene::normalise);
        }
        return new Model(prevalence, confusion);
    }

    /// Fills in the beliefs; returns the logarithm of the votes' likelihood.
    private double expect(Model model, double[][] belief) {
        double[] prevalence = Arrays.stream(model.prevalence).map(Math::log).toArray();
        double[][][] confusion = Arrays.stream(model.confusion)
                .map(rater -> Arrays.stream(rater)
                        .map(row -> Arrays.stream(row).map(Math::log).toArray())
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
        double likelihood = 0;
        for (int item = 0; item < belief.length; item++) {
            double[] logs = belief[item];
            for (int truth = 0; truth < logs.length; truth++) {
                logs[truth] = prevalence[truth];
                for (var vote : votesOf.get(item)) {
                    logs[truth] += confusion[vote.rater()][truth][vote.said()];
                }
            }
            double highest = Arrays.stream(logs).max().orElse(0);
            double sum = Arrays.stream(logs).map(log -> Math.exp(log - highest)).sum();
            for (int truth = 0; truth < logs.length; truth++) {
                logs[truth] = Math.exp(logs[truth] - highest) / sum;
            }
            likelihood += highest + Math.log(sum);
        }
        return likelihood;
    }

    /// What the pseudo-votes add to the objective.
    private double prior(Model model) {
        double sum = Arrays.stream(model.prevalence)
                .map(share -> smoothing * Math.log(share))
                .sum();
        for (double[][] rater : model.confusion) {
            for (int truth = 0; truth < rater.length; truth++) {
                for (int said = 0; said < rater.length; said++) {
                    sum += (smoothing + (said == truth ? trust : 0)) * Math.log(rater[truth][said]);
                }
            }
        }
        return sum;
    }

    private static List<List<Ratings.Vote>> byItem(Ratings ratings) {
        List<List<Ratings.Vote>> votes = new java.util.ArrayList<>();
        for (int item = 0; item < ratings.items(); item++) {
            votes.add(new java.util.ArrayList<>());
        }
        ratings.votes().forEach(vote -> votes.get(vote.item()).add(vote));
        return votes;
    }

    private static void normalise(double[] row) {
        double all = Arrays.stream(row).sum();
        for (int i = 0; i < row.length; i++) {
            row[i] /= all;
        }
    }

    private record Model(double[] prevalence, double[][][] confusion) {}

    /// What came out.
    ///
    /// @param prevalence the share of each class
    /// @param confusion rater, then true class, then what was said: a probability
    /// @param belief item, then class: how probable it is
    /// @param turns how many it took
    /// @param settled whether it converged rather than ran out of turns
    record Fit(
            double[] prevalence,
            double[][][] confusion,
            double[][] belief,
            double logPosterior,
            int turns,
            boolean settled) {
        /// The most probable class of each item.
        int[] truth() {
            return Arrays.stream(belief)
                    .mapToInt(of -> {
                        int best = 0;
                        for (int i = 1; i < of.length; i++) {
                            best = of[i] > of[best] ? i : best;
                        }
                        return best;
                    })
                    .toArray();
        }

        /// How often the rater is right, over the classes as they occur.
        double accuracy(int rater) {
            double sum = 0;
            for (int truth = 0; truth < prevalence.length; truth++) {
                sum += prevalence[truth] * confusion[rater][truth][truth];
            }
            return sum;
        }
    }
}
