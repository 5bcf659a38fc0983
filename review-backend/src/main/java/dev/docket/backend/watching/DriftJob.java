package dev.docket.backend.watching;

import dev.docket.backend.jobs.JobKind;
import dev.docket.backend.jobs.JobRun;
import dev.docket.backend.platform.Sentence;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Measures drift. A single measurement takes seconds; one that is interrupted is done anew.
@Component
class DriftJob implements JobKind {
    static final String KIND = "drift";
    private static final Sentence COMPARING =
            Sentence.of("job.drift", "Comparing what came lately with the model's reference");

    private final ObjectProvider<Drift> drift;

    /// @param drift asked for late: it is what submits these jobs
    DriftJob(ObjectProvider<Drift> drift) {
        this.drift = drift;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        run.progress(0.1, COMPARING);
        boolean measured = drift.getObject().measure();
        run.result("measured", measured ? "yes" : "too few items yet");
    }
}
