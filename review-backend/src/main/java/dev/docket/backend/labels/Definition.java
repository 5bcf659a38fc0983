package dev.docket.backend.labels;

import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.policy.Policies;
import dev.docket.dto.labels.CreateLabelSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a label set is drawn from and how it is split: the request with every default filled in, kept with the set.
///
/// @param to always set, so that the set does not depend on how long building it takes
/// @param policies empty for all
/// @param languages empty for all; primary subtags match, `en` takes `en-GB`
/// @param labels what the set teaches, in order
/// @param splits in the order of their names
record Definition(
        String name,
        @Nullable Instant from,
        Instant to,
        Set<String> policies,
        Set<String> languages,
        double minAgreement,
        Map<String, Double> splits,
        Set<String> groupBy,
        long seed,
        List<String> labels) {
    static final String AUTHOR = "author";
    static final String NEAR_DUPLICATE = "nearDuplicate";
    private static final Map<String, Double> SPLITS = Map.of("train", 0.8, "validation", 0.1, "test", 0.1);
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 100;
    private static final double ROUNDING = 1e-6;

    /// @throws dev.docket.backend.platform.InvalidInput with everything that is wrong
    static Definition of(CreateLabelSet request, Policies policies, Instant now) {
        var errors = new FieldErrors();
        check(request, policies, errors);
        errors.throwIfAny();
        var chosen = request.policies() == null ? Set.<String>of() : Set.copyOf(request.policies());
        var to = request.to() == null || request.to().isAfter(now) ? now : request.to();
        return new Definition(
                request.name().strip(),
                request.from(),
                to,
                new TreeSet<>(chosen),
                new TreeSet<>(Objects.requireNonNullElse(request.languages(), List.of())),
                Objects.requireNonNullElse(request.minAgreement(), 0.0),
                new TreeMap<>(Objects.requireNonNullElse(request.splits(), SPLITS)),
                new TreeSet<>(Objects.requireNonNullElse(request.groupBy(), List.of(AUTHOR, NEAR_DUPLICATE))),
                Objects.requireNonNullElse(request.seed(), 1L),
                labels(policies, chosen));
    }

    private static List<String> labels(Policies policies, Set<String> chosen) {
        return policies.all().stream()
                .filter(policy -> chosen.isEmpty() || chosen.contains(policy.key()))
                .flatMap(policy -> policy.labels().stream())
                .map(label -> label.label())
                .distinct()
                .sorted()
                .toList();
    }

    private static void check(CreateLabelSet request, Policies policies, FieldErrors errors) {
        if (request.name().isBlank() || request.name().length() > LONGEST_NAME) {
            errors.add("/name", "must have 1 to " + LONGEST_NAME + " characters");
        }
        if (request.from() != null && request.to() != null && !request.from().isBefore(request.to())) {
            errors.add("/to", "must be after from");
        }
        if (request.minAgreement() != null && !(request.minAgreement() >= 0 && request.minAgreement() <= 1)) {
            errors.add("/minAgreement", "must be between 0 and 1");
        }
        checkPolicies(Objects.requireNonNullElse(request.policies(), List.of()), policies, errors);
        checkLanguages(Objects.requireNonNullElse(request.languages(), List.of()), errors);
        checkGroups(Objects.requireNonNullElse(request.groupBy(), List.of()), errors);
        if (request.splits() != null) {
            checkSplits(request.splits(), errors);
        }
    }

    private static void checkPolicies(List<String> keys, Policies policies, FieldErrors errors) {
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
            if (!Set.of(AUTHOR, NEAR_DUPLICATE).contains(groups.get(i))) {
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
