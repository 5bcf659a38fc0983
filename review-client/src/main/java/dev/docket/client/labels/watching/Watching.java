package dev.docket.client.labels.watching;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.Background;
import dev.docket.client.labels.part.Jobs;
import dev.docket.client.labels.part.PartModel;
import dev.docket.client.labels.part.Reading;
import dev.docket.client.labels.part.Told;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.models.DriftView;
import dev.docket.dto.models.DriftView.Measure;
import dev.docket.dto.models.DriftView.Proposal;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/// The section of watching: how what comes in and what is said of it drifts, how far people still agree with the model,
/// what it does to whom, and proposals to retrain. Use on the FX thread only.
public final class Watching implements PartModel {
    /// What the floor answers of people and the model, in the order of the screen.
    public static final List<String> PANELS =
            List.of("degradation", "anchoring", "fairness", "fairness-appeals", "exploration");

    private static final String DRIFT = "drift";
    private static final int DAYS = 90;

    private final WatchingApi api;
    private final Background background;
    private final Jobs jobs;
    private final boolean maySettle;
    private final Consumer<Told> tell;
    private final Reading<DriftView> drift;
    private final Shares shares;
    private final Map<String, Reading<Insight>> panels = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper();

    /// What the person may do here.
    ///
    /// @param settle say that a proposal was seen to
    /// @param set say on how many tasks scores are withheld, and what is explored
    public record Rights(boolean settle, boolean set) {}

    public Watching(WatchingApi api, Background background, Jobs jobs, Rights rights, Consumer<Told> tell) {
        this.api = api;
        this.background = background;
        this.jobs = jobs;
        this.maySettle = rights.settle();
        this.tell = tell;
        shares = new Shares(api, background, rights.set(), tell);
        drift = new Reading<>(
                background,
                view -> view.measures().isEmpty() && view.proposals().isEmpty());
        PANELS.forEach(name -> panels.put(
                name,
                new Reading<>(background, insight -> insight.figures().stream().allMatch(one -> one.value() == null))));
        jobs.onOver(job -> {
            if (job.kind().equals(DRIFT) && drift.get() != null) {
                readDrift();
            }
        });
    }

    @Override
    public void read() {
        readDrift();
        shares.read();
        panels.forEach((name, panel) -> panel.read(() -> api.panel(name, DAYS)));
    }

    private void readDrift() {
        drift.read(api::drift);
    }

    @Override
    public void happened(LiveEvent event) {
        if (event.isOf("model")) {
            readDrift();
        }
    }

    /// The alerts first, then by how far each drifted.
    List<Measure> measures() {
        var now = drift.get();
        return now == null
                ? List.of()
                : now.measures().stream()
                        .sorted(Comparator.comparing(Measure::alert)
                                .thenComparingDouble(Measure::psi)
                                .reversed())
                        .toList();
    }

    /// The one that is looked at.
    @Nullable Measure measure() {
        var all = measures();
        return all.isEmpty() ? null : all.get(Math.clamp(at.get(), 0, all.size() - 1));
    }

    public void look(int index) {
        int last = Math.max(0, measures().size() - 1);
        at.set(Math.clamp(index, 0, last));
    }

    public void step(int by) {
        look(at.get() + by);
    }

    /// Measures drift anew.
    public void measureAnew() {
        if (measuring().isEmpty()) {
            background.run(api::measureDrift).onSuccess(jobs::add).onFailure(fault -> tell.accept(Told.of(fault)));
        }
    }

    /// What measures drift, while it does.
    public Optional<JobView> measuring() {
        return jobs.underWay(DRIFT);
    }

    public void cancel() {
        jobs.cancel(DRIFT);
    }

    /// Those that nobody saw to yet.
    List<Proposal> open() {
        var now = drift.get();
        return now == null
                ? Collections.emptyList()
                : now.proposals().stream()
                        .filter(proposal -> Objects.isNull(proposal.settledAt()))
                        .toList();
    }

    boolean maySettle() {
        return maySettle;
    }

    /// Says that the oldest open proposal was seen to.
    public void settle() {
        if (maySettle && !open().isEmpty()) {
            var proposal = open().getLast();
            background
                    .run(() -> api.settle(proposal.id()))
                    .onSuccess(settled -> {
                        tell.accept(Told.done("settled", settled.modelVersion()));
                        readDrift();
                    })
                    .onFailure(fault -> tell.accept(Told.of(fault)));
        }
    }

    public Shares shares() {
        return shares;
    }

    public Jobs jobs() {
        return jobs;
    }

    public Reading<DriftView> drift() {
        return drift;
    }

    public Reading<Insight> panel(String name) {
        return Objects.requireNonNull(panels.get(name), name);
    }

    public ReadOnlyIntegerProperty atProperty() {
        return at.getReadOnlyProperty();
    }
}
