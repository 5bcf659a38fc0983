package dev.docket.client.search;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.task.Background;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.search.PastFinding;
import dev.docket.dto.search.SearchHit;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Taking back a violation that is in effect, with reasons. Use on the FX thread only.
public final class Reversal {
    /// @param refusal why it was not done; the slug of a problem, or empty where the floor did not answer
    public record Draft(
            PastFinding finding,
            String reasons,
            boolean sending,
            @Nullable String refusal) {
        public boolean isPossible() {
            return !sending && !reasons.isBlank();
        }
    }

    private final SearchApi api;
    private final Background background;
    private final boolean permitted;
    private final Consumer<DecisionReceipt> done;
    private final ReadOnlyObjectWrapper<@Nullable Draft> draft = new ReadOnlyObjectWrapper<>();

    /// @param permitted whether the person may reverse at all
    Reversal(SearchApi api, Background background, boolean permitted, Consumer<DecisionReceipt> done) {
        this.api = api;
        this.background = background;
        this.permitted = permitted;
        this.done = done;
    }

    /// The decision of an item that can be reversed: the violation in effect.
    Optional<PastFinding> of(@Nullable SearchHit hit) {
        return !permitted || hit == null || hit.decisionsHidden()
                ? Optional.empty()
                : hit.decisions().stream()
                        .filter(finding -> finding.state() == DecisionState.EFFECTIVE)
                        .filter(finding -> finding.outcome() == Outcome.VIOLATION)
                        .findFirst();
    }

    void begin(@Nullable SearchHit hit) {
        of(hit).ifPresent(finding -> draft.set(new Draft(finding, "", false, null)));
    }

    public void reasons(String typed) {
        var now = draft.get();
        if (now != null) {
            draft.set(new Draft(now.finding(), typed, now.sending(), null));
        }
    }

    public void cancel() {
        draft.set(null);
    }

    public void confirm() {
        var now = draft.get();
        if (now == null || !now.isPossible()) {
            return;
        }
        draft.set(new Draft(now.finding(), now.reasons(), true, null));
        background
                .run(() -> api.reverse(now.finding().decisionId(), now.reasons().strip()))
                .onSuccess(receipt -> {
                    draft.set(null);
                    done.accept(receipt);
                })
                .onFailure(fault -> {
                    if (draft.get() != null) {
                        String why = fault instanceof ApiProblem refusal ? refusal.slug() : "";
                        draft.set(new Draft(now.finding(), now.reasons(), false, why));
                    }
                });
    }

    /// What is about to be reversed; null when nothing is.
    public ReadOnlyObjectProperty<@Nullable Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }
}
