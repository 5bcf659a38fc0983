package dev.docket.client.people;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.item.ItemWords;
import dev.docket.client.people.Choices.Choice;
import dev.docket.dto.filter.FilterEffect;
import dev.docket.dto.policy.PolicyView;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What hash banks and blocklists are called in the person's language.
final class FilterWords {
    private static final int GRAVEST = 4;

    private final Messages messages;
    private final ItemWords words;
    private final DateTimeFormatter day;

    FilterWords(Messages messages) {
        this.messages = messages;
        this.words = new ItemWords(messages);
        day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(messages.locale())
                .withZone(ZoneId.systemDefault());
    }

    String text(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    String effect(FilterEffect effect) {
        return messages.get("people.effect." + lower(effect));
    }

    /// What becomes of a match, and in which queue.
    String effect(FilterEffect effect, @Nullable String policy) {
        return policy == null ? effect(effect) : effect(effect) + " · " + words.queue(policy);
    }

    String severity(@Nullable Integer severity) {
        return severity == null ? "" : words.severity(severity);
    }

    String language(String tag) {
        return tag.equals("und") ? messages.get("people.lists.every-language") : words.language(tag);
    }

    String day(@Nullable Instant instant) {
        return instant == null ? "" : day.format(instant);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(messages.locale()).format(number);
    }

    String on(boolean enabled) {
        return messages.get(enabled ? "people.filter.on" : "people.filter.off");
    }

    List<Choice<FilterEffect>> effects(FilterEffect... effects) {
        return Arrays.stream(effects)
                .map(effect -> Choices.one(effect, this::effect))
                .toList();
    }

    /// @param none what it means to name none
    List<Choice<Integer>> severities(String none) {
        var all = new ArrayList<Choice<Integer>>();
        all.add(new Choice<>(null, none));
        IntStream.rangeClosed(1, GRAVEST)
                .forEach(severity -> all.add(new Choice<>(severity, words.severity(severity))));
        return all;
    }

    List<Choice<String>> policies(List<PolicyView> policies) {
        var all = new ArrayList<Choice<String>>();
        all.add(new Choice<>(null, messages.get("people.filter.no-policy")));
        policies.forEach(policy -> all.add(new Choice<>(policy.key(), policy.title())));
        return all;
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
