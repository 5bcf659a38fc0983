package dev.docket.backend.models;

import dev.docket.model.ModelFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A model with a session of its own, beside whose scores count or in that place.
///
/// While it only scores unseen it costs the scores that count nothing but its time: it is asked about a share of what
/// comes, always the same of the same content, has half of a call's time, and where it fails there is no score.
///
/// @param <M> the model
final class Companion<M extends AutoCloseable> {
    private static final Logger log = LoggerFactory.getLogger(Companion.class);
    private static final double RANGE = 1L << 31;
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("beside-", 1).factory());

    private final String version;
    private final Served<M> served;
    private final Duration patience;
    private final double share;

    /// @param share of what comes about which it is asked while it scores unseen
    private Companion(String version, Served<M> served, Duration patience, double share) {
        this.version = version;
        this.served = served;
        this.patience = patience;
        this.share = share;
    }

    /// @param onFault run for each call that fails
    static <M extends AutoCloseable> Companion<M> of(
            Opened.Words words, String version, M model, ModelSettings settings, Runnable onFault) {
        return new Companion<>(
                version,
                Served.of(words, settings, onFault, model),
                settings.timeLimit().dividedBy(2),
                settings.shadowShare());
    }

    /// The same model, asked about everything from now on, or about its share.
    Companion<M> counting(boolean counts, ModelSettings settings) {
        return new Companion<>(version, served, patience, counts ? 1 : settings.shadowShare());
    }

    boolean isAskedAboutAll() {
        return share == 1;
    }

    String version() {
        return version;
    }

    Served<M> served() {
        return served;
    }

    /// What it is asked of each content.
    @FunctionalInterface
    interface Question<M, T, R> {
        List<R> of(M model, List<T> contents) throws ModelFault;
    }

    /// Asks it about its share, beside whatever the caller does meanwhile.
    ///
    /// @param hash says which content is of its share
    <T, R> Asked<R> ask(List<T> contents, ToIntFunction<T> hash, Question<M, T, R> question) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < contents.size(); i++) {
            if (isOfShare(hash.applyAsInt(contents.get(i)))) {
                places.add(i);
            }
        }
        var its = places.stream().map(contents::get).toList();
        Callable<List<R>> asking =
                () -> its.isEmpty() ? List.of() : served.ask(model -> question.of(model, its), patience);
        return new Asked<>(version, places, THREADS.submit(asking));
    }

    boolean isOfShare(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x45d9f3b;
        mixed = (mixed ^ (mixed >>> 16)) * 0x45d9f3b;
        return ((mixed ^ (mixed >>> 16)) >>> 1) / RANGE < share;
    }

    /// Asked no more; whoever is being answered is.
    void dismiss() {
        served.dismiss();
    }

    /// What it was asked.
    ///
    /// @param places of the contents that it was asked about
    record Asked<R>(String version, List<Integer> places, Future<List<R>> answer) {
        /// By place; nothing under a place where it failed, and no place where it was not asked.
        Map<Integer, List<R>> answers() throws ModelFault {
            var answers = new HashMap<Integer, List<R>>();
            places.forEach(place -> answers.put(place, List.of()));
            try {
                var all = answer.get();
                for (int i = 0; i < places.size(); i++) {
                    answers.put(places.get(i), List.of(all.get(i)));
                }
            } catch (ExecutionException fault) {
                log.atDebug()
                        .setCause(fault.getCause())
                        .addKeyValue("version", version)
                        .log("A model beside the one that serves gave no scores");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ModelFault("Interrupted while scoring", e);
            }
            return answers;
        }
    }
}
