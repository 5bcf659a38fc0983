package dev.docket.backend.policy;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.platform.VersionTag;
import dev.docket.backend.policy.StoredAutomation.Hold;
import dev.docket.backend.policy.StoredAutomation.Setting;
import dev.docket.dto.policy.AuditShare;
import dev.docket.dto.policy.AutomationState;
import dev.docket.dto.policy.AutomationSwitch;
import dev.docket.dto.policy.PolicyAutomation;
import dev.docket.dto.policy.PolicyChanged;
import dev.docket.dto.quality.PersonName;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the machine may do without a person, and how much of what it lets through a person sees all
/// the same.
///
/// On takes two people, off takes one: a mistake of the machine repeats itself with every item, so
/// stopping it must
/// never wait. The switch for all stops every policy and changes none of them.
@Service
public class Automation {
    private static final String ALL = "*";

    private final StoredAutomation stored;
    private final StoredPolicies policies;
    private final PolicyBook book;
    private final AuditTrail audit;
    private final LiveEvents live;
    private final Clock clock;
    private final double configuredShare;

    Automation(
            StoredAutomation stored,
            StoredPolicies policies,
            PolicyBook book,
            AuditTrail audit,
            LiveEvents live,
            Clock clock,
            @Value("${docket.classification.audit-share:0.01}") double configuredShare) {
        this.stored = stored;
        this.policies = policies;
        this.book = book;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
        this.configuredShare = configuredShare;
    }

    PolicyAutomation of(String key) {
        var hold = stored.holds().stream()
                .filter(one -> one.policy().equals(key))
                .findFirst()
                .orElse(Hold.off(key));
        return view(hold);
    }

    /// Asks for automatic action, agrees to what somebody else asked for, or ends it.
    @Transactional
    public PolicyAutomation turn(Caller.Person by, String key, boolean on) {
        var policy = policies.published().stream()
                .map(one -> one.policy())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(PolicyEditing::unknown);
        var hold = stored.lock(key);
        if (!on) {
            return end(by, hold, policy.version(), "policy.automation-off");
        }
        if (!policy.active() || !policy.canAct() || policy.labels().stream().allMatch(label -> label.act() == null)) {
            throw new DomainProblem(
                    PolicyProblem.NOT_AUTOMATIC,
                    "It needs to be in use, with a threshold to act and a default action that can be taken back.");
        }
        return switch (hold.state()) {
            case ON -> view(hold);
            case OFF -> ask(by, key, policy.version());
            case PENDING -> agree(by, hold, policy.version());
        };
    }

    /// Ends automatic action that was agreed for what no longer holds.
    void cancel(Caller.Person by, String key, int version) {
        end(by, stored.lock(key), version, "policy.automation-cancelled");
    }

    @Transactional(readOnly = true)
    public AutomationSwitch killSwitch() {
        return stored.killSwitch()
                .map(last -> new AutomationSwitch(last.value(), name(last.changedBy()), last.changedAt()))
                .orElse(new AutomationSwitch(true, null, null));
    }

    /// Stops every policy at once, or lets those that two people agreed on act again.
    @Transactional
    public AutomationSwitch killSwitch(Caller.Person by, boolean on) {
        stored.killSwitch(on, by.id(), clock.instant());
        audit.append(by.actor(), on ? "automation.allowed" : "automation.stopped", "automation", "all", Map.of());
        announce(ALL, 0);
        return killSwitch();
    }

    @Transactional(readOnly = true)
    public AuditShare auditShare() {
        return stored.auditShare()
                .map(last -> new AuditShare(last.value(), last.version(), name(last.changedBy()), last.changedAt()))
                .orElse(new AuditShare(configuredShare, 0, null, null));
    }

    /// @param ifMatch see [VersionTag]
    @Transactional
    public AuditShare auditShare(Caller.Person by, double share, @Nullable String ifMatch) {
        int before = stored.auditShare().map(Setting::version).orElse(0);
        double was = auditShare().share();
        VersionTag.check(ifMatch, before);
        if (!(share >= 0 && share <= 1)) {
            new FieldErrors().add("/share", "0 to 1").throwIfAny();
        }
        if (!stored.auditShare(before + 1, share, by.id(), clock.instant())) {
            throw new DomainProblem(
                    CommonProblem.CHANGED_MEANWHILE,
                    "Somebody changed it since you read it; read it again and repeat your change.");
        }
        audit.append(
                by.actor(),
                "audit-share.changed",
                "audit-share",
                "all",
                Map.of("version", before + 1, "before", was, "after", share));
        announce(ALL, before + 1);
        return auditShare();
    }

    @Nullable PersonName name(@Nullable UUID person) {
        return person == null
                ? null
                : new PersonName(person.toString(), stored.nameOf(person).orElse(""));
    }

    private PolicyAutomation ask(Caller.Person by, String key, int version) {
        return put(
                by,
                new Hold(key, AutomationState.PENDING, version, by.id(), clock.instant(), null),
                "policy.automation-asked");
    }

    private PolicyAutomation agree(Caller.Person by, Hold hold, int version) {
        if (by.id().equals(hold.askedBy())) {
            throw new DomainProblem(
                    PolicyProblem.SECOND_APPROVER_NEEDED, "You asked for it; somebody else must agree.");
        }
        return put(
                by,
                new Hold(hold.policy(), AutomationState.ON, version, hold.askedBy(), hold.askedAt(), by.id()),
                "policy.automation-on");
    }

    private PolicyAutomation end(Caller.Person by, Hold hold, int version, String action) {
        return hold.state() == AutomationState.OFF
                ? view(hold)
                : put(by, new Hold(hold.policy(), AutomationState.OFF, version, null, null, null), action);
    }

    private PolicyAutomation put(Caller.Person by, Hold hold, String action) {
        stored.put(hold, clock.instant());
        audit.append(by.actor(), action, "policy", hold.policy(), Map.of("version", hold.version()));
        announce(hold.policy(), hold.version());
        return view(hold);
    }

    private void announce(String key, int version) {
        book.changed();
        live.publish("policy.changed", key, new PolicyChanged(key, version));
    }

    private PolicyAutomation view(Hold hold) {
        return new PolicyAutomation(
                hold.state(),
                name(hold.askedBy()),
                hold.askedAt(),
                name(hold.confirmedBy()),
                hold.state() == AutomationState.ON && killSwitch().on());
    }
}
