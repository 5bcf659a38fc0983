package dev.docket.client.common.pick;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.pick.Picking.Choice;
import dev.docket.client.common.pick.Picking.Question;
import dev.docket.dto.policy.PolicyView;
import dev.docket.dto.quality.CreateGoldenItem;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is true of an item, so that it can pass unseen: what settled it already, that it breaks nothing, or what it
/// breaks.
public final class MakeGolden {
    private final MakeGoldenApi api;

    public MakeGolden(MakeGoldenApi api) {
        this.api = api;
    }

    /// @param subject the item in words
    public Question of(String itemId, String subject, Runnable done) {
        return new Question("pick.golden", subject, typed -> choices(itemId, typed), done);
    }

    private List<Choice> choices(String itemId, String typed) throws ApiProblem, Offline {
        var choices = new ArrayList<Choice>();
        if (typed.isEmpty()) {
            choices.add(choice("pick.golden.settled", "", itemId, null, null));
            choices.add(choice("pick.golden.nothing", "", itemId, Outcome.APPROVE, null));
        }
        String part = typed.toLowerCase(Locale.ROOT);
        for (PolicyView policy : api.policies()) {
            if (policy.title().toLowerCase(Locale.ROOT).contains(part)) {
                var violation = new Violation(policy.key(), policy.defaultSeverity(), null, null, null);
                choices.add(choice(null, policy.title(), itemId, Outcome.VIOLATION, List.of(violation)));
            }
        }
        return choices;
    }

    /// @param outcome null for what settled the item
    private Choice choice(
            @Nullable String key,
            String name,
            String itemId,
            @Nullable Outcome outcome,
            @Nullable List<Violation> violations) {
        return new Choice(
                key, name, note -> api.makeGolden(new CreateGoldenItem(itemId, outcome, violations, null, note)));
    }
}
