package dev.docket.backend.labels;

import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.policy.Policies;
import dev.docket.dto.labels.CreateLabelSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a request for a label set may ask for.
final class DefinitionRules {
    static final Map<String, Double> SPLITS = Map.of("train", 0.8, "validation", 0.1, "test", 0.1);
    private static final Set<String> LABEL_SOURCES =
            Set.of("FIRST", "SECOND", "ADJUDICATION", "APPEAL", "REVERSAL", "WAVE", Standing.IMPORTED);
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 100;
    private static final double ROUNDING = 1e-6;
    private static final double MOST_NEGATIVES = 1_000;

    private final Policies policies;
    private final Definition.Known known;

    DefinitionRules(Policies policies, Definition.Known known) {
        this.policies = policies;
        this.known = known;
    }

    /// @throws dev.docket.backend.platform.InvalidInput with everything that is wrong
    void check(CreateLabelSet request) {
        var errors = new FieldErrors();
        if (request.name().isBlank() || request.name().length() > LONGEST_NAME) {
            errors.add("/name", "must have 1 to " + LONGEST_NAME + " characters");
        }
        if (request.from() != null && request.to() != null && !request.from().isBefore(request.to())) {
            errors.add("/to", "must be after from");
        }
        if (request.minAgreement() != null && !(request.minAgreement() >= 0 && request.minAgreement() <= 1)) {
            errors.add("/minAgreement", "must be between 0 and 1");
        }
        checkPolicies(Objects.requireNonNullElse(request.policies(), List.of()), errors);
        checkLanguages(Objects.requireNonNullElse(request.languages(), List.of()), errors);
        checkGroups(Objects.requireNonNullElse(request.groupBy(), List.of()), errors);
        if (request.splits() != null) {
            checkSplits(request.splits(), errors);
        }
        checkDraw(request, errors);
        errors.throwIfAny();
    }

    private void checkDraw(CreateLabelSet request, FieldErrors errors) {
        tooMany("/sources", Objects.requireNonNullElse(request.sources(), List.of()), errors);
        each(
                "/labelSources",
                request.labelSources(),
                LABEL_SOURCES::contains,
                "must be FIRST, SECOND, ADJUDICATION, APPEAL, REVERSAL, WAVE or IMPORTED",
                errors);
        each("/holdOut", request.holdOut(), known::isReadySet, "is no label set that is ready", errors);
        each("/imports", request.imports(), known::isUsableImport, "is no import that may be used", errors);
        var ratio = request.negativesPerPositive();
        if (ratio != null && !(ratio > 0 && ratio <= MOST_NEGATIVES)) {
            errors.add("/negativesPerPositive", "must be more than 0 and at most 1000");
        }
        checkSplitBy(request, errors);
    }

    private static void checkSplitBy(CreateLabelSet request, FieldErrors errors) {
        String splitBy = Objects.requireNonNullElse(request.splitBy(), Definition.BY_GROUP);
        if (!Set.of(Definition.BY_GROUP, Definition.BY_TIME).contains(splitBy)) {
            errors.add("/splitBy", "must be GROUP or TIME");
        }
        var names = Objects.requireNonNullElse(request.splits(), SPLITS).keySet();
        if (splitBy.equals(Definition.BY_TIME) && !SplitPlan.IN_TIME.containsAll(names)) {
            errors.add("/splits", "must be train, validation and test to be split by time");
        }
    }

    private static void each(
            String pointer,
            @Nullable List<String> values,
            Predicate<String> isRight,
            String otherwise,
            FieldErrors errors) {
        var asked = Objects.requireNonNullElse(values, List.<String>of());
        for (int i = 0; i < Math.min(asked.size(), MOST); i++) {
            if (!isRight.test(asked.get(i))) {
                errors.add(pointer + "/" + i, otherwise);
            }
        }
        tooMany(pointer, asked, errors);
    }

    private void checkPolicies(List<String> keys, FieldErrors errors) {
        for (int i = 0; i < Math.min(keys.size(), MOST); i++) {
            var policy = policies.byKey(keys.get(i));
            if (policy.isEmpty()) {
                errors.add("/policies/" + i, "is no policy; GET /api/v1/queues lists their keys");
            } else if (policy.get().labels().isEmpty()) {
                errors.add("/policies/" + i, "has no label that a model could learn");
            }
        }
        tooMany("/policies", keys, errors);
    }

    private static void checkLanguages(List<String> languages, FieldErrors errors) {
        for (int i = 0; i < Math.min(languages.size(), MOST); i++) {
            if (!languages.get(i).matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
                errors.add("/languages/" + i, "must be a BCP 47 tag such as en or pt-BR");
            }
        }
        tooMany("/languages", languages, errors);
    }

    private static void checkGroups(List<String> groups, FieldErrors errors) {
        for (int i = 0; i < Math.min(groups.size(), MOST); i++) {
            if (!Set.of(Definition.AUTHOR, Definition.NEAR_DUPLICATE).contains(groups.get(i))) {
                errors.add("/groupBy/" + i, "must be author or nearDuplicate");
            }
        }
        tooMany("/groupBy", groups, errors);
    }

    private static void checkSplits(Map<String, Double> splits, FieldErrors errors) {
        if (splits.isEmpty() || splits.size() > 10) {
            errors.add("/splits", "must name 1 to 10 splits");
        }
        splits.forEach((name, share) -> {
            if (!name.matches("[a-z][a-z0-9_-]{0,31}")) {
                errors.add("/splits/" + pointer(name), "must be named with lower-case letters, digits, - and _");
            }
            if (!(share >= 0 && share <= 1)) {
                errors.add("/splits/" + pointer(name), "must be between 0 and 1");
            }
        });
        double sum = splits.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            errors.add("/splits", "must add up to 1");
        }
    }

    private static void tooMany(String pointer, List<String> values, FieldErrors errors) {
        if (values.size() > MOST) {
            errors.add(pointer, "must have at most " + MOST + " entries");
        }
    }

    /// RFC 6901.
    private static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
