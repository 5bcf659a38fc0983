package dev.docket.backend.models;

import dev.docket.model.ModelFault;
import dev.docket.model.slot.Slot;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// The model of one kind that serves, from its opening to its end, each behind a [Guard] of its own.
///
/// It is exchanged without a dropped request: whoever asks holds what there was when they asked, and the last of
/// them closes it. A new one begins with a clean record.
///
/// @param <M> the model
final class Served<M extends AutoCloseable> {
    private static final Duration END = Duration.ofSeconds(8);

    private final Opened.Words words;
    private final ModelSettings settings;
    private final Runnable onFault;
    private final Opened<Slot<Guarded<M>>> opened;

    /// @param onFault run for each call that fails
    Served(Opened.Words words, ModelSettings settings, Runnable onFault) {
        this.words = words;
        this.settings = settings;
        this.onFault = onFault;
        this.opened = new Opened<>(words, settings.openingTime());
    }

    /// One that is open already.
    static <M extends AutoCloseable> Served<M> of(
            Opened.Words words, ModelSettings settings, Runnable onFault, M model) {
        var served = new Served<M>(words, settings, onFault);
        served.opened.become(new Slot<>(served.guarded(model)));
        return served;
    }

    private record Guarded<M extends AutoCloseable>(M model, Guard guard) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            guard.close();
            model.close();
        }
    }

    /// What a model is asked.
    @FunctionalInterface
    interface Question<M, R> {
        R of(M model) throws ModelFault;
    }

    void start(Opened.Opening<M> opening) {
        opened.start(() -> new Slot<>(guarded(opening.open())));
    }

    private Guarded<M> guarded(M model) {
        return new Guarded<>(model, new Guard(words.name() + "-", settings.timeLimit(), settings.rest(), onFault));
    }

    /// Waits while the model is being opened, and no longer than its time limit for the answer.
    ///
    /// @throws ModelFault when it cannot; a [ModelUnavailable] says that the fault is not in
    ///     what it was asked about
    <R> R ask(Question<M, R> question) throws ModelFault {
        try (var lease = opened.get().lease()) {
            var guarded = lease.content();
            return guarded.guard().call(() -> question.of(guarded.model()));
        }
    }

    /// The same, given up sooner.
    <R> R ask(Question<M, R> question, Duration limit) throws ModelFault {
        try (var lease = opened.get().lease()) {
            var guarded = lease.content();
            return guarded.guard().call(() -> question.of(guarded.model()), limit);
        }
    }

    /// Waits while the model is being opened.
    void await() throws ModelFault {
        opened.get();
    }

    /// For what is no inference: neither guarded nor counted.
    <R> R hold(Question<M, R> question) throws ModelFault {
        try (var lease = opened.get().lease()) {
            return question.of(lease.content().model());
        }
    }

    /// Serves `next` from now on, also where nothing could be opened before.
    void exchange(M next) throws ModelFault {
        var present = opened.await(settings.openingTime());
        if (present.isPresent()) {
            present.get().swap(guarded(next));
        } else {
            opened.become(new Slot<>(guarded(next)));
        }
    }

    /// Empty while nothing is open.
    <R> Optional<R> tell(Function<M, R> question) {
        return opened.now().flatMap(slot -> {
            try (var lease = slot.lease()) {
                return Optional.of(question.apply(lease.content().model()));
            } catch (ModelFault closed) {
                return Optional.empty();
            }
        });
    }

    /// @param serving what is said of a model that serves
    Standing standing(Function<M, String> serving) {
        return opened.missing()
                .or(() -> opened.now().flatMap(slot -> standing(slot, serving)))
                .orElseGet(words::opening);
    }

    private Optional<Standing> standing(Slot<Guarded<M>> slot, Function<M, String> serving) {
        try (var lease = slot.lease()) {
            var guarded = lease.content();
            return Optional.of(
                    guarded.guard().isResting()
                            ? words.resting()
                            : new Standing(Standing.State.SERVING, serving.apply(guarded.model())));
        } catch (ModelFault closed) {
            return Optional.empty();
        }
    }

    /// Waits for who is being served.
    void stop() {
        stop(END);
    }

    /// Serves nobody any more. The last who is being served closes it.
    void dismiss() {
        stop(Duration.ZERO);
    }

    private void stop(Duration patience) {
        opened.await(END).ifPresent(slot -> {
            try {
                slot.close(patience);
            } catch (ModelFault fault) {
                throw new IllegalStateException(fault);
            }
        });
    }
}
