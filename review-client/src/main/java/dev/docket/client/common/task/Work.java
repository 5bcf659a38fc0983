package dev.docket.client.common.task;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import java.util.function.Consumer;

/// A piece of background work. Handlers are added on the FX thread and called there, once.
public interface Work<T> extends Background.Cancellable {
    Work<T> onSuccess(Consumer<T> handler);

    /// Called when the floor refuses with this slug.
    Work<T> onProblem(String slug, Consumer<ApiProblem> handler);

    /// Called when the floor cannot be reached.
    Work<T> onOffline(Consumer<Offline> handler);

    /// Called for every failure that no other handler took.
    Work<T> onFailure(Consumer<Exception> handler);
}
