package dev.docket.backend.labels;

import dev.docket.backend.jobs.JobKind;
import dev.docket.backend.jobs.JobRun;
import dev.docket.backend.jobs.JobStopped;
import dev.docket.backend.jobs.Jobs;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Sentence;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.labels.LabelSetState;
import org.springframework.stereotype.Component;

/// Builds a large label set while nobody waits. Taken up again after a crash it begins anew: its decisions are the same
/// as long as its `to` is, and what was written of it is dropped first.
@Component
class LabelSetJob implements JobKind {
    static final String KIND = "label-set";
    private static final Sentence CANCELLED = Sentence.of("label-set.cancelled", "Its building was cancelled.");

    private final StoredLabelSets sets;
    private final Building building;
    private final Jobs jobs;

    LabelSetJob(StoredLabelSets sets, Building building, Jobs jobs) {
        this.sets = sets;
        this.building = building;
        this.jobs = jobs;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        String version = run.parameters(Parameters.class).version();
        boolean isBuilding = sets.find(version)
                .filter(set -> set.state() == LabelSetState.BUILDING)
                .isPresent();
        if (isBuilding) {
            build(version, run);
        }
        run.result("labelSet", version);
    }

    private void build(String version, JobRun run) {
        try {
            building.build(version, sets.definition(version), run.by(), run::progress);
        } catch (JobStopped stopped) {
            if (jobs.find(run.job()).filter(JobView::cancelling).isPresent()) {
                sets.fail(version, CANCELLED);
            }
            throw stopped;
        } catch (DomainProblem refused) {
            sets.fail(version, refused.sentence());
            throw refused;
        }
    }

    record Parameters(String version) {}
}
