package dev.docket.client.review;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.item.SampleTasks;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.DecisionState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// An outbox whose sending happens when the test says so.
final class FakeOutbox implements DecisionOutbox {
    final Map<String, DecisionRequest> kept = new LinkedHashMap<>();
    final List<String> taskIds = new ArrayList<>();
    boolean diskFull;
    boolean onItsWay;
    private final ReadOnlyIntegerWrapper pending = new ReadOnlyIntegerWrapper();
    private final List<BiConsumer<String, DecisionReceipt>> receipts = new ArrayList<>();
    private final List<BiConsumer<String, ApiProblem>> refusals = new ArrayList<>();

    @Override
    public String submit(String taskId, DecisionRequest decision) {
        if (diskFull) {
            throw new UncheckedIOException(new IOException("no space left"));
        }
        String key = "key-" + (taskIds.size() + 1);
        taskIds.add(taskId);
        kept.put(key, decision);
        pending.set(pending.get() + 1);
        return key;
    }

    @Override
    public boolean withdraw(String idempotencyKey) {
        boolean there = !onItsWay && kept.remove(idempotencyKey) != null;
        if (there) {
            pending.set(pending.get() - 1);
        }
        return there;
    }

    @Override
    public ReadOnlyIntegerProperty pending() {
        return pending.getReadOnlyProperty();
    }

    @Override
    public void onReceipt(BiConsumer<String, DecisionReceipt> listener) {
        receipts.add(listener);
    }

    @Override
    public void onRefused(BiConsumer<String, ApiProblem> listener) {
        refusals.add(listener);
    }

    /// The floor takes the decision; it can be undone for five seconds.
    void acknowledge(String key) {
        kept.remove(key);
        pending.set(pending.get() - 1);
        var receipt = new DecisionReceipt(
                "decision-of-" + key, DecisionState.HELD, SampleTasks.NOW.plus(Duration.ofSeconds(5)));
        receipts.forEach(listener -> listener.accept(key, receipt));
    }

    void refuse(String key, String slug) {
        kept.remove(key);
        pending.set(pending.get() - 1);
        refusals.forEach(listener -> listener.accept(key, FakeFloor.problem(slug)));
    }

    DecisionRequest decision(String key) {
        return kept.get(key);
    }
}
