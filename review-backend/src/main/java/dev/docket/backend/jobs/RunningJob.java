package dev.docket.backend.jobs;

import dev.docket.backend.jobs.StoredJobs.Claimed;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Sentence;
import dev.docket.dto.jobs.JobProgress;
import dev.docket.dto.jobs.JobState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A job under this floor's lease. The work tells it how far it is, from one thread; another renews the lease by
/// [#beat], which is what keeps the job when the work has nothing to tell for long.
final class RunningJob implements JobRun {
    static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(300);

    private final Claimed claimed;
    private final StoredJobs jobs;
    private final Reports reports;
    private final JsonMapper json;
    private final Map<String, String> result = new TreeMap<>();
    private @Nullable String lastCheckpoint;
    private long reportedAt = System.nanoTime() - BETWEEN_REPORTS.toNanos();
    private volatile double share;
    private volatile @Nullable Sentence doing;
    private volatile boolean cancelled;
    private volatile boolean lost;
    private volatile boolean stopping;

    RunningJob(Claimed claimed, StoredJobs jobs, Reports reports, JsonMapper json) {
        this.claimed = claimed;
        this.jobs = jobs;
        this.reports = reports;
        this.json = json;
        this.cancelled = claimed.cancelling();
        this.lastCheckpoint = claimed.checkpoint();
    }

    @Override
    public UUID job() {
        return claimed.id();
    }

    @Override
    public Actor by() {
        UUID by = claimed.by();
        return by == null ? new Actor.Automation("jobs") : new Actor.Person(by);
    }

    @Override
    public <T> T parameters(Class<T> type) {
        return json.readValue(claimed.parameters(), type);
    }

    @Override
    public void progress(double share, Sentence doing) {
        this.share = Math.clamp(share, 0, 1);
        this.doing = doing;
        long now = System.nanoTime();
        if (now - reportedAt >= BETWEEN_REPORTS.toNanos()) {
            reportedAt = now;
            beat();
            reports.report(new JobProgress(
                    claimed.id(), claimed.kind(), JobState.RUNNING, this.share, doing.english(), doing.phrase()));
        }
        goOn();
    }

    @Override
    public void checkpoint(Object state) {
        String written = json.writeValueAsString(state);
        if (jobs.checkpoint(claimed.id(), claimed.lease(), written)) {
            lastCheckpoint = written;
        } else {
            lost = true;
        }
        goOn();
    }

    @Override
    public <T> Optional<T> checkpoint(Class<T> type) {
        return Optional.ofNullable(lastCheckpoint).map(state -> json.readValue(state, type));
    }

    @Override
    public boolean cancelled() {
        return cancelled || lost || stopping;
    }

    @Override
    public void result(String name, String value) {
        result.put(name, value);
    }

    /// Renews the lease, and learns whether somebody has cancelled the job.
    void beat() {
        jobs.renew(claimed.id(), claimed.lease(), LEASE, share, doing)
                .ifPresentOrElse(asked -> cancelled |= asked, () -> lost = true);
    }

    void stop() {
        stopping = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    boolean isLost() {
        return lost;
    }

    Map<String, String> result() {
        return Map.copyOf(result);
    }

    /// Where progress is told.
    interface Reports {
        void report(JobProgress progress);
    }
}
