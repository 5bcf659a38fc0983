package dev.docket.backend.training;

import dev.docket.backend.jobs.Jobs;
import dev.docket.backend.platform.Ids;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Clears away what cancelled, failed and abandoned trainings left behind: a job that stops cannot
/// tell whether it will be taken up again.
@Component
class Tidying {
    private final Workspaces workspaces;
    private final Jobs jobs;

    Tidying(Workspaces workspaces, Jobs jobs) {
        this.workspaces = workspaces;
        this.jobs = jobs;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 10_000)
    void tidy() {
        workspaces.tidy(name -> Ids.parse(name)
                .flatMap(jobs::find)
                .map(job -> !job.state().isOver())
                .orElse(false));
    }
}
