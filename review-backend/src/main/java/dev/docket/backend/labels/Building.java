package dev.docket.backend.labels;

import dev.docket.backend.jobs.Jobs;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Sentence;
import dev.docket.dto.labels.LabelSetFigures;
import dev.docket.dto.labels.LabelSetView;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Turns a definition into rows, figures, gates and a card: at once, or from a job that may begin anew.
@Component
class Building {
    private final StoredLabelSets sets;
    private final SettledDecisions decisions;
    private final LabelSetBuilder builder;
    private final Bookkeeping bookkeeping;
    private final Jobs jobs;
    private final LabelSettings settings;

    Building(
            StoredLabelSets sets,
            SettledDecisions decisions,
            LabelSetBuilder builder,
            Bookkeeping bookkeeping,
            Jobs jobs,
            LabelSettings settings) {
        this.sets = sets;
        this.decisions = decisions;
        this.builder = builder;
        this.bookkeeping = bookkeeping;
        this.jobs = jobs;
        this.settings = settings;
    }

    /// Whether nobody should wait for it.
    boolean isLarge(Definition definition) {
        return decisions.count() + decisions.imported(definition) > settings.atOnce();
    }

    /// Has a job build it.
    LabelSetView later(String version, Definition definition, Actor.Person by, Instant now) {
        bookkeeping.inTransaction(by, version, "label-set.requested", Map.of(), () -> {
            sets.begin(version, definition, by.id(), now);
            sets.building(
                    version,
                    jobs.submit(LabelSetJob.KIND, by, new LabelSetJob.Parameters(version))
                            .id());
        });
        return sets.find(version).orElseThrow();
    }

    LabelSetFigures figures(Definition definition) {
        return decisions.figures(definition);
    }

    /// What an earlier attempt wrote is dropped first.
    ///
    /// @throws DomainProblem when nothing fits
    void build(String version, Definition definition, Actor by, LabelSetBuilder.Progress progress) {
        sets.clear(version);
        var built = builder.build(version, definition, decisions.count() + decisions.imported(definition), progress);
        if (built.tally().rows() == 0) {
            throw new DomainProblem(
                    LabelProblem.LABEL_SET_EMPTY, widen(built.plan().leftOut()));
        }
        finish(version, definition, built, by);
    }

    private void finish(String version, Definition definition, LabelSetBuilder.Built built, Actor by) {
        var tally = built.tally();
        String sha256 = built.sha256();
        var previous = sets.previous(version);
        var finished = new StoredLabelSets.Finished(
                tally,
                built.sizes(),
                sha256,
                Card.write(version, definition, tally, built.plan().leftOut(), sha256),
                Card.facts(version, definition, tally, built.plan().leftOut(), sha256),
                new Gates(settings).judge(tally, previous.labels()),
                previous.version());
        bookkeeping.inTransaction(
                by,
                version,
                "label-set.created",
                Map.of("rows", tally.rows(), "sha256", sha256),
                () -> sets.finish(version, finished));
    }

    private Sentence widen(SplitPlan.LeftOut leftOut) {
        long all = decisions.count();
        if (leftOut.heldOut() + leftOut.straddling() + leftOut.balance() > 0) {
            return Sentence.of(
                    "label-set.left-out",
                    "What fits is golden, there to evaluate by or of another time than its split; decide more items.");
        }
        return all == 0
                ? Sentence.of(
                        "label-set.no-decisions",
                        "No decision that teaches a label is in force yet; decide some items and let the grace time pass.")
                : Sentence.of(
                        "label-set.none-fits",
                        "None of the " + all + " decisions in force fits; widen from and to, languages or policies.",
                        Map.of("decisions", (double) all));
    }
}
