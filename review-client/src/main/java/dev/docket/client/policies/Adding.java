package dev.docket.client.policies;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.task.Background;
import dev.docket.dto.policy.NewPolicy;
import dev.docket.dto.policy.PolicyDraft;
import dev.docket.dto.policy.PolicyLabel;
import dev.docket.dto.policy.PolicyView;
import dev.docket.dto.problem.FieldError;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.review.ActionType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A policy that does not exist yet: its key, what it says and what feeds it. Everything else begins as is usual and
/// is changed on the screen like any policy's. Use on the FX thread only.
public final class Adding {
    private static final int USUAL_SEVERITY = 2;
    private static final double USUAL_REVIEW = 0.5;

    /// @param faults by field, as the floor or the desk found them
    /// @param refusal slug of a refusal, `offline`, or null
    public record Form(
            boolean sending,
            List<FieldError> faults,
            @Nullable String refusal) {
        static final Form FRESH = new Form(false, List.of(), null);
    }

    private final PoliciesApi api;
    private final Background background;
    private final Consumer<PolicyView> added;
    private final ReadOnlyObjectWrapper<@Nullable Form> form = new ReadOnlyObjectWrapper<>();

    Adding(PoliciesApi api, Background background, Consumer<PolicyView> added) {
        this.api = api;
        this.background = background;
        this.added = added;
    }

    void begin() {
        form.set(Form.FRESH);
    }

    public void cancel() {
        form.set(null);
    }

    /// @param labels that feed it; a violation teaches the first
    public void confirm(String key, String title, String text, List<String> labels) {
        var now = form.get();
        if (now == null || now.sending()) {
            return;
        }
        form.set(new Form(true, List.of(), null));
        var policy = new NewPolicy(key.strip(), draft(title.strip(), text, labels));
        background
                .run(() -> api.add(policy))
                .onSuccess(made -> {
                    form.set(null);
                    added.accept(made);
                })
                .onFailure(this::refused);
    }

    private void refused(Exception fault) {
        if (fault instanceof ApiProblem refusal) {
            var errors = refusal.problem().errors();
            boolean taken = refusal.slug().equals(Slug.POLICY_EXISTS);
            form.set(new Form(
                    false,
                    taken ? List.of(new FieldError("/key", "")) : errors == null ? List.of() : errors,
                    refusal.slug()));
        } else {
            form.set(new Form(false, List.of(), fault instanceof Offline ? "offline" : "fault"));
        }
    }

    private static PolicyDraft draft(String title, String text, List<String> labels) {
        var fed = new ArrayList<PolicyLabel>();
        labels.forEach(
                label -> fed.add(new PolicyLabel(label, Draft.EVERY_LANGUAGE, USUAL_REVIEW, null, fed.isEmpty())));
        return new PolicyDraft(
                title,
                text,
                fed,
                USUAL_SEVERITY,
                null,
                null,
                List.of(ActionType.WARN, ActionType.RESTRICT, ActionType.REMOVE),
                ActionType.REMOVE,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /// Null while nothing is being added.
    public ReadOnlyObjectProperty<@Nullable Form> formProperty() {
        return form.getReadOnlyProperty();
    }
}
