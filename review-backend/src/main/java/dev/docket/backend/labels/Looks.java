package dev.docket.backend.labels;

import dev.docket.dto.labels.LabelVote;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everybody's finding on one item, in the order of time.
record Looks(List<Look> all) {
    static final Looks NONE = new Looks(List.of());

    /// Each person's first judgement that knew nothing of the others'.
    List<Look> blind() {
        Map<UUID, Look> first = new LinkedHashMap<>();
        all.stream().filter(Look::isBlind).forEach(look -> first.putIfAbsent(look.person(), look));
        return List.copyOf(first.values());
    }

    /// Share of pairs of blind looks that found the same policies violated; null for fewer than two.
    @Nullable Double agreement() {
        var looks = blind();
        int pairs = 0;
        int same = 0;
        for (int i = 0; i < looks.size(); i++) {
            for (int j = i + 1; j < looks.size(); j++) {
                pairs++;
                same += looks.get(i).agreesWith(looks.get(j)) ? 1 : 0;
            }
        }
        return pairs == 0 ? null : (double) same / pairs;
    }

    boolean adjudicated() {
        return all.stream().anyMatch(look -> look.kind().equals("ADJUDICATION"));
    }

    List<LabelVote> votes() {
        return all.stream()
                .map(look -> new LabelVote(
                        pseudonym(look.person()), look.kind(), look.outcome(), List.copyOf(look.policies()), look.at()))
                .toList();
    }

    List<Rater> raters() {
        return all.stream().map(Look::rater).toList();
    }

    /// Stands for a person outside: the same in every set, and nothing that leads back without the list of ids.
    private static String pseudonym(UUID person) {
        return "r" + Long.toHexString(Groups.hash("rater", person.toString()));
    }
}
