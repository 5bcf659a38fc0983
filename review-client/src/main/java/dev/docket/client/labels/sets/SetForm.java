package dev.docket.client.labels.sets;

import dev.docket.dto.labels.CreateLabelSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is typed about a new label set. Lists are words between commas; what is empty is left to the floor.
///
/// @param shares of train, validation and test in percent
/// @param labelSources how labels were settled; empty for all
public record SetForm(
        String name,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String policies,
        String languages,
        String sources,
        Set<String> labelSources,
        String minAgreement,
        List<String> shares,
        String splitBy,
        Set<String> groupBy,
        String negativesPerPositive,
        String seed,
        Set<String> holdOut,
        Set<String> imports) {
    private static final List<String> SPLITS = List.of("train", "validation", "test");
    private static final double PERCENT = 100;

    static SetForm blank() {
        return new SetForm(
                "",
                null,
                null,
                "",
                "",
                "",
                Set.of(),
                "",
                List.of("80", "10", "10"),
                "GROUP",
                Set.of("author", "nearDuplicate"),
                "",
                "1",
                Set.of(),
                Set.of());
    }

    /// The fields whose text is no number, by pointer.
    List<String> wrong() {
        var numbers = new LinkedHashMap<String, String>();
        numbers.put("/minAgreement", minAgreement);
        for (int at = 0; at < SPLITS.size(); at++) {
            numbers.put("/splits/" + SPLITS.get(at), shares.get(at));
        }
        numbers.put("/negativesPerPositive", negativesPerPositive);
        numbers.put("/seed", seed);
        return numbers.entrySet().stream()
                .filter(field -> !isNumber(field.getKey(), field.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isNumber(String pointer, String text) {
        return text.isBlank()
                || text.strip().matches(pointer.equals("/seed") ? "-?\\d{1,18}" : "\\d{1,9}([.,]\\d{1,9})?");
    }

    /// @throws NumberFormatException while something is [#wrong]
    CreateLabelSet request() {
        var splits = new LinkedHashMap<String, Double>();
        for (int at = 0; at < SPLITS.size(); at++) {
            Double share = number(shares.get(at));
            if (share != null) {
                splits.put(SPLITS.get(at), share / PERCENT);
            }
        }
        return new CreateLabelSet(
                name.strip(),
                beginning(from),
                to == null ? null : beginning(to.plusDays(1)),
                words(policies),
                words(languages),
                number(minAgreement),
                splits.isEmpty() ? null : splits,
                List.copyOf(groupBy),
                seed.isBlank() ? null : Long.parseLong(seed.strip()),
                words(sources),
                labelSources.isEmpty() ? null : List.copyOf(labelSources),
                number(negativesPerPositive),
                splitBy,
                holdOut.isEmpty() ? null : List.copyOf(holdOut),
                imports.isEmpty() ? null : List.copyOf(imports));
    }

    private static @Nullable Instant beginning(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static @Nullable Double number(String text) {
        return text.isBlank() ? null : Double.valueOf(text.strip().replace(',', '.'));
    }

    private static @Nullable List<String> words(String text) {
        var words = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        return words.isEmpty() ? null : words;
    }
}
