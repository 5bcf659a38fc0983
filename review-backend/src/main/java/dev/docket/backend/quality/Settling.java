package dev.docket.backend.quality;

import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.policy.Policies;
import dev.docket.dto.item.ItemState;
import dev.docket.dto.quality.CreateGoldenItem;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds the truth that a request to make an item golden speaks of, and notes every fault of
/// it at once.
final class Settling {
    private final StoredGoldenItems golden;
    private final Items items;
    private final Policies policies;
    private final FieldErrors errors;

    Settling(StoredGoldenItems golden, Items items, Policies policies, FieldErrors errors) {
        this.golden = golden;
        this.items = items;
        this.policies = policies;
        this.errors = errors;
    }

    Truth of(CreateGoldenItem request) {
        if (request.decisionId() != null && request.outcome() != null) {
            errors.add("/outcome", "either a finding or the decision that settled it");
        }
        return request.outcome() == null ? byDecision(request) : byHand(request, request.outcome());
    }

    private Truth byDecision(CreateGoldenItem request) {
        @Nullable UUID decision = parse("/decisionId", request.decisionId());
        @Nullable UUID item = parse("/itemId", request.itemId());
        if (request.decisionId() == null && request.itemId() == null) {
            errors.add("/itemId", "the item, or the decision that settled it");
        }
        if (request.violations() != null && !request.violations().isEmpty()) {
            errors.add("/violations", "only with an outcome");
        }
        errors.throwIfAny();
        var settled = golden.settled(decision, item).stream().findFirst();
        if (settled.isEmpty()) {
            errors.add(
                    decision == null ? "/itemId" : "/decisionId",
                    "no adjudication or appeal of it is in effect; say what is true of the item instead");
        }
        settled.ifPresent(truth -> known(truth.item()));
        errors.throwIfAny();
        return settled.orElseThrow();
    }

    private Truth byHand(CreateGoldenItem request, Outcome outcome) {
        List<Violation> violations = request.violations() == null ? List.of() : request.violations();
        if (request.itemId() == null) {
            errors.add("/itemId", "the item");
        }
        var item = Optional.ofNullable(parse("/itemId", request.itemId())).flatMap(this::known);
        if (outcome != Outcome.APPROVE && outcome != Outcome.VIOLATION) {
            errors.add("/outcome", "APPROVE or VIOLATION");
        }
        if ((outcome == Outcome.VIOLATION) == violations.isEmpty()) {
            errors.add("/violations", "a VIOLATION names at least one policy, nothing else names any");
        }
        check(violations, item.map(GoldenItems::text).map(String::length).orElse(0));
        errors.throwIfAny();
        var versions = new TreeMap<String, Integer>();
        var violated = violations.stream().map(Violation::policy).toList();
        policies.all().stream()
                .filter(policy -> violated.isEmpty() || violated.contains(policy.key()))
                .forEach(policy -> versions.put(policy.key(), policy.version()));
        return new Truth(item.orElseThrow().id(), outcome, violations, versions, null);
    }

    private void check(List<Violation> violations, int length) {
        var seen = new HashSet<String>();
        for (int i = 0; i < violations.size(); i++) {
            var violation = violations.get(i);
            String pointer = "/violations/" + i;
            if (policies.byKey(violation.policy()).isEmpty()) {
                errors.add(pointer + "/policy", "no such policy");
            }
            if (!seen.add(violation.policy())) {
                errors.add(pointer + "/policy", "named twice");
            }
            if (violation.severity() < 1 || violation.severity() > 4) {
                errors.add(pointer + "/severity", "1 low to 4 critical");
            }
            List<List<Integer>> spans = violation.spans() == null ? List.of() : violation.spans();
            for (int j = 0; j < spans.size(); j++) {
                var span = spans.get(j);
                if (span.size() != 2 || span.get(0) < 0 || span.get(0) >= span.get(1) || span.get(1) > length) {
                    errors.add(pointer + "/spans/" + j, "[start, end) inside the item's text");
                }
            }
        }
    }

    private Optional<Item> known(UUID id) {
        var item = items.find(id);
        if (item.isEmpty()) {
            errors.add("/itemId", "no such item");
        } else if (item.get().state() == ItemState.ERASED) {
            errors.add("/itemId", "its content is erased");
        }
        return item;
    }

    private @Nullable UUID parse(String pointer, @Nullable String id) {
        if (id == null) {
            return null;
        }
        var parsed = Ids.parse(id);
        if (parsed.isEmpty()) {
            errors.add(pointer, "not an id");
        }
        return parsed.orElse(null);
    }
}
