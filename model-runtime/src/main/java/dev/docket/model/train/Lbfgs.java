package dev.docket.model.train;

import java.util.ArrayDeque;

/// Minimises a smooth function by the limited-memory BFGS method (Liu and Nocedal 1989) with a
/// backtracking search. Nothing in it is drawn: equal input gives equal output.
final class Lbfgs {
    private static final int MEMORY = 10;
    private static final int MOST_HALVINGS = 30;
    private static final double ENOUGH = 1e-4;

    private final Function function;
    private final int most;
    private final double tolerance;
    private final ArrayDeque<Pair> pairs = new ArrayDeque<>();

    /// @param most steps
    /// @param tolerance of the largest slope at the minimum
    Lbfgs(Function function, int most, double tolerance) {
        this.function = function;
        this.most = most;
        this.tolerance = tolerance;
    }

    /// What is minimised.
    interface Function {
        /// @param slope filled with the gradient at `x`
        double at(double[] x, double[] slope);
    }

    double[] minimise(double[] start) {
        double[] x = start.clone();
        double[] slope = new double[x.length];
        double value = function.at(x, slope);
        for (int step = 0; step < most && largest(slope) > tolerance; step++) {
            double[] direction = direction(slope);
            double descent = dot(direction, slope);
            if (descent >= 0) {
                pairs.clear();
                direction = scaled(slope, -1);
                descent = -dot(slope, slope);
            }
            double pace = pairs.isEmpty() ? Math.min(1, 1 / Math.sqrt(dot(slope, slope))) : 1;
            double[] next = new double[x.length];
            double[] nextSlope = new double[x.length];
            double nextValue = Double.POSITIVE_INFINITY;
            for (int halving = 0; halving < MOST_HALVINGS; halving++, pace /= 2) {
                for (int i = 0; i < x.length; i++) {
                    next[i] = x[i] + pace * direction[i];
                }
                nextValue = function.at(next, nextSlope);
                if (nextValue <= value + ENOUGH * pace * descent) {
                    break;
                }
            }
            if (!(nextValue < value)) {
                return x;
            }
            remember(x, next, slope, nextSlope);
            x = next;
            slope = nextSlope;
            value = nextValue;
        }
        return x;
    }

    private void remember(double[] x, double[] next, double[] slope, double[] nextSlope) {
        double[] s = new double[x.length];
        double[] y = new double[x.length];
        for (int i = 0; i < s.length; i++) {
            s[i] = next[i] - x[i];
            y[i] = nextSlope[i] - slope[i];
        }
        double curvature = dot(s, y);
        if (curvature > 1e-16) {
            pairs.addLast(new Pair(s, y, 1 / curvature));
            if (pairs.size() > MEMORY) {
                pairs.removeFirst();
            }
        }
    }

    private double[] direction(double[] slope) {
        double[] q = scaled(slope, -1);
        double[] alphas = new double[pairs.size()];
        int i = pairs.size();
        for (var newest = pairs.descendingIterator(); newest.hasNext(); ) {
            var pair = newest.next();
            alphas[--i] = pair.inverse() * dot(pair.s(), q);
            add(q, pair.y(), -alphas[i]);
        }
        if (!pairs.isEmpty()) {
            var last = pairs.getLast();
            double scale = 1 / (last.inverse() * dot(last.y(), last.y()));
            for (int d = 0; d < q.length; d++) {
                q[d] *= scale;
            }
        }
        for (var pair : pairs) {
            double beta = pair.inverse() * dot(pair.y(), q);
            add(q, pair.s(), alphas[i++] - beta);
        }
        return q;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static double[] scaled(double[] a, double times) {
        double[] scaled = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            scaled[i] = times * a[i];
        }
        return scaled;
    }

    private static double largest(double[] a) {
        double largest = 0;
        for (double value : a) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /// @param inverse of the curvature along the step
    private record Pair(double[] s, double[] y, double inverse) {}
}
