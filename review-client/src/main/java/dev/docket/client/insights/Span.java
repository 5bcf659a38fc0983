package dev.docket.client.insights;

import java.util.Locale;

/// How far back the panels look.
public enum Span {
    DAY(1),
    WEEK(7),
    MONTH(30),
    QUARTER(90);

    private final int days;

    Span(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }

    Span next() {
        return values()[(ordinal() + 1) % values().length];
    }

    String messageKey() {
        return "insights.span." + name().toLowerCase(Locale.ROOT);
    }
}
