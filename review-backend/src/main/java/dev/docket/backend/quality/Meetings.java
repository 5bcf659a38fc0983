package dev.docket.backend.quality;

import dev.docket.dto.quality.AgreementReport.Confusion;
import dev.docket.dto.quality.Estimate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks of several people at the same items, and what they say of the people and of the policies.
///
/// @param byItem two looks or more at each
record Meetings(List<List<Look>> byItem) {
    static Meetings of(Collection<Look> looks) {
        var byItem = looks.stream().collect(Collectors.groupingBy(Look::item, LinkedHashMap::new, Collectors.toList()));
        return new Meetings(
                byItem.values().stream().filter(met -> met.size() > 1).toList());
    }

    int votes() {
        return byItem.stream().mapToInt(List::size).sum();
    }

    Set<UUID> people() {
        var people = new LinkedHashSet<UUID>();
        byItem.forEach(met -> met.forEach(look -> people.add(look.person())));
        return people;
    }

    /// How often the policy was found.
    int found(String policy) {
        return (int) byItem.stream()
                .flatMap(List::stream)
                .filter(look -> look.policies().contains(policy))
                .count();
    }

    /// @param finding what of a look must be equal for two to agree
    <V> Ratings ratings(Function<Look, V> finding) {
        return Ratings.of(byItem.stream()
                .flatMap(List::stream)
                .map(look -> new Ratings.Named<>(look.item(), look.person(), finding.apply(look)))
                .toList());
    }

    /// Every two people who met, those with the most items in common first.
    <V> List<Pair> pairs(Function<Look, V> finding) {
        var tables = new HashMap<Couple, Table<V>>();
        for (var met : byItem) {
            for (int i = 0; i < met.size(); i++) {
                for (int j = i + 1; j < met.size(); j++) {
                    meet(tables, met.get(i), met.get(j), finding);
                }
            }
        }
        return tables.entrySet().stream()
                .map(entry -> entry.getValue().of(entry.getKey()))
                .sorted(Comparator.comparingInt(Pair::items)
                        .reversed()
                        .thenComparing(Pair::first)
                        .thenComparing(Pair::second))
                .toList();
    }

    private static <V> void meet(Map<Couple, Table<V>> tables, Look one, Look other, Function<Look, V> finding) {
        boolean ordered = one.person().compareTo(other.person()) < 0;
        var first = ordered ? one : other;
        var second = ordered ? other : one;
        tables.computeIfAbsent(new Couple(first.person(), second.person()), couple -> new Table<>())
                .add(finding.apply(first), finding.apply(second));
    }

    /// Which policies are found where others find another, or none; the most frequent first.
    List<Confusion> confusion() {
        var counts = new HashMap<Mistaken, Integer>();
        for (var met : byItem) {
            for (int i = 0; i < met.size(); i++) {
                for (int j = i + 1; j < met.size(); j++) {
                    confuse(met.get(i).policies(), met.get(j).policies(), counts);
                }
            }
        }
        return counts.entrySet().stream()
                .map(entry ->
                        new Confusion(entry.getKey().policy(), entry.getKey().against(), entry.getValue()))
                .sorted(Comparator.comparingInt(Confusion::pairs)
                        .reversed()
                        .thenComparing(Confusion::policy)
                        .thenComparing(confusion -> Objects.requireNonNullElse(confusion.against(), "")))
                .toList();
    }

    private static void confuse(Set<String> one, Set<String> other, Map<Mistaken, Integer> counts) {
        var mistaken = new LinkedHashSet<Mistaken>();
        one.stream().filter(other::contains).forEach(both -> mistaken.add(new Mistaken(both, both)));
        var onlyOne = one.stream().filter(policy -> !other.contains(policy)).toList();
        var onlyOther = other.stream().filter(policy -> !one.contains(policy)).toList();
        onlyOne.forEach(here -> onlyOther.forEach(there ->
                mistaken.add(here.compareTo(there) < 0 ? new Mistaken(here, there) : new Mistaken(there, here))));
        if (other.isEmpty()) {
            one.forEach(policy -> mistaken.add(new Mistaken(policy, null)));
        }
        if (one.isEmpty()) {
            other.forEach(policy -> mistaken.add(new Mistaken(policy, null)));
        }
        mistaken.forEach(pair -> counts.merge(pair, 1, Integer::sum));
    }

    /// Two people and how they agree.
    ///
    /// @param kappa null where chance explains everything
    record Pair(
            UUID first,
            UUID second,
            int items,
            double rawAgreement,
            @Nullable Estimate kappa) {}

    private record Couple(UUID first, UUID second) {}

    private record Mistaken(String policy, @Nullable String against) {}

    /// What two people said of the same items.
    private static final class Table<V> {
        private final Map<V, Integer> numbers = new HashMap<>();
        private final List<int[]> said = new ArrayList<>();

        void add(V one, V other) {
            said.add(new int[] {number(one), number(other)});
        }

        private int number(V finding) {
            return numbers.computeIfAbsent(finding, unseen -> numbers.size());
        }

        Pair of(Couple couple) {
            long[][] table = new long[numbers.size()][numbers.size()];
            said.forEach(pair -> table[pair[0]][pair[1]]++);
            long alike = said.stream().filter(pair -> pair[0] == pair[1]).count();
            return new Pair(
                    couple.first(), couple.second(), said.size(), alike / (double) said.size(), CohenKappa.of(table));
        }
    }
}
