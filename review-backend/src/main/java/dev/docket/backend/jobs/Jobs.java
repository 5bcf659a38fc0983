package dev.docket.backend.jobs;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.platform.Sentence;
import dev.docket.dto.Page;
import dev.docket.dto.jobs.JobProgress;
import dev.docket.dto.jobs.JobState;
import dev.docket.dto.jobs.JobView;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Work that takes longer than a request. A job is a row from the moment somebody asks for it; one worker of one floor
/// has it under a lease, and when that floor dies the next takes it up from its last checkpoint.
@Service
public class Jobs {
    static final String SUBJECT = "job";
    private static final String PROGRESS = "job.progress";

    private final StoredJobs jobs;
    private final JobSignal signal;
    private final AuditTrail audit;
    private final LiveEvents live;
    private final JsonMapper json;
    private final Clock clock;

    Jobs(StoredJobs jobs, JobSignal signal, AuditTrail audit, LiveEvents live, JsonMapper json, Clock clock) {
        this.jobs = jobs;
        this.signal = signal;
        this.audit = audit;
        this.live = live;
        this.json = json;
        this.clock = clock;
    }

    /// Asks for a job; joins the caller's transaction.
    ///
    /// @param kind of a [JobKind]
    /// @param parameters a record that serialises to JSON, without content
    @Transactional
    public JobView submit(String kind, Actor by, Object parameters) {
        UUID id = Ids.next();
        jobs.insert(id, kind, json.writeValueAsString(parameters), person(by), clock.instant());
        audit.append(by, "job.submitted", SUBJECT, id.toString(), Map.of("kind", kind));
        signal.wakeAfterCommit();
        return told(byId(id));
    }

    public JobView byId(UUID id) {
        return find(id).orElseThrow(
                        () -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no such job; list them."));
    }

    public Optional<JobView> find(UUID id) {
        return jobs.find(id);
    }

    /// The newest first.
    ///
    /// @param kind null for all
    public Page<JobView> page(@Nullable String kind, @Nullable UUID before, int limit) {
        var found = jobs.page(kind, before, limit + 1);
        var page = found.stream().limit(limit).toList();
        return new Page<>(page, found.size() > limit ? page.getLast().id().toString() : null);
    }

    /// Ends a waiting job, and tells a running one to stop. Cancelling again changes nothing.
    @Transactional
    public JobView cancel(UUID id, Actor by) {
        var job = jobs.lock(id).orElseGet(() -> byId(id));
        if (job.state() == JobState.CANCELLED || job.cancelling()) {
            return job;
        }
        if (job.state().isOver()) {
            throw new DomainProblem(JobProblem.FINISHED, "It has ended already; there is nothing to cancel.");
        }
        jobs.cancel(id, clock.instant());
        audit.append(by, "job.cancelled", SUBJECT, id.toString(), Map.of("kind", job.kind()));
        return told(byId(id));
    }

    /// Ends a job whose lease is still the live one.
    @Transactional
    boolean finish(UUID id, long lease, Ending ending) {
        if (!jobs.finish(id, lease, ending, json.writeValueAsString(ending.result()), clock.instant())) {
            return false;
        }
        String action = "job." + ending.state().name().toLowerCase(Locale.ROOT);
        audit.append(new Actor.Automation("jobs"), action, SUBJECT, id.toString(), ending.result());
        told(byId(id));
        return true;
    }

    JobView told(JobView job) {
        live.publish(
                PROGRESS,
                job.id().toString(),
                new JobProgress(job.id(), job.kind(), job.state(), job.progress(), job.message(), job.said()));
        return job;
    }

    private static @Nullable UUID person(Actor by) {
        return by instanceof Actor.Person person ? person.id() : null;
    }

    /// How a job ended.
    ///
    /// @param why it failed; null unless it did
    /// @param result empty unless it is done
    record Ending(JobState state, @Nullable Sentence why, Map<String, String> result) {}
}
