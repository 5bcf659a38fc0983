package dev.docket.backend.review;

import dev.docket.backend.platform.SourceQueue;
import dev.docket.backend.queue.HeldTask;
import dev.docket.dto.review.Violation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// With what probability a decision gets a second look.
///
/// Always at severity 4 and for what cannot be made good. Otherwise a share, and most of it where a second opinion
/// tells most: where the model was in two minds (4·p·(1−p), 1 at p = ½ and 0 at certainty), where much is at stake
/// (severity over the middling 2), and where this person has erred more often than usual under this policy. The factor
/// stays between a fifth and four, so that nothing is ever sure to be looked at or sure not to be; the probability is
/// kept with the decision, because whoever estimates error rates from second looks must weigh by its inverse
/// (Horvitz and Thompson, 1952).
@Component
class SecondLookRule {
    private static final double MIDDLING_SEVERITY = 2;
    private static final double LEAST = 0.2;
    private static final double MOST = 4;

    /// Of people at large, where nothing tells how often somebody is right.
    private static final double USUAL = 0.9;

    private final double share;
    private final ObjectProvider<Reliability> reliability;

    SecondLookRule(ReviewSettings settings, ObjectProvider<Reliability> reliability) {
        this.share = settings.secondLookShare();
        this.reliability = reliability;
    }

    /// @return 0..1
    double probability(UUID person, HeldTask task, Finding finding) {
        if (isCompulsory(finding)) {
            return 1;
        }
        String policy = finding.violations().stream()
                .findFirst()
                .map(Violation::policy)
                .orElseGet(() -> SourceQueue.policyOf(task.queue()));
        double uncertainty = 4 * task.probability() * (1 - task.probability());
        double stake = Math.max(task.severity(), Accord.severity(finding)) / MIDDLING_SEVERITY;
        double doubt = (1 - accuracy(person, policy)) / (1 - USUAL);
        return Math.clamp(share * Math.clamp(uncertainty * stake * doubt, LEAST, MOST), 0, 1);
    }

    static boolean isCompulsory(Finding finding) {
        return finding.isCritical() || Irreversible.has(finding);
    }

    private double accuracy(UUID person, String policy) {
        @Nullable Reliability known = reliability.getIfAvailable();
        return known == null ? USUAL : known.of(person, policy);
    }
}
