package dev.docket.client.policies;

import dev.docket.dto.policy.PolicyDraft;
import dev.docket.dto.policy.PolicyLabel;
import dev.docket.dto.policy.PolicyView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A policy as somebody is writing it. Each change is a new draft, so that two can be compared.
public record Draft(String title, String text, List<PolicyLabel> labels, Rules rules) {
    static final String EVERY_LANGUAGE = "*";
    private static final double USUAL_REVIEW = 0.5;

    /// One label's thresholds as they hold for a language.
    ///
    /// @param own whether the language has thresholds of its own, or takes those of every language
    public record Row(String label, double review, @Nullable Double act, boolean primary, boolean own) {}

    static Draft of(PolicyView policy) {
        return new Draft(policy.title(), policy.text(), policy.labels(), Rules.of(policy));
    }

    PolicyDraft toWire() {
        return new PolicyDraft(
                title,
                text,
                labels,
                rules.severities().usual(),
                rules.severities().lowest(),
                rules.severities().highest(),
                rules.measures().allowed(),
                rules.measures().usual(),
                rules.deciders().from(),
                rules.deciders().skills(),
                rules.graceSeconds(),
                rules.dsaCategory(),
                null,
                rules.active());
    }

    Draft withTitle(String next) {
        return new Draft(next, text, labels, rules);
    }

    Draft withText(String next) {
        return new Draft(title, next, labels, rules);
    }

    Draft withRules(UnaryOperator<Rules> change) {
        return new Draft(title, text, labels, change.apply(rules));
    }

    /// The languages with thresholds of their own, `*` first.
    List<String> languages() {
        return Stream.concat(Stream.of(EVERY_LANGUAGE), labels.stream().map(Draft::languageOf))
                .distinct()
                .toList();
    }

    /// The labels that feed it, each once.
    List<String> fedBy() {
        return labels.stream().map(PolicyLabel::label).distinct().toList();
    }

    /// Each label once, as it holds for `language`.
    List<Row> rows(String language) {
        return fedBy().stream().map(label -> row(label, language)).toList();
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
        return with(next);
    }

    /// Lets a language take the thresholds of every language again.
    Draft withoutLanguage(String language) {
        return language.equals(EVERY_LANGUAGE)
                ? this
                : with(labels.stream()
                        .filter(label -> !languageOf(label).equals(language))
                        .toList());
    }

    /// Lets a label feed the policy. The first one is primary.
    Draft withLabel(String label) {
        if (fedBy().contains(label)) {
            return this;
        }
        var next = new ArrayList<>(labels);
        next.add(new PolicyLabel(label, EVERY_LANGUAGE, USUAL_REVIEW, null, labels.isEmpty()));
        return with(next);
    }

    /// Lets a label feed the policy no more. When it was primary, the next one is.
    Draft withoutLabel(String label) {
        boolean wasPrimary =
                fedBy().contains(label) && row(label, EVERY_LANGUAGE).primary();
        var rest =
                with(labels.stream().filter(one -> !one.label().equals(label)).toList());
        return wasPrimary && !rest.labels().isEmpty()
                ? rest.withPrimary(rest.labels().getFirst().label())
                : rest;
    }

    /// Makes a label the one that a violation teaches.
    Draft withPrimary(String label) {
        return with(labels.stream()
                .map(one -> new PolicyLabel(
                        one.label(),
                        one.language(),
                        one.review(),
                        one.act(),
                        one.label().equals(label)))
                .toList());
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

    private Draft with(List<PolicyLabel> next) {
        return new Draft(title, text, List.copyOf(next), rules);
    }
}
