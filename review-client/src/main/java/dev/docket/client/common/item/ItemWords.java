package dev.docket.client.common.item;

import dev.docket.client.common.i18n.Messages;
import dev.docket.dto.Phrase;
import dev.docket.dto.queue.QueueKey;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.TaskKind;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// What every screen says of items, decisions, numbers and times, in the person's language.
public final class ItemWords {
    private final Messages messages;
    private final Locale locale;

    public ItemWords(Messages messages) {
        this.messages = messages;
        this.locale = messages.locale();
    }

    public String text(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    /// The word for something the floor names by a key, or the key itself when it is new to this desk.
    public String named(String prefix, String key) {
        String full = prefix + "." + key.toLowerCase(Locale.ROOT);
        return messages.has(full) ? messages.get(full) : key.replace('_', ' ');
    }

    /// A sentence of the floor in the person's language; empty where this desk has no words for it.
    ///
    /// @param prefix of the keys of sentences
    /// @param name says what a sentence names, by the kind of name and its key
    public Optional<String> said(String prefix, Phrase phrase, BinaryOperator<String> name) {
        if (!knows(prefix, phrase.code())) {
            return Optional.empty();
        }
        var parts = new TreeMap<String, String>();
        phrase.values().forEach((part, value) -> parts.put(part, figure(part, value)));
        phrase.names().forEach((kind, key) -> parts.put(kind, name(kind, key, name)));
        return Optional.of(text(prefix + "." + phrase.code(), parts.values().toArray()));
    }

    private String figure(String part, double value) {
        if (part.startsWith("share")) {
            var format = NumberFormat.getPercentInstance(locale);
            format.setMaximumFractionDigits(1);
            return format.format(value);
        }
        return part.startsWith("figure")
                ? score(value)
                : NumberFormat.getIntegerInstance(locale).format(Math.round(value));
    }

    private String name(String kind, String key, BinaryOperator<String> other) {
        return switch (kind) {
            case "label" -> label(key);
            case "language" -> language(key);
            default -> other.apply(kind, key);
        };
    }

    /// Why an item came before a person; the floor's own words where this desk has none for all of it.
    public String reason(@Nullable List<Phrase> phrases, String english) {
        if (phrases == null || phrases.isEmpty()) {
            return english;
        }
        var said = phrases.stream()
                .flatMap(phrase -> said("item.phrase", phrase, (kind, key) -> key).stream())
                .toList();
        return said.size() == phrases.size() ? String.join(" ", said) : english;
    }

    /// As a small heading.
    public String heading(String key, Object... arguments) {
        return text(key, arguments).toUpperCase(locale);
    }

    public boolean knows(String prefix, String key) {
        return messages.has(prefix + "." + key.toLowerCase(Locale.ROOT));
    }

    public String label(String label) {
        return named("item.label", label);
    }

    public String severity(int severity) {
        return text("item.severity." + severity);
    }

    public String action(ActionType action) {
        return named("item.action", action.name());
    }

    public String kind(TaskKind kind) {
        return named("item.kind", kind.name());
    }

    public String language(String code) {
        String name = Locale.forLanguageTag(code).getDisplayLanguage(locale);
        return name.isEmpty() ? code : name;
    }

    /// The name of an outcome.
    public String outcome(Outcome outcome) {
        return named("item.outcome", outcome.name());
    }

    /// The name of a queue or a policy known by its key alone. A policy's queue for one source names both.
    public String queue(String key) {
        return ofSource(named("item.queue", QueueKey.policyOf(key)), key);
    }

    /// A policy's title, with the source where a queue is for one.
    String ofSource(String policyTitle, String queue) {
        String source = QueueKey.sourceOf(queue);
        return source.isEmpty() ? policyTitle : policyTitle + " · " + source;
    }

    /// A number as people say it: 12.4K.
    public String count(long number) {
        var format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    public String score(double score) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(score);
    }

    public String contribution(double value) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return (value < 0 ? "−" : "+") + format.format(Math.abs(value));
    }

    public String percent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    /// The two largest units: `2 h 10 m`, `3 d 4 h`, `45 s`.
    public String duration(Duration duration) {
        var length = duration.abs();
        if (length.toDays() >= 365) {
            return text("item.time.years", length.toDays() / 365);
        }
        if (length.toDays() >= 60) {
            return text("item.time.months", length.toDays() / 30);
        }
        if (length.toDays() > 0) {
            int hours = length.toDays() > 2 ? 0 : length.toHoursPart();
            return two("item.time.days", length.toDays(), "item.time.hours", hours);
        }
        if (length.toHours() > 0) {
            return two("item.time.hours", length.toHours(), "item.time.short-minutes", length.toMinutesPart());
        }
        return length.toMinutes() > 0
                ? text("item.time.minutes", length.toMinutes())
                : text("item.time.seconds", length.toSeconds());
    }

    private String two(String firstKey, long first, String secondKey, long second) {
        return second == 0 ? text(firstKey, first) : text(firstKey, first) + " " + text(secondKey, second);
    }

    public String ago(Instant then, Instant now) {
        return text("item.time.ago", duration(Duration.between(then, now)));
    }

    /// Minutes and seconds of a clock: `4:12`.
    public String clock(Duration left) {
        return "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
    }

    /// The time of day.
    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }

    public String dateTime(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }
}
