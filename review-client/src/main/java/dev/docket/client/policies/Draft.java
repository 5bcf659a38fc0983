package dev.docket.client.policies;

import dev.docket.dto.people.Role;
import dev.docket.dto.policy.PolicyDraft;
import dev.docket.dto.policy.PolicyLabel;
import dev.docket.dto.policy.PolicyView;
import dev.docket.dto.review.ActionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A policy as somebody is writing it. Each change is a new draft, so that two can be compared.
public record Draft(
        String title,
        String text,
        List<PolicyLabel> labels,
        int defaultSeverity,
        int minSeverity,
        int maxSeverity,
        List<ActionType> allowedActions,
        ActionType defaultAction,
        Role minimumRole,
        List<String> skills,
        @Nullable Integer graceSeconds,
        @Nullable String dsaCategory,
        boolean active) {
    static final String EVERY_LANGUAGE = "*";

    /// One label's thresholds as they hold for a language.
    ///
    /// @param own whether the language has thresholds of its own, or takes those of every language
    public record Row(String label, double review, @Nullable Double act, boolean primary, boolean own) {}

    static Draft of(PolicyView policy) {
        return new Draft(
                policy.title(),
                policy.text(),
                policy.labels(),
                policy.defaultSeverity(),
                policy.minSeverity(),
                policy.maxSeverity(),
                policy.allowedActions(),
                policy.defaultAction(),
                policy.minimumRole(),
                policy.skills(),
                policy.graceSeconds(),
                policy.dsaCategory(),
                policy.active());
    }

    PolicyDraft toWire() {
        return new PolicyDraft(
                title,
                text,
                labels,
                defaultSeverity,
                minSeverity,
                maxSeverity,
                allowedActions,
                defaultAction,
                minimumRole,
                skills,
                graceSeconds,
                dsaCategory,
                null,
                active);
    }

    Draft withTitle(String next) {
        return copy(next, text, labels, defaultSeverity, defaultAction, active);
    }

    Draft withText(String next) {
        return copy(title, next, labels, defaultSeverity, defaultAction, active);
    }

    Draft withSeverity(int next) {
        return copy(title, text, labels, next, defaultAction, active);
    }

    Draft withDefaultAction(ActionType next) {
        return copy(title, text, labels, defaultSeverity, next, active);
    }

    Draft withActive(boolean next) {
        return copy(title, text, labels, defaultSeverity, defaultAction, next);
    }

    /// The languages with thresholds of their own, `*` first.
    List<String> languages() {
        return Stream.concat(Stream.of(EVERY_LANGUAGE), labels.stream().map(Draft::languageOf))
                .distinct()
                .toList();
    }

    /// Each label once, as it holds for `language`.
    List<Row> rows(String language) {
        return labels.stream()
                .map(PolicyLabel::label)
                .distinct()
                .map(label -> row(label, language))
                .toList();
    }

    /// Sets a label's thresholds for a language; acting never starts below review.
    Draft withThresholds(String label, String language, double review, @Nullable Double act) {
        String tag = language.toLowerCase(Locale.ROOT);
        boolean primary = row(label, tag).primary();
        var next = new ArrayList<>(labels);
        var changed = new PolicyLabel(label, tag, review, act == null ? null : Math.max(review, act), primary);
        int at = indexOf(label, tag);
        if (at >= 0) {
            next.set(at, changed);
        } else {
            next.add(changed);
        }
        return copy(title, text, List.copyOf(next), defaultSeverity, defaultAction, active);
    }

    /// Lets a language take the thresholds of every language again.
    Draft withoutLanguage(String language) {
        if (language.equals(EVERY_LANGUAGE)) {
            return this;
        }
        var next = labels.stream()
                .filter(label -> !languageOf(label).equals(language))
                .toList();
        return copy(title, text, next, defaultSeverity, defaultAction, active);
    }

    private Row row(String label, String language) {
        var own = find(label, language);
        var held = own.or(() -> find(label, EVERY_LANGUAGE))
                .orElseThrow(() -> new IllegalArgumentException("the policy has no label " + label));
        return new Row(label, held.review(), held.act(), Boolean.TRUE.equals(held.primary()), own.isPresent());
    }

    private Optional<PolicyLabel> find(String label, String language) {
        int at = indexOf(label, language);
        return at < 0 ? Optional.empty() : Optional.of(labels.get(at));
    }

    private int indexOf(String label, String language) {
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i).label().equals(label) && languageOf(labels.get(i)).equals(language)) {
                return i;
            }
        }
        return -1;
    }

    private static String languageOf(PolicyLabel label) {
        return label.language() == null ? EVERY_LANGUAGE : label.language();
    }

    private Draft copy(
            String newTitle,
            String newText,
            List<PolicyLabel> newLabels,
            int severity,
            ActionType action,
            boolean inUse) {
        return new Draft(
                newTitle,
                newText,
                newLabels,
                severity,
                minSeverity,
                maxSeverity,
                allowedActions,
                action,
                minimumRole,
                skills,
                graceSeconds,
                dsaCategory,
                inUse);
    }
}
