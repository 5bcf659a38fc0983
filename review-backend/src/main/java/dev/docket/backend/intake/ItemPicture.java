package dev.docket.backend.intake;

import dev.docket.dto.appeals.AppealSummary;
import dev.docket.dto.item.ItemView.TaskSummary;
import dev.docket.dto.item.Route;
import dev.docket.dto.review.EffectiveDecision;
import dev.docket.dto.review.Evidence;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where the facets of an item come together. Used by one thread, for one answer.
public final class ItemPicture {
    private @Nullable Evidence evidence;
    private @Nullable Route route;
    private @Nullable String routeReason;
    private @Nullable Double samplingProbability;
    private @Nullable TaskSummary task;
    private @Nullable EffectiveDecision decision;
    private List<AppealSummary> appeals = List.of();
    private @Nullable Item seeming;
    private UnaryOperator<Evidence> seemingEvidence = UnaryOperator.identity();

    public void assessed(Evidence evidence, Route route, String reason, @Nullable Double samplingProbability) {
        this.evidence = evidence;
        this.route = route;
        this.routeReason = reason;
        this.samplingProbability = samplingProbability;
    }

    public void waiting(TaskSummary task) {
        this.task = task;
    }

    public void decided(EffectiveDecision decision) {
        this.decision = decision;
    }

    public void appealed(List<AppealSummary> appeals) {
        this.appeals = List.copyOf(appeals);
    }

    /// Shows the caller the item as their task shows it, which differs where the task must
    /// not betray what it is: as it waits, undecided.
    public void seeming(Item item, UnaryOperator<Evidence> evidenceAsShown) {
        this.seeming = item;
        this.seemingEvidence = evidenceAsShown;
    }

    Item of(Item item) {
        return seeming == null ? item : seeming;
    }

    public @Nullable Evidence evidence() {
        return evidence == null ? null : seemingEvidence.apply(evidence);
    }

    public @Nullable Route route() {
        return route;
    }

    public @Nullable String routeReason() {
        return routeReason;
    }

    public @Nullable Double samplingProbability() {
        return samplingProbability;
    }

    public @Nullable TaskSummary task() {
        return task;
    }

    public @Nullable EffectiveDecision decision() {
        return seeming == null ? decision : null;
    }

    public List<AppealSummary> appeals() {
        return seeming == null ? appeals : List.of();
    }
}
