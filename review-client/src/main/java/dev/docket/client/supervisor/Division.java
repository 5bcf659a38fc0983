package dev.docket.client.supervisor;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.task.Background;
import dev.docket.dto.floor.FloorView.QueueOnFloor;
import dev.docket.dto.queue.QueueKey;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Which sources have queues of their own within a policy's. Use on the FX thread only.
public final class Division {
    /// @param policy whose queue is divided
    /// @param typed the sources, separated by commas; null until they were read
    /// @param refusal why they were not taken; the slug of a problem, or empty where the floor did not answer
    public record Draft(
            String policy,
            String title,
            @Nullable String typed,
            boolean busy,
            @Nullable String refusal) {
        public boolean isPossible() {
            return !busy && typed != null;
        }

        List<String> sources() {
            return typed == null
                    ? List.of()
                    : Arrays.stream(typed.split(","))
                            .map(String::strip)
                            .filter(source -> !source.isEmpty())
                            .distinct()
                            .toList();
        }
    }

    private final SupervisorApi api;
    private final Background background;
    private final Consumer<Said> told;
    private final ReadOnlyObjectWrapper<@Nullable Draft> draft = new ReadOnlyObjectWrapper<>();

    Division(SupervisorApi api, Background background, Consumer<Said> told) {
        this.api = api;
        this.background = background;
        this.told = told;
    }

    /// @param queue a policy's, or one of its sources'
    void open(QueueOnFloor queue) {
        String policy = QueueKey.policyOf(queue.key());
        String title = queue.title().split(" · ", 2)[0];
        draft.set(new Draft(policy, title, null, true, null));
        background
                .run(() -> String.join(", ", api.sources(policy)))
                .onSuccess(sources -> change(policy, now -> new Draft(policy, title, sources, false, null)))
                .onFailure(fault -> change(policy, now -> new Draft(policy, title, null, false, slug(fault))));
    }

    public void typed(String sources) {
        var now = draft.get();
        if (now != null && now.isPossible()) {
            draft.set(new Draft(now.policy(), now.title(), sources, false, null));
        }
    }

    /// Divides as typed.
    public void confirm() {
        var now = draft.get();
        if (now == null || !now.isPossible()) {
            return;
        }
        draft.set(new Draft(now.policy(), now.title(), now.typed(), true, null));
        background
                .run(() -> api.divide(now.policy(), now.sources()))
                .onSuccess(sources -> {
                    close();
                    told.accept(
                            sources.isEmpty()
                                    ? new Said("supervisor.said.undivided", now.title())
                                    : new Said("supervisor.said.divided", now.title(), String.join(", ", sources)));
                })
                .onFailure(fault -> change(
                        now.policy(),
                        shown -> new Draft(shown.policy(), shown.title(), shown.typed(), false, slug(fault))));
    }

    public void close() {
        draft.set(null);
    }

    private void change(String policy, UnaryOperator<Draft> next) {
        var now = draft.get();
        if (now != null && now.policy().equals(policy)) {
            draft.set(next.apply(now));
        }
    }

    private static String slug(Throwable fault) {
        return fault instanceof ApiProblem refusal ? refusal.slug() : "";
    }

    /// What is being divided; null while nothing is.
    public ReadOnlyObjectProperty<@Nullable Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }
}
