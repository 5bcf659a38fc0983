package dev.docket.backend.models;

import dev.docket.model.ModelFault;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Something that is opened beside the rest of the start, and that a floor can do without.
///
/// @param <T> what is opened; its `close` is the caller's affair
final class Opened<T> {
    private static final Logger log = LoggerFactory.getLogger(Opened.class);

    private final Words words;
    private final Duration openingTime;
    private volatile CompletableFuture<T> future = new CompletableFuture<>();

    /// How this is spoken of.
    ///
    /// @param name as in "The text model is being opened."
    /// @param consequence what happens without it, a whole sentence
    record Words(String name, String consequence) {
        Standing opening() {
            return new Standing(Standing.State.OPENING, "The " + name + " is being opened.");
        }

        Standing absent(Throwable cause) {
            return new Standing(
                    Standing.State.ABSENT,
                    "The %s could not be opened: %s. %s".formatted(name, cause.getMessage(), consequence));
        }

        Standing resting() {
            return new Standing(Standing.State.RESTING, "The " + name + " failed and rests. " + consequence);
        }
    }

    /// @param openingTime how long a caller waits for it
    Opened(Words words, Duration openingTime) {
        this.words = words;
        this.openingTime = openingTime;
    }

    /// Opens it.
    @FunctionalInterface
    interface Opening<T> {
        T open() throws ModelFault;
    }

    void start(Opening<? extends T> opening) {
        var opened = new CompletableFuture<T>();
        future = opened;
        Thread.ofPlatform().name(words.name().replace(' ', '-') + "-opening").start(() -> {
            try {
                opened.complete(opening.open());
            } catch (ModelFault | RuntimeException | LinkageError e) {
                log.atError().setCause(e).log("The {} could not be opened. {}", words.name(), words.consequence());
                opened.completeExceptionally(e);
            }
        });
    }

    /// What could not be opened before is there now.
    void become(T content) {
        future = CompletableFuture.completedFuture(content);
    }

    /// Waits while it is being opened.
    ///
    /// @throws ModelUnavailable when there is none
    T get() throws ModelFault {
        try {
            return future.get(openingTime.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelUnavailable("Interrupted while the " + words.name() + " was being opened", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new ModelUnavailable("There is no " + words.name(), e);
        }
    }

    /// Empty while it is being opened, and when it could not be.
    Optional<T> now() {
        var present = future;
        return present.isDone() && !present.isCompletedExceptionally() ? Optional.of(present.join()) : Optional.empty();
    }

    /// What is to be said of it while it is not there; empty when it is.
    Optional<Standing> missing() {
        var present = future;
        if (!present.isDone()) {
            return Optional.of(words.opening());
        }
        return present.isCompletedExceptionally()
                ? Optional.of(words.absent(present.exceptionNow()))
                : Optional.empty();
    }

    /// For the end: native memory must not be freed under an opening that still goes on, nor left behind by it.
    Optional<T> await(Duration limit) {
        try {
            return Optional.of(future.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }
}
