package dev.docket.backend.policy;

import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.policy.Policy.LabelThreshold;
import dev.docket.backend.policy.Policy.Terms;
import dev.docket.dto.people.Role;
import dev.docket.dto.policy.DsaCategory;
import dev.docket.dto.policy.PolicyDraft;
import dev.docket.dto.policy.PolicyLabel;
import dev.docket.dto.policy.SchemaLabel;
import dev.docket.dto.review.ActionType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a policy must be to be published. Every fault is told at once.
final class PolicyRules {
    static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final Pattern LANGUAGE = Pattern.compile("\\*|[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final Pattern SKILL = Pattern.compile("\\S(.{0,62}\\S)?");
    private static final Set<String> CATEGORIES =
            Arrays.stream(DsaCategory.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    private static final Set<Role> DECIDING = Set.of(Role.MODERATOR, Role.SENIOR, Role.SUPERVISOR);
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_LABELS = 200;
    private static final int MOST_SKILLS = 20;
    private static final int LONGEST_GRACE = 3600;
    private static final int LAST_POSITION = 10_000;

    private final String at;
    private final FieldErrors errors;
    private final List<SchemaLabel> schema;

    /// @param at pointer of the draft in the body; empty when it is the body
    /// @param schema the labels that there are
    PolicyRules(String at, FieldErrors errors, List<SchemaLabel> schema) {
        this.at = at;
        this.errors = errors;
        this.schema = schema;
    }

    void check(PolicyDraft draft) {
        length("/title", draft.title(), LONGEST_TITLE);
        length("/text", draft.text(), LONGEST_TEXT);
        severities(draft);
        actions(draft);
        terms(draft);
        labels(at + "/labels", draft.labels(), true);
    }

    /// Thresholds as the simulator takes them too.
    ///
    /// @param whole whether a primary label must be named
    void labels(String pointer, List<PolicyLabel> labels, boolean whole) {
        if (labels.size() > MOST_LABELS) {
            errors.add(pointer, "at most " + MOST_LABELS + " thresholds");
            return;
        }
        var seen = new HashSet<String>();
        var everywhere = new HashSet<String>();
        for (int i = 0; i < labels.size(); i++) {
            var label = labels.get(i);
            String language = language(label);
            threshold(pointer + "/" + i, label);
            if (!seen.add(label.label() + " " + language)) {
                errors.add(pointer + "/" + i, "the same label and language twice");
            }
            if (language.equals(LabelThreshold.EVERY_LANGUAGE)) {
                everywhere.add(label.label());
            }
        }
        for (int i = 0; i < labels.size(); i++) {
            if (everywhere.add(labels.get(i).label())) {
                errors.add(pointer + "/" + i + "/language", "every label needs a threshold for * as well");
            }
        }
        if (whole && !labels.isEmpty()) {
            primary(pointer, labels);
        }
    }

    private void threshold(String pointer, PolicyLabel label) {
        if (!released(true).contains(label.label())) {
            errors.add(
                    pointer + "/label",
                    released(false).contains(label.label())
                            ? "no model that has learned it serves everybody yet; release one, then name it"
                            : "one of " + String.join(", ", released(true)));
        }
        if (!LANGUAGE.matcher(language(label)).matches()) {
            errors.add(pointer + "/language", "a BCP 47 tag, or * for every other language");
        }
        if (!isShare(label.review())) {
            errors.add(pointer + "/review", "0 to 1");
        }
        Double act = label.act();
        if (act != null && !isShare(act)) {
            errors.add(pointer + "/act", "0 to 1, or null for never");
        } else if (act != null && act < label.review()) {
            errors.add(pointer + "/act", "not below review");
        }
    }

    private List<String> released(boolean are) {
        return schema.stream()
                .filter(label -> label.released() == are)
                .map(SchemaLabel::label)
                .toList();
    }

    private void primary(String pointer, List<PolicyLabel> labels) {
        Map<Boolean, Set<String>> byRank = labels.stream()
                .collect(Collectors.partitioningBy(
                        label -> Boolean.TRUE.equals(label.primary()),
                        Collectors.mapping(PolicyLabel::label, Collectors.toSet())));
        var primary = byRank.getOrDefault(true, Set.of());
        if (primary.size() != 1) {
            errors.add(pointer, "exactly one label must be primary");
        } else if (byRank.getOrDefault(false, Set.of()).containsAll(primary)) {
            errors.add(pointer, "a label is primary in all its languages or in none");
        }
    }

    private void severities(PolicyDraft draft) {
        int lowest = lowest(draft);
        int highest = highest(draft);
        severity("/defaultSeverity", draft.defaultSeverity());
        severity("/minSeverity", lowest);
        severity("/maxSeverity", highest);
        if (lowest > highest) {
            errors.add(at + "/maxSeverity", "not below minSeverity");
        } else if (draft.defaultSeverity() < lowest || draft.defaultSeverity() > highest) {
            errors.add(at + "/defaultSeverity", "between minSeverity and maxSeverity");
        }
    }

    private void severity(String field, int severity) {
        if (severity < 1 || severity > 4) {
            errors.add(at + field, "1 low to 4 critical");
        }
    }

    private void actions(PolicyDraft draft) {
        if (draft.allowedActions().isEmpty()) {
            errors.add(at + "/allowedActions", "at least one");
        }
        if (new HashSet<>(draft.allowedActions()).size()
                < draft.allowedActions().size()) {
            errors.add(at + "/allowedActions", "each once");
        }
        if (!draft.allowedActions().contains(draft.defaultAction())) {
            errors.add(at + "/defaultAction", "one of allowedActions");
        }
        boolean acts = draft.labels().stream().anyMatch(label -> label.act() != null);
        if (acts && (draft.defaultAction() == ActionType.BAN || draft.defaultAction() == ActionType.NONE)) {
            errors.add(at + "/defaultAction", "with a threshold to act, one that does something and can be taken back");
        }
    }

    private void terms(PolicyDraft draft) {
        if (draft.minimumRole() != null && !DECIDING.contains(draft.minimumRole())) {
            errors.add(at + "/minimumRole", "MODERATOR, SENIOR or SUPERVISOR");
        }
        var skills = Objects.requireNonNullElse(draft.skills(), List.<String>of());
        if (skills.size() > MOST_SKILLS) {
            errors.add(at + "/skills", "at most " + MOST_SKILLS);
        }
        for (int i = 0; i < skills.size(); i++) {
            if (!SKILL.matcher(skills.get(i)).matches()) {
                errors.add(at + "/skills/" + i, "1 to 64 characters without space at its ends");
            }
        }
        Integer grace = draft.graceSeconds();
        if (grace != null && (grace < 0 || grace > LONGEST_GRACE)) {
            errors.add(at + "/graceSeconds", "0 to " + LONGEST_GRACE);
        }
        if (draft.dsaCategory() != null && !CATEGORIES.contains(draft.dsaCategory())) {
            errors.add(at + "/dsaCategory", "a category of the EU's database, such as STATEMENT_CATEGORY_SELF_HARM");
        }
        Integer position = draft.position();
        if (position != null && (position < 0 || position > LAST_POSITION)) {
            errors.add(at + "/position", "0 to " + LAST_POSITION);
        }
    }

    private void length(String field, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            errors.add(at + field, "1 to " + most + " characters");
        }
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }

    private static int lowest(PolicyDraft draft) {
        return Objects.requireNonNullElse(draft.minSeverity(), 1);
    }

    private static int highest(PolicyDraft draft) {
        return Objects.requireNonNullElse(draft.maxSeverity(), 4);
    }

    private static String language(PolicyLabel label) {
        return Objects.requireNonNullElse(label.language(), LabelThreshold.EVERY_LANGUAGE);
    }

    /// The version that a sound draft stands for.
    static Policy policy(String key, int version, PolicyDraft draft) {
        return new Policy(
                key,
                version,
                draft.title().strip(),
                draft.text(),
                thresholds(draft.labels()),
                draft.defaultSeverity(),
                List.copyOf(draft.allowedActions()),
                draft.defaultAction(),
                new Terms(
                        lowest(draft),
                        highest(draft),
                        Objects.requireNonNullElse(draft.minimumRole(), Role.MODERATOR),
                        List.copyOf(new TreeSet<>(Objects.requireNonNullElse(draft.skills(), List.of()))),
                        draft.graceSeconds(),
                        draft.dsaCategory()),
                draft.active() == null || draft.active());
    }

    /// The primary label first, then as the book has them.
    static List<LabelThreshold> thresholds(List<PolicyLabel> labels) {
        return labels.stream()
                .map(label -> new LabelThreshold(
                        label.label(),
                        language(label).toLowerCase(Locale.ROOT),
                        label.review(),
                        label.act(),
                        Boolean.TRUE.equals(label.primary())))
                .sorted(Comparator.comparing(LabelThreshold::primary)
                        .reversed()
                        .thenComparing(LabelThreshold::label)
                        .thenComparing(LabelThreshold::language))
                .toList();
    }
}
