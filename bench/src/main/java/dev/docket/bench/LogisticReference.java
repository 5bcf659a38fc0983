package dev.docket.bench;

import java.util.Arrays;

/// A logistic regression solved by L-BFGS until its slope is nought to eight digits, in doubles, written apart from the
/// product's: with a line search that holds Wolfe's conditions, and a regularisation (`C = 1` in the
/// usual notation) that is given and not chosen.
final class LogisticReference {
    private static final int MEMORY = 20;
    private static final int MOST = 2_000;
    private static final double SLOPE = 1e-8;

    private final float[][] rows;
    private final boolean[] found;
    private final int width;

    private LogisticReference(float[][] rows, boolean[] found) {
        this.rows = rows;
        this.found = found;
        width = rows[0].length + 1;
    }

    /// @param weights the bias comes last
    record Solution(double[] weights) {
        double logit(float[] row) {
            double z = weights[row.length];
            for (int d = 0; d < row.length; d++) {
                z += weights[d] * row[d];
            }
            return z;
        }
    }

    static Solution solve(float[][] rows, boolean[] found) {
        return new Solution(new LogisticReference(rows, found).solve());
    }

    private double[] solve() {
        double[] x = new double[width];
        double[] g = new double[width];
        double f = at(x, g);
        double[][] s = new double[MEMORY][];
        double[][] y = new double[MEMORY][];
        for (int step = 0; step < MOST && norm(g) > SLOPE; step++) {
            double[] p = direction(g, s, y, step);
            double slope = dot(p, g);
            double low = 0;
            double high = Double.POSITIVE_INFINITY;
            double pace = step == 0 ? 1 / norm(g) : 1;
            double[] next = new double[width];
            double[] nextG = new double[width];
            double nextF = f;
            for (int trial = 0; trial < 50; trial++) {
                for (int d = 0; d < width; d++) {
                    next[d] = x[d] + pace * p[d];
                }
                nextF = at(next, nextG);
                if (nextF > f + 1e-4 * pace * slope) {
                    high = pace;
                } else if (dot(p, nextG) < 0.9 * slope) {
                    low = pace;
                } else {
                    break;
                }
                pace = Double.isInfinite(high) ? 2 * pace : (low + high) / 2;
            }
            int at = step % MEMORY;
            s[at] = difference(next, x);
            y[at] = difference(nextG, g);
            x = next;
            g = nextG.clone();
            if (Math.abs(f - nextF) < 1e-15 * Math.abs(f)) {
                break;
            }
            f = nextF;
        }
        return x;
    }

    private static double[] direction(double[] g, double[][] s, double[][] y, int step) {
        double[] q = g.clone();
        int kept = Math.min(step, MEMORY);
        double[] alpha = new double[kept];
        for (int k = 0; k < kept; k++) {
            int at = Math.floorMod(step - 1 - k, MEMORY);
            alpha[k] = dot(s[at], q) / dot(s[at], y[at]);
            add(q, y[at], -alpha[k]);
        }
        if (kept > 0) {
            int last = Math.floorMod(step - 1, MEMORY);
            double scale = dot(s[last], y[last]) / dot(y[last], y[last]);
            for (int d = 0; d < q.length; d++) {
                q[d] *= scale;
            }
        }
        for (int k = kept - 1; k >= 0; k--) {
            int at = Math.floorMod(step - 1 - k, MEMORY);
            add(q, s[at], alpha[k] - dot(y[at], q) / dot(s[at], y[at]));
        }
        for (int d = 0; d < q.length; d++) {
            q[d] = -q[d];
        }
        return q;
    }

    private double at(double[] x, double[] g) {
        Arrays.fill(g, 0);
        double sum = 0;
        int n = rows.length;
        for (int i = 0; i < n; i++) {
            float[] row = rows[i];
            double z = x[width - 1];
            for (int d = 0; d < row.length; d++) {
                z += x[d] * row[d];
            }
            double target = found[i] ? 1 : 0;
            double error = 1 / (1 + Math.exp(-z)) - target;
            sum += Math.log1p(Math.exp(-Math.abs(z))) + Math.max(z, 0) - target * z;
            for (int d = 0; d < row.length; d++) {
                g[d] += error * row[d];
            }
            g[width - 1] += error;
        }
        double squares = 0;
        for (int d = 0; d < width - 1; d++) {
            squares += x[d] * x[d];
            g[d] += x[d];
        }
        for (int d = 0; d < width; d++) {
            g[d] /= n;
        }
        return (sum + squares / 2) / n;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = a.clone();
        add(difference, b, -1);
        return difference;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int d = 0; d < to.length; d++) {
            to[d] += times * what[d];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
