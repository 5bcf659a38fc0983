package dev.docket.backend.training;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.jobs.JobKind;
import dev.docket.backend.jobs.JobRun;
import dev.docket.backend.labels.LabelSets;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Sentence;
import dev.docket.backend.registry.Provenance;
import dev.docket.backend.registry.Registry;
import dev.docket.dto.Phrase;
import dev.docket.dto.models.TrainingRunView;
import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.train.HeadTrainer;
import dev.docket.model.train.RetrainedPackage;
import dev.docket.model.train.TrainedHeads;
import dev.docket.model.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Trains heads on a label set: reads its rows through the base's encoder, fits, registers what
/// came of it as a candidate, and evaluates it on the split that it has not seen.
///
/// What takes long is reading, and its vectors lie in the job's own folder until the job has ended
/// for good. All else gives equal bytes for equal rows, so a job that is taken up again simply
/// does it again.
@Component
class TrainingJob implements JobKind {
    static final String KIND = "training";
    private static final int LEAST_OF_EACH = 20;
    private static final double TRAINED = 0.8;

    private final LabelSets sets;
    private final Registry registry;
    private final Trust trust;
    private final Evaluator evaluator;
    private final StoredRuns runs;
    private final Workspaces workspaces;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final Clock clock;

    TrainingJob(
            LabelSets sets,
            Registry registry,
            Trust trust,
            Evaluator evaluator,
            StoredRuns runs,
            Workspaces workspaces,
            TransactionTemplate transaction,
            AuditTrail audit,
            Clock clock) {
        this.sets = sets;
        this.registry = registry;
        this.trust = trust;
        this.evaluator = evaluator;
        this.runs = runs;
        this.workspaces = workspaces;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// When it began, and how long it worked before it was last interrupted.
    record Begun(Instant at, long workedMs) {}

    @Override
    public void run(JobRun run) throws ModelFault, IOException {
        var order = run.parameters(TrainingOrder.class);
        var begun = run.checkpoint(Begun.class).orElseGet(() -> new Begun(clock.instant(), 0));
        long from = System.nanoTime();
        run.checkpoint(begun);
        var workspace = workspaces.open(run.job());
        run.progress(0, Doing.VETTING);
        var vetting = Vetting.of(() -> SetRows.training(sets, order.labelSet()), trust.lowered());
        var source = registry.source(order.base())
                .orElseThrow(() -> new DomainProblem(
                        TrainingProblem.BASE_UNFIT,
                        Sentence.of("training.base-gone", "The base's files are not here.")));
        var base = ModelPackage.read(source);
        var plan = new TrainingPlan(labels(order, base, vetting), order.seed(), order.replayShare(), true);
        var trainer = new HeadTrainer(
                base,
                source,
                workspaces.encoders(),
                plan,
                (share, stage) -> run.progress(share * TRAINED, Doing.of(stage)));
        var trained = trainer.train(new SetRows(sets, order.labelSet(), vetting), workspace);
        long worked = begun.workedMs() + (System.nanoTime() - from) / 1_000_000;
        run.checkpoint(new Begun(begun.at(), worked));
        var record = new RunRecord(run, order, base.manifest(), trained, vetting.effects())
                .write(sets.byVersion(order.labelSet()), begun.at(), clock.instant(), worked);
        register(run, order, base, trained, record, workspace);
        evaluator.evaluate(
                order.version(),
                order.labelSet(),
                order.seed(),
                (share, doing) -> run.progress(TRAINED + (1 - TRAINED) * share, doing));
        run.result("modelVersion", order.version());
        workspaces.delete(run.job());
    }

    private List<String> labels(TrainingOrder order, ModelPackage base, Vetting vetting) {
        var wanted = order.labels().isEmpty() ? base.manifest().labels() : order.labels();
        refuseScarce(wanted, base, vetting);
        var enough = wanted.stream()
                .filter(label ->
                        vetting.rows(label, true) >= LEAST_OF_EACH && vetting.rows(label, false) >= LEAST_OF_EACH)
                .toList();
        if (enough.isEmpty()) {
            throw new DomainProblem(
                    TrainingProblem.NOTHING_TO_LEARN,
                    Sentence.of(
                            "training.nothing-to-learn",
                            "No label has %d rows that found it and %d that did not in the training split."
                                    .formatted(LEAST_OF_EACH, LEAST_OF_EACH),
                            Map.of("least", (double) LEAST_OF_EACH)));
        }
        return enough;
    }

    /// A label that is there already may stay as it is; one that is to be added has nothing to stay as.
    private static void refuseScarce(List<String> wanted, ModelPackage base, Vetting vetting) {
        for (var label : wanted) {
            int found = vetting.rows(label, true);
            int not = vetting.rows(label, false);
            if (!base.manifest().labels().contains(label) && Math.min(found, not) < LEAST_OF_EACH) {
                throw new DomainProblem(TrainingProblem.NOTHING_TO_LEARN, scarce(label, found, not));
            }
        }
    }

    private static Sentence scarce(String label, int found, int not) {
        return new Sentence(
                "The base has not got %s, and the training split has %d rows that found it and %d that did not; %d of each are needed."
                        .formatted(label, found, not, LEAST_OF_EACH),
                new Phrase(
                        "training.scarce",
                        Map.of("found", (double) found, "least", (double) LEAST_OF_EACH, "not", (double) not),
                        Map.of("label", label)));
    }

    private void register(
            JobRun run,
            TrainingOrder order,
            ModelPackage base,
            TrainedHeads trained,
            TrainingRunView record,
            Path workspace)
            throws IOException {
        var folder = workspace.resolve(order.version());
        new RetrainedPackage(base.manifest())
                .write(
                        folder,
                        order.name(),
                        order.version(),
                        trained,
                        order.seed(),
                        Map.of("label set " + order.labelSet(), "rows " + trained.dataSha256()),
                        Card.of(order, trained, record.guards()));
        registry.register(folder, Provenance.trained(order.labelSet(), run.job()), run.by());
        transaction.executeWithoutResult(status -> {
            runs.insert(record);
            audit.append(
                    run.by(),
                    "model.trained",
                    "model",
                    order.version(),
                    Map.of("job", run.job(), "labelSet", order.labelSet(), "rows", trained.trainingRows()));
        });
    }
}
