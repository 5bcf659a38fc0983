package dev.docket.client.supervisor;

import dev.docket.client.common.task.Background;
import dev.docket.dto.quality.AgreementReport;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Agreement looked at closely, on one policy or on all: pairs of people, what is taken for what, how each person
/// errs. Use on the FX thread only.
public final class AgreementDetail {
    /// @param policy null for all
    /// @param report null until it was read
    /// @param unread whether reading it failed
    public record Look(@Nullable String policy, @Nullable AgreementReport report, boolean unread) {}

    private final SupervisorApi api;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable Look> look = new ReadOnlyObjectWrapper<>();
    private int asked;

    AgreementDetail(SupervisorApi api, Background background) {
        this.api = api;
        this.background = background;
    }

    /// @param policy null for all
    public void open(@Nullable String policy) {
        int question = ++asked;
        look.set(new Look(policy, null, false));
        background
                .run(() -> api.agreement(policy))
                .onSuccess(read -> answer(question, new Look(policy, read, false)))
                .onFailure(fault -> answer(question, new Look(policy, null, true)));
    }

    /// Only the last question's answer is shown.
    private void answer(int question, Look next) {
        if (question == asked && look.get() != null) {
            look.set(next);
        }
    }

    public void close() {
        look.set(null);
    }

    /// What is looked at; null while nothing is.
    public ReadOnlyObjectProperty<@Nullable Look> lookProperty() {
        return look.getReadOnlyProperty();
    }
}
