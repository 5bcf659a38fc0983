package dev.docket.client.care;

import dev.docket.client.common.i18n.Messages;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Points of days or weeks as bars, with a line at the cap of a day.
final class ExposureBars extends Region {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final double HEIGHT = 120;
    private static final double FOOT = 20;
    private static final double HEAD = 6;
    private static final double WIDEST = 48;
    private static final int NAMES = 5;
    private static final int MINUTE = 60;

    private final Messages messages;
    private final List<Region> bars = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final Region base = part("base");
    private final Region cap = part("cap");
    private List<Exposed> shown = List.of();
    private double dailyCap;
    private double most = 1;

    ExposureBars(Messages messages) {
        this.messages = messages;
        getStyleClass().add("exposure-bars");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
    }

    /// @param capOfADay drawn where the bars are days
    void show(List<Exposed> stretches, int capOfADay) {
        shown = stretches;
        boolean byDay = stretches.stream().allMatch(one -> one.days() == 1);
        dailyCap = byDay ? capOfADay : 0;
        most = Math.max(
                Math.max(1, dailyCap * 1.1),
                stretches.stream().mapToDouble(Exposed::points).max().orElse(1));
        bars.clear();
        names.clear();
        int every = Math.max(1, Math.ceilDiv(stretches.size(), NAMES));
        for (int at = 0; at < stretches.size(); at++) {
            var one = stretches.get(at);
            var bar = part("bar");
            bar.pseudoClassStateChanged(OVER, byDay && one.points() >= capOfADay);
            Tooltip.install(bar, new Tooltip(said(one)));
            bars.add(bar);
            var name = new Label(at % every == 0 ? name(one) : "");
            name.getStyleClass().add("day");
            names.add(name);
        }
        cap.setVisible(byDay);
        getChildren().setAll(bars);
        getChildren().addAll(base, cap);
        getChildren().addAll(names);
        requestLayout();
    }

    String said(Exposed one) {
        return messages.get(
                one.days() == 1 ? "care.day" : "care.week",
                name(one),
                NumberFormat.getIntegerInstance(messages.locale()).format(Math.round(one.points())),
                one.items(),
                one.harshSeconds() / MINUTE);
    }

    private String name(Exposed one) {
        return DateTimeFormatter.ofLocalizedPattern("MMMd")
                .withLocale(messages.locale())
                .format(one.from());
    }

    private static Region part(String style) {
        var region = new Region();
        region.getStyleClass().add(style);
        return region;
    }

    @Override
    protected void layoutChildren() {
        double floor = getHeight() - FOOT;
        double step = getWidth() / Math.max(1, shown.size());
        double width = Math.max(2, Math.min(WIDEST, Math.round(step * 0.7)));
        for (int at = 0; at < shown.size(); at++) {
            double middle = (at + 0.5) * step;
            double height = Math.round((floor - HEAD) * shown.get(at).points() / most);
            bars.get(at).resizeRelocate(Math.round(middle - width / 2), floor - height, width, height);
            var name = names.get(at);
            double wide = name.prefWidth(-1);
            double left = Math.clamp(middle - wide / 2, 0, Math.max(0, getWidth() - wide));
            name.resizeRelocate(Math.round(left), floor + 3, wide, name.prefHeight(-1));
        }
        base.resizeRelocate(0, floor, getWidth(), 1);
        cap.resizeRelocate(0, Math.round(floor - (floor - HEAD) * dailyCap / most), getWidth(), 1);
    }
}
