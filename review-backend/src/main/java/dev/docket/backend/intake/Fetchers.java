package dev.docket.backend.intake;

import dev.docket.backend.intake.MediaFetches.Job;
import dev.docket.backend.intake.fetch.Fetched;
import dev.docket.backend.intake.fetch.Fetched.Failed;
import dev.docket.backend.intake.fetch.Fetched.Refused;
import dev.docket.backend.intake.fetch.Fetched.Whole;
import dev.docket.backend.intake.fetch.Fetcher;
import dev.docket.dto.item.MediaKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The threads that fetch media. What cannot be fetched holds nothing up for long: after a few tries the item goes on
/// without it, and a person sees it with the reason.
@Component
class Fetchers implements SmartLifecycle {
    private static final int PHASE = DEFAULT_PHASE - 4_096;
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Logger log = LoggerFactory.getLogger(Fetchers.class);

    private final MediaFetches fetches;
    private final Fetching fetching;
    private final Fetcher fetcher;
    private final MediaStore media;
    private final MediaSettings settings;
    private final List<Thread> threads = new ArrayList<>();
    private volatile CountDownLatch ended = new CountDownLatch(0);

    Fetchers(MediaFetches fetches, Fetching fetching, Fetcher fetcher, MediaStore media, MediaSettings settings) {
        this.fetches = fetches;
        this.fetching = fetching;
        this.fetcher = fetcher;
        this.media = media;
        this.settings = settings;
    }

    @Override
    public void start() {
        ended = new CountDownLatch(1);
        media.sweep();
        for (int i = 1; i <= settings.fetchers(); i++) {
            threads.add(Thread.ofPlatform().name("fetching-" + i).start(this::work));
        }
    }

    private void work() {
        try {
            while (isRunning()) {
                workOnce();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void workOnce() throws InterruptedException {
        try {
            if (!fetchNext()) {
                rest(settings.poll());
            }
        } catch (RuntimeException fault) {
            log.atWarn()
                    .addKeyValue("fault", fault.getClass().getSimpleName())
                    .log("A medium was not kept; it is fetched again when its lease ends");
            rest(AFTER_A_FAULT);
        }
    }

    private void rest(Duration time) throws InterruptedException {
        boolean over = ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
        if (over) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return whether there was anything to fetch
    boolean fetchNext() {
        var claimed = fetches.claim(settings.lease());
        claimed.ifPresent(this::fetch);
        return claimed.isPresent();
    }

    private void fetch(Job job) {
        var fetched = fetcher.fetch(
                job.url(),
                MediaLimits.mostBytes(job.kind()),
                settings.patience(job.kind()),
                media.incoming().folder());
        switch (fetched) {
            case Whole whole -> keep(job, whole);
            case Refused(String reason) -> fetching.giveUp(job, reason);
            case Failed(String reason) when job.attempts() >= settings.tries() -> fetching.giveUp(job, reason);
            case Failed failed -> fetches.putBack(job, settings.backoffAfter(job.attempts()));
        }
    }

    private void keep(Job job, Fetched.Whole whole) {
        try {
            if (job.kind() == MediaKind.IMAGE && isPastLimits(whole.file())) {
                fetching.giveUp(job, "It has more than 50 megapixels.");
            } else {
                stage(job, whole);
            }
        } finally {
            Incoming.remove(whole.file());
        }
    }

    private void stage(Job job, Fetched.Whole whole) {
        var staged = media.stage(whole.sha256(), whole.file());
        try {
            fetching.keep(job, staged);
        } finally {
            media.discard(staged);
        }
    }

    /// Its bytes were counted while they came.
    private static boolean isPastLimits(Path image) {
        try {
            return MediaLimits.fault(Files.readAllBytes(image)).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what was fetched", e);
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void reclaim() {
        int reclaimed = fetches.reclaim();
        if (reclaimed > 0) {
            log.atWarn().addKeyValue("media", reclaimed).log("Took back media whose fetcher is gone");
        }
    }

    /// A fetch that is under way is given up with the process; its lease ends and another takes it.
    @Override
    public void stop() {
        ended.countDown();
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return ended.getCount() > 0;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
