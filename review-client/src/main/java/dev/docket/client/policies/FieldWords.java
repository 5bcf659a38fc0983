package dev.docket.client.policies;

import dev.docket.client.common.item.ItemWords;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the floor says of a version's fields, in the reader's words. What is new to this desk stays as the floor says
/// it.
final class FieldWords {
    private static final Pattern LABEL = Pattern.compile("labels/([^/]+)/(.+)");
    private static final Pattern THRESHOLDS = Pattern.compile("review ([0-9.]+), act (never|[0-9.]+)(, primary)?");

    private final ItemWords words;

    FieldWords(ItemWords words) {
        this.words = words;
    }

    String name(String field) {
        var label = LABEL.matcher(field);
        return label.matches()
                ? words.text("policies.field.label", words.label(label.group(1)), language(label.group(2)))
                : words.named("policies.field", field);
    }

    String value(String field, String value) {
        return switch (field) {
            case "defaultSeverity", "minSeverity", "maxSeverity" ->
                value.matches("[1-4]") ? words.severity(Integer.parseInt(value)) : value;
            case "allowedActions" -> each(value, one -> words.named("item.action", one));
            case "defaultAction" -> words.named("item.action", value);
            case "minimumRole" -> words.named("policies.role", value);
            case "dsaCategory" -> words.named("policies.category", value);
            case "active" -> words.named("policies.active", value);
            case "graceSeconds" -> words.text("policies.field.seconds", value);
            default -> field.startsWith("labels/") ? thresholds(value) : value;
        };
    }

    private String thresholds(String value) {
        var said = THRESHOLDS.matcher(value);
        if (!said.matches()) {
            return value;
        }
        String review = words.score(Double.parseDouble(said.group(1)));
        String act = said.group(2);
        String line = act.equals("never")
                ? words.text("policies.field.review", review)
                : words.text("policies.field.acts", review, words.score(Double.parseDouble(act)));
        return said.group(3) == null ? line : line + ", " + words.text("policies.threshold.primary");
    }

    private String language(String tag) {
        return tag.equals(Draft.EVERY_LANGUAGE) ? words.text("policies.language.every") : words.language(tag);
    }

    private static String each(String list, UnaryOperator<String> say) {
        return Arrays.stream(list.split(", ")).map(say).collect(Collectors.joining(", "));
    }
}
