package dev.docket.backend.policy;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.platform.VersionTag;
import dev.docket.backend.policy.StoredPolicies.Published;
import dev.docket.dto.policy.NewPolicy;
import dev.docket.dto.policy.PolicyChanged;
import dev.docket.dto.policy.PolicyDiff;
import dev.docket.dto.policy.PolicyDraft;
import dev.docket.dto.policy.PolicyVersion;
import dev.docket.dto.policy.PolicyView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Publishes versions of policies. A version is never changed, since decisions are bound to it;
/// publishing adds the next.
///
/// Automatic action was agreed for thresholds and an action that two people saw. A version that
/// changes either switches
/// it off, so that nobody alone can move what the machine does.
@Service
public class PolicyEditing {
    private final StoredPolicies stored;
    private final LabelSchemas labels;
    private final Automation automation;
    private final PolicyBook book;
    private final AuditTrail audit;
    private final LiveEvents live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PolicyEditing(
            StoredPolicies stored,
            LabelSchemas labels,
            Automation automation,
            PolicyBook book,
            AuditTrail audit,
            LiveEvents live,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stored = stored;
        this.labels = labels;
        this.automation = automation;
        this.book = book;
        this.audit = audit;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<PolicyView> all() {
        return stored.published().stream().map(this::view).toList();
    }

    @Transactional(readOnly = true)
    public PolicyView of(String key) {
        return view(known(key));
    }

    @Transactional(readOnly = true)
    public PolicyView of(String key, int version) {
        return view(known(key, version));
    }

    /// The latest first.
    @Transactional(readOnly = true)
    public List<PolicyVersion> versions(String key) {
        var all = stored.versions(known(key).policy().key());
        var versions = new ArrayList<PolicyVersion>(all.size());
        for (int i = 0; i < all.size(); i++) {
            var one = all.get(i);
            List<String> changed = i + 1 == all.size()
                    ? List.of()
                    : new PolicyDifference(all.get(i + 1).policy(), one.policy()).changed();
            versions.add(new PolicyVersion(
                    one.policy().version(),
                    one.policy().title(),
                    one.publishedAt(),
                    automation.name(one.publishedBy()),
                    changed));
        }
        return versions;
    }

    @Transactional(readOnly = true)
    public PolicyDiff diff(String key, int from, int to) {
        var difference =
                new PolicyDifference(known(key, from).policy(), known(key, to).policy());
        return new PolicyDiff(key, from, to, difference.fields(), difference.lines());
    }

    /// @throws dev.docket.backend.platform.InvalidInput with every fault
    @Transactional
    public PolicyView add(Caller.Person by, NewPolicy request) {
        var errors = new FieldErrors();
        if (!PolicyRules.KEY.matcher(request.key()).matches()) {
            errors.add("/key", "a-z, 0-9 and underscore, beginning with a letter, at most 64 characters");
        }
        new PolicyRules("/policy", errors, labels.all()).check(request.policy());
        errors.throwIfAny();
        if (!stored.add(request.key(), request.policy().position())) {
            throw new DomainProblem(PolicyProblem.POLICY_EXISTS, "Choose another key, or change the policy it names.");
        }
        var policy = PolicyRules.policy(request.key(), 1, request.policy());
        stored.insert(policy, by.id(), clock.instant());
        audit.append(by.actor(), "policy.added", "policy", policy.key(), Map.of("version", 1));
        return announced(policy);
    }

    /// @param ifMatch see [VersionTag]
    /// @throws dev.docket.backend.platform.InvalidInput with every fault
    @Transactional
    public PolicyView publish(Caller.Person by, String key, PolicyDraft draft, @Nullable String ifMatch) {
        var before = known(key).policy();
        VersionTag.check(ifMatch, before.version());
        var errors = new FieldErrors();
        new PolicyRules("", errors, labels.all()).check(draft);
        errors.throwIfAny();
        if (!stored.advance(key, before.version(), draft.position())) {
            throw new DomainProblem(
                    CommonProblem.CHANGED_MEANWHILE,
                    "Somebody changed it since you read it; read it again and repeat your change.");
        }
        var after = PolicyRules.policy(key, before.version() + 1, draft);
        stored.insert(after, by.id(), clock.instant());
        var difference = new PolicyDifference(before, after);
        audit.append(
                by.actor(),
                "policy.published",
                "policy",
                key,
                Map.of(
                        "version", after.version(),
                        "changed", difference.changed(),
                        "fields", difference.fields()));
        if (actsOtherwise(before, after)) {
            automation.cancel(by, key, after.version());
        }
        return announced(after);
    }

    private static boolean actsOtherwise(Policy before, Policy after) {
        return before.active() != after.active()
                || before.defaultAction() != after.defaultAction()
                || !acting(before).equals(acting(after));
    }

    private static List<String> acting(Policy policy) {
        return policy.labels().stream()
                .map(label -> label.label() + " " + label.language() + " " + label.act())
                .sorted()
                .toList();
    }

    private PolicyView announced(Policy policy) {
        book.changed();
        live.publish("policy.changed", policy.key(), new PolicyChanged(policy.key(), policy.version()));
        events.publishEvent(new PolicyPublished(policy.key()));
        return of(policy.key());
    }

    private Published known(String key) {
        return stored.versions(key).stream().findFirst().orElseThrow(PolicyEditing::unknown);
    }

    private Published known(String key, int version) {
        return stored.published(key, version).orElseThrow(PolicyEditing::unknown);
    }

    static DomainProblem unknown() {
        return new DomainProblem(CommonProblem.NOT_FOUND, "There is no such policy; GET /api/v1/policies lists them.");
    }

    private PolicyView view(Published published) {
        return PolicyViews.of(
                published,
                automation.name(published.publishedBy()),
                automation.of(published.policy().key()));
    }
}
