package dev.docket.client.review;

import dev.docket.client.common.i18n.Messages;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.TaskKind;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;

/// Everything the review screen says, in the person's language.
final class ReviewWords {
    private final Messages messages;
    private final Locale locale;

    ReviewWords(Messages messages) {
        this.messages = messages;
        this.locale = messages.locale();
    }

    String text(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    /// The word for something the floor names by a key, or the key itself when it is new to this desk.
    String named(String prefix, String key) {
        String full = prefix + "." + key.toLowerCase(Locale.ROOT);
        return messages.has(full) ? messages.get(full) : key.replace('_', ' ');
    }

    /// As a small heading.
    String heading(String key, Object... arguments) {
        return text(key, arguments).toUpperCase(locale);
    }

    boolean knows(String prefix, String key) {
        return messages.has(prefix + "." + key.toLowerCase(Locale.ROOT));
    }

    String label(String label) {
        return named("review.label", label);
    }

    String severity(int severity) {
        return text("review.severity." + severity);
    }

    String action(ActionType action) {
        return named("review.action", action.name());
    }

    /// An action as chosen: a suspension says for how long.
    String action(ActionType action, Choice choice) {
        return action == ActionType.SUSPEND ? text("review.action.suspend-days", choice.suspendDays()) : action(action);
    }

    String kind(TaskKind kind) {
        return named("review.kind", kind.name());
    }

    String language(String code) {
        String name = Locale.forLanguageTag(code).getDisplayLanguage(locale);
        return name.isEmpty() ? code : name;
    }

    /// What a decision says, in one line.
    String decision(Outcome outcome, Choice choice) {
        return outcome == Outcome.VIOLATION
                ? text("review.decision.violation", actions(choice), policies(choice))
                : named("review.outcome", outcome.name());
    }

    String policies(Choice choice) {
        return choice.violations().stream()
                .map(one -> one.policy().title() + " (" + severity(one.severity()) + ")")
                .collect(Collectors.joining(", "));
    }

    String actions(Choice choice) {
        var actions = choice.actions();
        return actions.isEmpty()
                ? action(ActionType.NONE)
                : actions.stream().map(action -> action(action, choice)).collect(Collectors.joining(" + "));
    }

    /// A number as people say it: 12.4K.
    String count(long number) {
        var format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    String score(double score) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(score);
    }

    String contribution(double value) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return (value < 0 ? "−" : "+") + format.format(Math.abs(value));
    }

    String percent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    /// The two largest units: `2 h 10 m`, `3 d 4 h`, `45 s`.
    String duration(Duration duration) {
        var length = duration.abs();
        if (length.toDays() >= 365) {
            return text("review.time.years", length.toDays() / 365);
        }
        if (length.toDays() >= 60) {
            return text("review.time.months", length.toDays() / 30);
        }
        if (length.toDays() > 0) {
            int hours = length.toDays() > 2 ? 0 : length.toHoursPart();
            return two("review.time.days", length.toDays(), "review.time.hours", hours);
        }
        if (length.toHours() > 0) {
            return two("review.time.hours", length.toHours(), "review.time.short-minutes", length.toMinutesPart());
        }
        return length.toMinutes() > 0
                ? text("review.time.minutes", length.toMinutes())
                : text("review.time.seconds", length.toSeconds());
    }

    private String two(String firstKey, long first, String secondKey, long second) {
        return second == 0 ? text(firstKey, first) : text(firstKey, first) + " " + text(secondKey, second);
    }

    String ago(Instant then, Instant now) {
        return text("review.time.ago", duration(Duration.between(then, now)));
    }

    /// Minutes and seconds of a clock: `4:12`.
    String clock(Duration left) {
        return "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
    }

    String dateTime(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }
}
