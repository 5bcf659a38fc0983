package dev.docket.backend.release;

import dev.docket.backend.classification.Rescoring;
import dev.docket.backend.classification.Rescoring.Rescored;
import dev.docket.backend.jobs.JobKind;
import dev.docket.backend.jobs.JobRun;
import dev.docket.backend.platform.Sentence;
import dev.docket.backend.queue.Backlog;
import dev.docket.backend.queue.Backlog.Waiting;
import dev.docket.backend.registry.Following;
import dev.docket.backend.registry.Registry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Scores what waits for people again, after another model took over, and orders it by what
/// that one says. A page at a time, from the page where it was interrupted; it ends early when
/// yet another model takes over, whose own job follows.
@Component
class RescoringJob implements JobKind {
    static final String KIND = "rescoring";
    private static final int PAGE = 64;

    private final Rescoring rescoring;
    private final Backlog backlog;
    private final Registry registry;
    private final Following following;

    RescoringJob(Rescoring rescoring, Backlog backlog, Registry registry, Following following) {
        this.rescoring = rescoring;
        this.backlog = backlog;
        this.registry = registry;
        this.following = following;
    }

    /// @param modelVersion the champion that it is for
    record Parameters(String modelVersion) {}

    /// @param after the last task that was done; null at the start
    record Progress(@Nullable UUID after, long looked, long rescored, long total) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        String version = run.parameters(Parameters.class).modelVersion();
        following.follow();
        var progress = run.checkpoint(Progress.class).orElseGet(() -> new Progress(null, 0, 0, backlog.count()));
        var page = backlog.page(progress.after(), PAGE);
        while (!page.isEmpty() && registry.champion().version().equals(version)) {
            run.goOn();
            long rescored = rescore(page);
            progress = new Progress(
                    page.getLast().task(),
                    progress.looked() + page.size(),
                    progress.rescored() + rescored,
                    progress.total());
            run.checkpoint(progress);
            run.progress(Math.min(0.99, (double) progress.looked() / Math.max(1, progress.total())), doing(progress));
            page = backlog.page(progress.after(), PAGE);
        }
        run.result("modelVersion", version);
        run.result("rescored", String.valueOf(progress.rescored()));
    }

    private static Sentence doing(Progress progress) {
        return Sentence.of(
                "job.rescoring",
                progress.looked() + " of about " + progress.total() + " waiting tasks",
                Map.of("looked", (double) progress.looked(), "total", (double) progress.total()));
    }

    private long rescore(List<Waiting> page) {
        var known = rescoring.rescore(page.stream().map(Waiting::item).toList()).stream()
                .collect(Collectors.toMap(Rescored::item, Function.identity()));
        page.forEach(waiting -> {
            var now = known.get(waiting.item());
            if (now != null) {
                backlog.reorder(waiting.task(), now.severity(), now.probability(), now.onlySooner());
            }
        });
        return known.size();
    }
}
