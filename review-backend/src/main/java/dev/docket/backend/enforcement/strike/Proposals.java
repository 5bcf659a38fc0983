package dev.docket.backend.enforcement.strike;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.enforcement.EnforcementProblem;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.review.Finding;
import dev.docket.backend.review.PastDecision;
import dev.docket.backend.review.PastDecisions;
import dev.docket.backend.review.UnclaimedDecisions;
import dev.docket.dto.Page;
import dev.docket.dto.enforcement.AcceptProposal;
import dev.docket.dto.enforcement.ProposalState;
import dev.docket.dto.enforcement.StrikeProposal;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.Outcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What supervisors do with proposed actions. An accepted one becomes a decision like any other, with its
/// grace time, its message, its statement of reasons and, for a ban, the second person who must agree.
@Service
public class Proposals {
    private static final int LONGEST_REASONS = 4_000;
    private static final int LONGEST_REASON = 1_000;

    private final StoredProposals stored;
    private final Thresholds thresholds;
    private final StoredStrikes strikes;
    private final PastDecisions decisions;
    private final UnclaimedDecisions unclaimed;
    private final AuditTrail audit;
    private final LiveEvents live;
    private final Clock clock;

    Proposals(
            StoredProposals stored,
            Thresholds thresholds,
            StoredStrikes strikes,
            PastDecisions decisions,
            UnclaimedDecisions unclaimed,
            AuditTrail audit,
            LiveEvents live,
            Clock clock) {
        this.stored = stored;
        this.thresholds = thresholds;
        this.strikes = strikes;
        this.decisions = decisions;
        this.unclaimed = unclaimed;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /// In the order in which they were made.
    @Transactional(readOnly = true)
    public Page<StrikeProposal> page(ProposalState state, @Nullable String after, int limit) {
        var from = after == null ? null : Ids.parse(after).orElse(null);
        if (after != null && from == null) {
            new FieldErrors()
                    .add("/after", "must be a cursor that this list gave")
                    .throwIfAny();
        }
        var found = stored.page(state, from, limit + 1);
        var page = found.stream().limit(limit).toList();
        return new Page<>(page, found.size() > limit ? page.getLast().id() : null);
    }

    /// @throws DomainProblem `proposal-settled` when somebody was first or the strikes no longer reach so far,
    ///     `already-decided` while somebody holds the item
    @Transactional
    public StrikeProposal accept(Caller.Person by, UUID id, AcceptProposal request) {
        check(request);
        var proposal = open(id);
        var standing = strikes.standing(new Author(proposal.source(), proposal.author()));
        var last = decisions
                .effective(UUID.fromString(proposal.itemId()))
                .filter(decision -> decision.finding().outcome() == Outcome.VIOLATION);
        if (last.isEmpty() || !thresholds.isReached(proposal.action(), standing)) {
            throw settled("The strikes behind it lapsed or were given back; dismiss it.");
        }
        if (!stored.settle(id, ProposalState.ACCEPTED, by.id(), null)) {
            throw settled("Somebody settled it before you; list the proposals again.");
        }
        var receipt = decide(by, last.get(), finding(last.get(), proposal, request));
        stored.ledTo(id, UUID.fromString(receipt.decisionId()));
        audit.append(
                by.actor(),
                "proposal.accepted",
                "proposal",
                id.toString(),
                Map.of("action", proposal.action(), "decision", receipt.decisionId()));
        live.publish("proposal.changed", id.toString(), Map.of("proposal", id));
        return stored.find(id).orElseThrow();
    }

    /// @param reason kept beside the proposal
    @Transactional
    public StrikeProposal dismiss(Caller.Person by, UUID id, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            new FieldErrors().add("/reason", "1 to 1,000 characters").throwIfAny();
        }
        var proposal = open(id);
        if (!stored.settle(id, ProposalState.DISMISSED, by.id(), reason)) {
            throw settled("Somebody settled it before you; list the proposals again.");
        }
        audit.append(by.actor(), "proposal.dismissed", "proposal", id.toString(), Map.of("action", proposal.action()));
        live.publish("proposal.changed", id.toString(), Map.of("proposal", id));
        return stored.find(id).orElseThrow();
    }

    private void check(AcceptProposal request) {
        var errors = new FieldErrors();
        if (request.reasons().isBlank() || request.reasons().length() > LONGEST_REASONS) {
            errors.add("/reasons", "1 to 4,000 characters");
        }
        if (request.until() != null && !request.until().isAfter(clock.instant())) {
            errors.add("/until", "a time to come");
        }
        errors.throwIfAny();
    }

    /// The violations of the last decision, its actions and the proposed one.
    private Finding finding(PastDecision last, StrikeProposal proposal, AcceptProposal request) {
        var actions = new ArrayList<>(last.finding().actions().stream()
                .filter(action -> action.type() != proposal.action() && action.type() != ActionType.NONE)
                .toList());
        actions.add(new Action(proposal.action(), request.until()));
        return new Finding(
                Outcome.VIOLATION,
                last.finding().violations(),
                List.copyOf(actions),
                last.finding().note(),
                request.reasons());
    }

    /// A supervisor replaces the decision in effect by one that goes further: a reversal in the terms of
    /// rounds, though nothing is taken back.
    private DecisionReceipt decide(Caller.Person by, PastDecision last, Finding finding) {
        return unclaimed
                .decide(by.actor(), last.item(), finding, DecisionKind.REVERSAL)
                .orElseThrow(() -> new DomainProblem(
                        EnforcementProblem.ITEM_IN_WORK, "Somebody works on the item; try again in a few minutes."));
    }

    private StrikeProposal open(UUID id) {
        var proposal = stored.find(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no such proposal; list them."));
        if (proposal.state() != ProposalState.OPEN) {
            throw settled("It is settled already; list the proposals again.");
        }
        return proposal;
    }

    private static DomainProblem settled(String detail) {
        return new DomainProblem(EnforcementProblem.PROPOSAL_SETTLED, detail);
    }
}
