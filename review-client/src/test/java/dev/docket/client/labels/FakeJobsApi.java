package dev.docket.client.labels;

import dev.docket.client.labels.part.JobsApi;
import dev.docket.dto.Phrase;
import dev.docket.dto.jobs.JobState;
import dev.docket.dto.jobs.JobView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A floor's long work, in memory.
final class FakeJobsApi implements JobsApi {
    final List<JobView> jobs = new ArrayList<>();
    final List<UUID> cancelled = new ArrayList<>();
    int readings;

    static JobView job(String id, String kind, JobState state, double progress, @Nullable String version) {
        var then = Instant.parse("2026-11-21T09:58:00Z");
        return new JobView(
                UUID.fromString(id),
                kind,
                state,
                progress,
                state == JobState.RUNNING ? "Fitting harassment" : null,
                state == JobState.RUNNING ? new Phrase("job.fitting", Map.of(), Map.of("label", "harassment")) : null,
                false,
                version == null ? null : Map.of("modelVersion", version),
                then,
                then,
                state.isOver() ? then.plusSeconds(214) : null,
                null);
    }

    @Override
    public List<JobView> jobs() {
        readings++;
        return List.copyOf(jobs);
    }

    @Override
    public void cancel(UUID job) {
        cancelled.add(job);
    }
}
