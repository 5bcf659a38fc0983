package dev.docket.client.insights;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Figure;
import dev.docket.dto.insights.Insight.Shape;
import dev.docket.dto.insights.Insight.Unit;
import dev.docket.dto.insights.Insight.Wish;
import dev.docket.dto.problem.Problem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A floor with a month behind it.
final class FakeInsightsApi implements InsightsApi {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    final Map<String, Insight> panels = new HashMap<>();
    final List<String> asked = new ArrayList<>();
    boolean offline;

    @Nullable String refuses;

    FakeInsightsApi() {
        put(rows("queue-ages", Unit.MINUTES, Wish.AT_MOST, ages()));
        put(rows("in-time", Unit.SHARE, Wish.AT_LEAST, inTime()));
        put(series("throughput", Shape.COLUMNS, Unit.DECISIONS, Wish.AT_LEAST, throughput()));
        put(rows("overturns", Unit.SHARE, Wish.AT_MOST, overturns()));
        put(rows("agreement", Unit.ALPHA, Wish.AT_LEAST, agreement()));
        put(rows("precision", Unit.SHARE, null, precision()));
        put(rows("recall", Unit.SHARE, null, recall()));
        put(new Insight("cost", NOW.minus(Duration.ofDays(30)), NOW, Shape.ROWS, Unit.MONEY, null, "EUR", costs()));
        put(series("care", Shape.LINE, Unit.POINTS, Wish.AT_MOST, care()));
        put(series("own-work", Shape.COLUMNS, Unit.DECISIONS, null, own()));
        put(rows("own-accuracy", Unit.SHARE, Wish.AT_LEAST, ownAccuracy()));
    }

    void put(Insight insight) {
        panels.put(insight.panel(), insight);
    }

    @Override
    public Insight panel(String name, int days) throws ApiProblem, Offline {
        asked.add(name + " " + days);
        if (offline) {
            throw new Offline(new IOException("away"));
        }
        var panel = panels.get(name);
        if (refuses != null || panel == null) {
            String slug = refuses == null ? "not-found" : refuses;
            throw new ApiProblem(new Problem(Problem.TYPE_PREFIX + slug, slug, 500, null, null, null));
        }
        return panel;
    }

    static Insight rows(String name, Unit unit, @Nullable Wish wish, List<Figure> figures) {
        return series(name, Shape.ROWS, unit, wish, figures);
    }

    static Insight series(String name, Shape shape, Unit unit, @Nullable Wish wish, List<Figure> figures) {
        return new Insight(name, NOW.minus(Duration.ofDays(30)), NOW, shape, unit, wish, figures);
    }

    static Figure count(String key, double value, @Nullable Double target, boolean missed) {
        return new Figure(key, null, null, value, null, null, 12, target, missed);
    }

    static Figure estimate(String key, double value, double low, double high, long of, double target, boolean missed) {
        return new Figure(key, null, null, value, low, high, of, target, missed);
    }

    private static List<Figure> ages() {
        return List.of(
                count("harassment", 132, 120.0, true),
                count("hate", 47, 120.0, false),
                count("violence", 12, 60.0, false),
                count("self_harm", 9, 30.0, false),
                count("spam", 205, null, false),
                count("adjudication", 64, null, false));
    }

    private static List<Figure> inTime() {
        return List.of(
                estimate("all", .951, .943, .958, 2987, .95, false),
                estimate("harassment", .86, .83, .886, 612, .95, true),
                estimate("hate", .96, .94, .973, 508, .95, false),
                estimate("violence", .97, .92, .989, 103, .95, false),
                estimate("self_harm", .9, .74, .965, 30, .95, false),
                estimate("spam", .975, .967, .981, 1734, .95, false));
    }

    private static List<Figure> throughput() {
        var figures = new ArrayList<Figure>();
        for (int day = 0; day < 30; day++) {
            double came = 95 + 40 * Math.sin(day / 1.1) + (day % 7 < 2 ? -30 : 12);
            double decided = came + 24 * Math.cos(day * 1.7) - (day == 22 ? 70 : 0);
            figures.add(new Figure(
                    "all", null, from(30 - day), decided, null, null, Math.round(decided), came, decided < came * .8));
        }
        return figures;
    }

    private static Instant from(int daysAgo) {
        return NOW.minus(Duration.ofDays(daysAgo));
    }

    private static List<Figure> overturns() {
        return List.of(
                estimate("all", .18, .14, .229, 291, .3, false),
                estimate("harassment", .22, .16, .295, 141, .3, false),
                estimate("hate", .46, .34, .585, 63, .3, true),
                estimate("spam", .07, .03, .15, 72, .3, false),
                estimate("violence", .2, .07, .452, 15, .3, false));
    }

    private static List<Figure> agreement() {
        return List.of(
                estimate("harassment", .71, .62, .79, 210, .6, false),
                estimate("hate", .48, .36, .58, 170, .6, true),
                estimate("violence", .66, .41, .85, 44, .6, false),
                estimate("spam", .88, .82, .93, 260, .6, false),
                new Figure("copyright", null, null, null, null, null, 3, .6, false));
    }

    private static List<Figure> precision() {
        return List.of(
                new Figure("harassment", null, null, .58, .54, .62, 612, null, false),
                new Figure("hate", null, null, .41, .37, .45, 508, null, false),
                new Figure("spam", null, null, .83, .81, .85, 1734, null, false),
                new Figure("violence", null, null, .52, .43, .61, 103, null, false));
    }

    private static List<Figure> recall() {
        return List.of(
                new Figure("all", null, null, .84, .71, .93, 640, null, false),
                new Figure("spam", null, null, .93, .81, .98, 640, null, false),
                new Figure("hate", null, null, .71, .42, .9, 640, null, false),
                new Figure("copyright", null, null, null, null, null, 640, null, false));
    }

    private static List<Figure> costs() {
        return List.of(
                new Figure("all", null, null, .094, .091, .097, 2987, null, false),
                new Figure("appeals", null, null, 1.62, 1.31, 1.93, 84, null, false),
                new Figure("hate", null, null, .131, .12, .142, 508, null, false),
                new Figure("spam", null, null, .043, .041, .045, 1734, null, false));
    }

    private static List<Figure> care() {
        double[] points = {9100, 9800, 0, 12400, 15100, 18300, 14200, 11900};
        var figures = new ArrayList<Figure>();
        for (int week = 0; week < points.length; week++) {
            boolean known = points[week] > 0;
            figures.add(new Figure(
                    "all",
                    null,
                    from(7 * (points.length - week)),
                    known ? points[week] : null,
                    null,
                    null,
                    known ? 9 : 0,
                    24000.0,
                    false));
        }
        return figures;
    }

    private static List<Figure> own() {
        var figures = new ArrayList<Figure>();
        for (int day = 0; day < 30; day++) {
            double decided = day % 7 < 2 ? 0 : 150 + 30 * Math.sin(day * 2.1);
            figures.add(new Figure("all", null, from(30 - day), decided, null, null, Math.round(decided), null, false));
        }
        return figures;
    }

    private static List<Figure> ownAccuracy() {
        return List.of(
                estimate("golden", .94, .87, .974, 84, .9, false),
                estimate("adjudicated", .71, .53, .847, 28, .9, true));
    }
}
