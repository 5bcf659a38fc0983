package dev.docket.backend.quality;

import dev.docket.dto.quality.CoachingCard.Answer;
import dev.docket.dto.review.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// One look of one person beside what was settled of its item.
///
/// @param settledBy GOLDEN, ADJUDICATION or APPEAL
/// @param versions policy key to the version under which it was settled, or else decided
record Judgement(
        UUID person,
        UUID item,
        String source,
        String externalId,
        Instant at,
        Answer answer,
        Answer truth,
        Map<String, Integer> versions,
        String settledBy) {

    /// Found exactly the policies that were violated. Severity is a matter of degree and not
    /// counted.
    boolean right() {
        return answer.outcome() == truth.outcome() && found().equals(violated());
    }

    boolean byGolden() {
        return settledBy.equals("GOLDEN");
    }

    Set<String> found() {
        return policies(answer);
    }

    Set<String> violated() {
        return policies(truth);
    }

    List<String> missed() {
        return violated().stream()
                .filter(policy -> !found().contains(policy))
                .sorted()
                .toList();
    }

    List<String> falselyFound() {
        return found().stream()
                .filter(policy -> !violated().contains(policy))
                .sorted()
                .toList();
    }

    private static Set<String> policies(Answer answer) {
        return answer.violations().stream().map(Violation::policy).collect(Collectors.toUnmodifiableSet());
    }
}
