package dev.docket.client.common.finding;

import dev.docket.dto.queue.QueueKey;
import dev.docket.dto.review.Evidence.Score;
import dev.docket.dto.review.PolicyBrief;
import dev.docket.dto.review.Task;
import java.util.Comparator;
import java.util.List;

/// The order of the policies under the digits: the queue's own first, then by how strongly the model suspects them.
public final class PolicyOrder {
    private PolicyOrder() {}

    public static List<PolicyBrief> of(Task task) {
        String own = QueueKey.policyOf(task.queue());
        return task.policies().stream()
                .sorted(Comparator.comparing(
                                (PolicyBrief policy) -> !policy.key().equals(own))
                        .thenComparing(policy -> -suspicion(task, policy)))
                .toList();
    }

    private static double suspicion(Task task, PolicyBrief policy) {
        if (task.evidence().scoresHidden()) {
            return 0;
        }
        return task.evidence().scores().stream()
                .filter(score -> policy.labels().contains(score.label()))
                .mapToDouble(Score::score)
                .max()
                .orElse(-1);
    }
}
