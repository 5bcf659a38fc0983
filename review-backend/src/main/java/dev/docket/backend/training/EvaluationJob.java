package dev.docket.backend.training;

import dev.docket.backend.jobs.JobKind;
import dev.docket.backend.jobs.JobRun;
import dev.docket.model.ModelFault;
import org.springframework.stereotype.Component;

/// Evaluates a model that somebody asks about.
@Component
class EvaluationJob implements JobKind {
    static final String KIND = "evaluation";

    private final Evaluator evaluator;

    EvaluationJob(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    record Order(String version, String labelSet, long seed) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws ModelFault {
        var order = run.parameters(Order.class);
        evaluator.evaluate(order.version(), order.labelSet(), order.seed(), run::progress);
        run.result("modelVersion", order.version());
    }
}
