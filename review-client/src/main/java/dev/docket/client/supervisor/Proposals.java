package dev.docket.client.supervisor;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.task.Background;
import dev.docket.dto.enforcement.StrikeProposal;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Actions that authors' strikes propose. Nothing happens to anybody before a supervisor accepts one with reasons. Use
/// on the FX thread only.
public final class Proposals {
    /// A proposal that is being answered.
    ///
    /// @param accepts whether the action is taken; otherwise it is left
    /// @param reasons for the author where it is taken, for colleagues where it is left
    /// @param refusal why the answer was not taken; the slug of a problem, or empty where the floor did not answer
    public record Draft(
            StrikeProposal proposal,
            boolean accepts,
            String reasons,
            boolean sending,
            @Nullable String refusal) {
        public boolean isPossible() {
            return !sending && !reasons.isBlank();
        }

        Draft accepts(boolean next) {
            return new Draft(proposal, next, reasons, sending, null);
        }

        Draft reasons(String next) {
            return new Draft(proposal, accepts, next, sending, null);
        }

        Draft sending(boolean underWay, @Nullable String why) {
            return new Draft(proposal, accepts, reasons, underWay, why);
        }
    }

    private final SupervisorApi api;
    private final Background background;
    private final Consumer<Said> told;
    private final ReadOnlyObjectWrapper<List<StrikeProposal>> open = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Draft> draft = new ReadOnlyObjectWrapper<>();

    Proposals(SupervisorApi api, Background background, Consumer<Said> told) {
        this.api = api;
        this.background = background;
        this.told = told;
    }

    /// Reads them again. What was read last stays when the floor does not answer; the floor's own state says that.
    void read() {
        background.run(api::proposals).onSuccess(open::set).onFailure(fault -> {});
    }

    /// Begins to answer the oldest.
    public void answerFirst() {
        open.get().stream().findFirst().ifPresent(this::answer);
    }

    public void answer(StrikeProposal proposal) {
        draft.set(new Draft(proposal, true, "", false, null));
    }

    public void accepts(boolean next) {
        change(draft.get() == null ? null : draft.get().accepts(next));
    }

    public void reasons(String next) {
        change(draft.get() == null ? null : draft.get().reasons(next));
    }

    private void change(@Nullable Draft next) {
        if (next != null) {
            draft.set(next);
        }
    }

    public void cancel() {
        draft.set(null);
    }

    /// Sends the answer.
    public void confirm() {
        var now = draft.get();
        if (now == null || !now.isPossible()) {
            return;
        }
        var proposal = now.proposal();
        draft.set(now.sending(true, null));
        background
                .run(() -> now.accepts()
                        ? api.acceptProposal(proposal.id(), now.reasons().strip())
                        : api.dismissProposal(proposal.id(), now.reasons().strip()))
                .onSuccess(settled -> {
                    closeIfStill(proposal);
                    told.accept(new Said(
                            now.accepts() ? "supervisor.said.accepted" : "supervisor.said.dismissed",
                            proposal.author()));
                    read();
                })
                .onFailure(fault -> {
                    var shown = draft.get();
                    if (shown != null && Objects.equals(shown.proposal(), proposal)) {
                        draft.set(shown.sending(false, fault instanceof ApiProblem refusal ? refusal.slug() : ""));
                    }
                });
    }

    private void closeIfStill(StrikeProposal proposal) {
        var shown = draft.get();
        if (shown != null && shown.proposal().equals(proposal)) {
            draft.set(null);
        }
    }

    /// What waits for an answer, the oldest first.
    public ReadOnlyObjectProperty<List<StrikeProposal>> openProperty() {
        return open.getReadOnlyProperty();
    }

    /// The one being answered; null when none is.
    public ReadOnlyObjectProperty<@Nullable Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }
}
