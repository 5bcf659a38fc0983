package dev.docket.backend.labels;

import dev.docket.backend.policy.Policies;
import dev.docket.dto.labels.CreateLabelSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a label set is drawn from and how it is split: the request with every default filled in, kept with the set.
///
/// @param to always set, so that the set does not depend on how long building it takes
/// @param policies empty for all
/// @param languages empty for all; primary subtags match, `en` takes `en-GB`
/// @param splits in the order of their names
/// @param labels what the set teaches, in order
/// @param sources empty for all
/// @param labelSources empty for all but the machine's own, which are never taken
/// @param negativesPerPositive null to thin out nothing
/// @param holdOut sets whose test rows are not trained on
/// @param imports taken in beside decisions
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
        List<String> labels,
        Set<String> sources,
        Set<String> labelSources,
        @Nullable Double negativesPerPositive,
        String splitBy,
        Set<String> holdOut,
        Set<String> imports) {
    static final String AUTHOR = "author";
    static final String NEAR_DUPLICATE = "nearDuplicate";
    static final String BY_GROUP = "GROUP";
    static final String BY_TIME = "TIME";

    /// Sets that were built before some of it could be asked for say nothing of it.
    Definition {
        sources = Objects.requireNonNullElse(sources, Set.of());
        labelSources = Objects.requireNonNullElse(labelSources, Set.of());
        splitBy = Objects.requireNonNullElse(splitBy, BY_GROUP);
        holdOut = Objects.requireNonNullElse(holdOut, Set.of());
        imports = Objects.requireNonNullElse(imports, Set.of());
    }

    /// @throws dev.docket.backend.platform.InvalidInput with everything that is wrong
    static Definition of(CreateLabelSet request, Policies policies, Known known, Instant now) {
        new DefinitionRules(policies, known).check(request);
        var chosen = request.policies() == null ? Set.<String>of() : Set.copyOf(request.policies());
        var to = request.to() == null || request.to().isAfter(now) ? now : request.to();
        return new Definition(
                request.name().strip(),
                request.from(),
                to,
                new TreeSet<>(chosen),
                sorted(request.languages()),
                Objects.requireNonNullElse(request.minAgreement(), 0.0),
                new TreeMap<>(Objects.requireNonNullElse(request.splits(), DefinitionRules.SPLITS)),
                new TreeSet<>(Objects.requireNonNullElse(request.groupBy(), List.of(AUTHOR, NEAR_DUPLICATE))),
                Objects.requireNonNullElse(request.seed(), 1L),
                labels(policies, chosen, known.labelsOf(sorted(request.imports()))),
                sorted(request.sources()),
                sorted(request.labelSources()),
                request.negativesPerPositive(),
                Objects.requireNonNullElse(request.splitBy(), BY_GROUP),
                sorted(request.holdOut()),
                sorted(request.imports()));
    }

    /// As somebody would ask for just this.
    CreateLabelSet request() {
        return new CreateLabelSet(
                name,
                from,
                to,
                List.copyOf(policies),
                List.copyOf(languages),
                minAgreement,
                splits,
                List.copyOf(groupBy),
                seed,
                List.copyOf(sources),
                List.copyOf(labelSources),
                negativesPerPositive,
                splitBy,
                List.copyOf(holdOut),
                List.copyOf(imports));
    }

    boolean isByTime() {
        return splitBy.equals(BY_TIME);
    }

    private static Set<String> sorted(@Nullable List<String> values) {
        return new TreeSet<>(Objects.requireNonNullElse(values, List.of()));
    }

    /// Those of the policies; where none was chosen also those that imports brought, which no policy need name yet.
    private static List<String> labels(Policies policies, Set<String> chosen, Set<String> imported) {
        var named = policies.all().stream()
                .filter(policy -> chosen.isEmpty() || chosen.contains(policy.key()))
                .flatMap(policy -> policy.labels().stream())
                .map(label -> label.label());
        return Stream.concat(named, chosen.isEmpty() ? imported.stream() : Stream.empty())
                .distinct()
                .sorted()
                .toList();
    }

    /// What a definition may refer to.
    interface Known {
        boolean isReadySet(String version);

        boolean isUsableImport(String id);

        /// What the rows of these imports speak of.
        Set<String> labelsOf(Set<String> imports);
    }
}
