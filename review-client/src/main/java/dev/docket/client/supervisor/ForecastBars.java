package dev.docket.client.supervisor;

import dev.docket.client.common.item.ItemWords;
import dev.docket.client.supervisor.QueueOutlook.Expected;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// The hours to come as bars: what is expected, and behind it what it may be at most.
final class ForecastBars extends Region {
    private static final double HEIGHT = 96;
    private static final double FOOT = 18;
    private static final int LABEL_EVERY = 4;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final ItemWords words;
    private final Region base = part("base");
    private final List<Region> likely = new ArrayList<>();
    private final List<Region> atMost = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private List<Expected> hours = List.of();

    ForecastBars(ItemWords words) {
        this.words = words;
        getStyleClass().add("forecast-bars");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
    }

    /// @param zone in which hours are named
    void show(List<Expected> next, ZoneId zone) {
        hours = next;
        likely.clear();
        atMost.clear();
        names.clear();
        for (int hour = 0; hour < next.size(); hour++) {
            var at = next.get(hour);
            String name = HOUR.format(at.from().atZone(zone));
            var tip = new Tooltip(said(name, at));
            likely.add(hinted("likely", tip));
            atMost.add(hinted("at-most", tip));
            if (hour % LABEL_EVERY == 0) {
                var label = new Label(name);
                label.getStyleClass().add("hour");
                names.add(label);
            }
        }
        getChildren().setAll(atMost);
        getChildren().addAll(likely);
        getChildren().addAll(names);
        getChildren().add(base);
        requestLayout();
    }

    private String said(String name, Expected at) {
        return at.people() == null
                ? words.text("supervisor.outlook.hour", name, round(at.expected()), round(at.low()), round(at.high()))
                : words.text(
                        "supervisor.outlook.hour-people",
                        name,
                        round(at.expected()),
                        round(at.low()),
                        round(at.high()),
                        at.people());
    }

    static long round(double tasks) {
        return Math.round(tasks);
    }

    private static Region hinted(String style, Tooltip tip) {
        var region = part(style);
        Tooltip.install(region, tip);
        return region;
    }

    private static Region part(String style) {
        var region = new Region();
        region.getStyleClass().add(style);
        return region;
    }

    @Override
    protected void layoutChildren() {
        if (hours.isEmpty()) {
            return;
        }
        double most =
                Math.max(1, hours.stream().mapToDouble(Expected::high).max().orElse(1));
        double floor = getHeight() - FOOT;
        double step = getWidth() / hours.size();
        for (int hour = 0; hour < hours.size(); hour++) {
            double left = Math.round(hour * step) + 1;
            double width = Math.round((hour + 1) * step) - left - 1;
            bar(atMost.get(hour), left, width, floor, hours.get(hour).high() / most);
            bar(likely.get(hour), left, width, floor, hours.get(hour).expected() / most);
        }
        for (int name = 0; name < names.size(); name++) {
            var label = names.get(name);
            label.resizeRelocate(
                    Math.round(name * LABEL_EVERY * step) + 1, floor + 2, label.prefWidth(-1), label.prefHeight(-1));
        }
        base.resizeRelocate(0, floor, getWidth(), 1);
    }

    private static void bar(Region bar, double left, double width, double floor, double share) {
        double height = Math.round(floor * share);
        bar.resizeRelocate(left, floor - height, width, height);
    }
}
