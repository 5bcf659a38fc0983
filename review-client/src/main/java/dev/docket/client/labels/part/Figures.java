package dev.docket.client.labels.part;

import dev.docket.client.common.chart.Axis;
import dev.docket.client.common.chart.Axis.Tick;
import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.Phrase;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Numbers as this screen says them.
public final class Figures {
    private static final String PROBLEM = "problem.";
    private static final double[] QUARTERS = {0, 0.25, 0.5, 0.75, 1};

    private final ItemWords words;
    private final Locale locale;

    public Figures(ItemWords words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    public ItemWords words() {
        return words;
    }

    public String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    /// A sentence of the floor in the desk's language; the floor's own words where the desk has none for it.
    ///
    /// @param english empty for none
    public String said(@Nullable Phrase phrase, String english) {
        if (phrase == null) {
            return english;
        }
        return words.said("labels.phrase", phrase, this::name).orElseGet(() -> refused(phrase.code(), english));
    }

    /// Why something was refused, by the kind of the refusal where there are no closer words.
    private String refused(String code, String english) {
        String slug = code.startsWith(PROBLEM) ? code.substring(PROBLEM.length()) : "";
        return !slug.isEmpty() && words.knows("problem", slug) ? words.named("problem", slug) : english;
    }

    private String name(String kind, String key) {
        return kind.equals("input") ? words.named("labels.drift.input", key) : key;
    }

    /// A count in full.
    public String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /// A figure of 0..1: `0.842`.
    public String figure(double value) {
        return decimals(value, 3);
    }

    /// A figure of 0..1 in two digits.
    public String shortFigure(double value) {
        return decimals(value, 2);
    }

    /// A difference with its sign: `+0.021`.
    public String difference(double value) {
        return (value < 0 ? "−" : "+") + decimals(Math.abs(value), 3);
    }

    /// A share with one digit after the point.
    public String percent(double share) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    /// A share as somebody would type it, in percent and with as many digits as it has: `5`, `0.25`.
    public String typedPercent(double share) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(6);
        return format.format(share * 100);
    }

    /// Whatever it may be: counts without a fraction, anything else with three digits.
    public String any(double value) {
        double size = Math.abs(value);
        boolean isCount = size == Math.rint(size);
        return (value < 0 ? "−" : "") + (isCount ? count(Math.round(size)) : figure(size));
    }

    public String figureOr(@Nullable Double value) {
        return value == null ? "–" : figure(value);
    }

    private String decimals(double value, int digits) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }

    /// From none to all.
    public Axis shares(String name) {
        return new Axis(
                name,
                0,
                1,
                DoubleStream.of(QUARTERS)
                        .mapToObj(at -> new Tick(at, shortFigure(at)))
                        .toList());
    }

    /// Shares up to the largest there is.
    public Axis sharesUpTo(double most) {
        double top = Math.max(0.01, Math.ceil(most * 20) / 20);
        return new Axis(
                "",
                0,
                top,
                List.of(new Tick(0, percent(0)), new Tick(top / 2, percent(top / 2)), new Tick(top, percent(top))));
    }
}
