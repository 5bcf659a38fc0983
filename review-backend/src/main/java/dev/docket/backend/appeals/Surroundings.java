package dev.docket.backend.appeals;

import dev.docket.backend.intake.Items;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.review.Finding;
import dev.docket.backend.review.PastDecision;
import dev.docket.dto.appeals.AppealDossier;
import dev.docket.dto.appeals.Notice;
import dev.docket.dto.appeals.NoticeRequest;
import dev.docket.dto.review.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What surrounds an appealed decision: the item, the policies as they read then, sentences and notices.
@Component
record Surroundings(Items items, Policies policies, Sentences prepared, Notices notices, JsonMapper json) {

    /// The policies it found broken, at the versions it was taken under; all it looked at where it found none.
    List<AppealDossier.PolicyThen> policiesOf(PastDecision decision) {
        Set<String> violated =
                decision.finding().violations().stream().map(Violation::policy).collect(Collectors.toSet());
        return decision.policyVersions().entrySet().stream()
                .filter(bound -> violated.isEmpty() || violated.contains(bound.getKey()))
                .flatMap(bound -> policies.byKey(bound.getKey(), bound.getValue()).stream())
                .map(policy -> new AppealDossier.PolicyThen(
                        policy.key(),
                        policy.title(),
                        policy.version(),
                        policies.byKey(policy.key()).map(now -> now.version()).orElse(policy.version()),
                        policy.text()))
                .toList();
    }

    /// @param veiled those of its policies are left out: they would tell of the decision
    List<AppealDossier.Sentence> sentences(Appeal appeal, boolean veiled) {
        return prepared.of(veiled ? List.of() : appeal.policies(), appeal.language());
    }

    Notice preview(
            Appeal appeal, Finding finding, Map<String, Integer> versions, NoticeRequest request, String language) {
        var item = items.find(appeal.item()).orElseThrow();
        return notices.preview(appeal, item, finding, versions, request.outcome(), language);
    }
}
