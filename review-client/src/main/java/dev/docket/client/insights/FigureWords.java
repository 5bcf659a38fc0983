package dev.docket.client.insights;

import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Figure;
import dev.docket.dto.insights.Insight.Unit;
import dev.docket.dto.insights.Insight.Wish;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Figures as people read them.
final class FigureWords {
    private static final Duration BY_HOUR_UP_TO = Duration.ofDays(2);

    /// Between the parts of a key that says what of a model it is about.
    private static final char PART = ':';

    private final ItemWords words;
    private final Locale locale;
    private final ZoneId zone;

    FigureWords(ItemWords words, Locale locale, ZoneId zone) {
        this.words = words;
        this.locale = locale;
        this.zone = zone;
    }

    String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    /// What a row is about.
    String name(Figure figure) {
        if (figure.name() != null) {
            return figure.name();
        }
        if (figure.key().indexOf(PART) > 0) {
            return ofModel(figure.key().split(String.valueOf(PART)));
        }
        return words.knows("insights.key", figure.key())
                ? words.named("insights.key", figure.key())
                : words.queue(figure.key());
    }

    /// What is said of a model: `language:en`, `term:women`, `score:hate:en`.
    private String ofModel(String[] parts) {
        String about = switch (parts[0]) {
            case "language" -> words.language(parts[1]);
            case "term" -> words.named("insights.term", parts[1]);
            case "input" -> words.named("insights.input", parts[1]);
            default -> words.label(parts[1]);
        };
        String said = words.knows("insights.of", parts[0]) ? text("insights.of." + parts[0], about) : about;
        return parts.length > 2 ? said + ", " + words.language(parts[2]) : said;
    }

    /// A figure without its unit's name, as beside a row.
    String value(Insight insight, double value) {
        return switch (insight.unit()) {
            case MINUTES -> minutes(Math.round(value));
            case SHARE -> words.percent(value);
            case ALPHA, INDEX -> words.score(value);
            case ITEMS, DECISIONS, POINTS -> number(value);
            case SECONDS -> seconds(Math.round(value));
            case MONEY -> money(insight.currency(), value);
        };
    }

    private String seconds(long seconds) {
        return seconds < 60 ? text("insights.seconds", seconds) : words.duration(Duration.ofSeconds(seconds));
    }

    private String money(@Nullable String currency, double value) {
        var format = NumberFormat.getCurrencyInstance(locale);
        if (currency != null) {
            format.setCurrency(Currency.getInstance(currency));
        }
        format.setMaximumFractionDigits(value < 1 ? 3 : 2);
        return format.format(value);
    }

    private String minutes(long minutes) {
        var length = Duration.ofMinutes(minutes);
        return length.toDays() > 1 ? text("insights.days", length.toDays()) : words.duration(length);
    }

    private String number(double value) {
        var format = NumberFormat.getIntegerInstance(locale);
        return format.format(Math.round(value));
    }

    /// As short as an axis wants it.
    String tick(Insight insight, double value) {
        return switch (insight.unit()) {
            case ITEMS, DECISIONS, POINTS -> words.count(Math.round(value));
            case MINUTES, SHARE, ALPHA, INDEX, SECONDS, MONEY -> value(insight, value);
        };
    }

    /// When a figure's stretch begins.
    String time(Insight insight, Instant at) {
        boolean byHour = Duration.between(insight.from(), insight.to()).compareTo(BY_HOUR_UP_TO) <= 0;
        var format = byHour ? DateTimeFormatter.ofPattern("HH:mm") : DateTimeFormatter.ofLocalizedPattern("MMMd");
        return format.withLocale(locale).withZone(zone).format(at);
    }

    /// Everything about one figure in a line.
    String said(Insight insight, Figure figure) {
        String of = figure.at() == null ? name(figure) : time(insight, figure.at());
        Double value = figure.value();
        if (value == null) {
            return words.text("insights.said.too-little", of);
        }
        var said = new StringBuilder(words.text(
                "insights.said." + insight.unit().name().toLowerCase(Locale.ROOT), of, value(insight, value)));
        if (figure.low() != null && figure.high() != null) {
            said.append(words.text(
                    "insights.said.interval",
                    value(insight, figure.low()),
                    value(insight, figure.high()),
                    figure.of()));
        }
        if (figure.target() != null && insight.unit() == Unit.DECISIONS) {
            said.append(words.text("insights.said.came", value(insight, figure.target())));
        } else if (figure.target() != null && insight.wish() != null) {
            said.append(words.text(target(insight.wish(), figure.missed()), value(insight, figure.target())));
        }
        return said.toString();
    }

    private static String target(Wish wish, boolean missed) {
        return "insights.said." + (wish == Wish.AT_MOST ? "at-most" : "at-least") + (missed ? "-missed" : "");
    }
}
