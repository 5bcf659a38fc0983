package dev.docket.backend.classification;

import dev.docket.backend.intake.ItemErased;
import dev.docket.backend.intake.ItemsReady;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Gives every item that is ready its job, and takes away what is left of an erased one, in intake's own transaction.
@Component
class Enrolment {
    private final ClassificationJobs jobs;
    private final StoredAssessments assessments;
    private final Verdicts verdicts;
    private final WorkSignal signal;

    Enrolment(ClassificationJobs jobs, StoredAssessments assessments, Verdicts verdicts, WorkSignal signal) {
        this.jobs = jobs;
        this.assessments = assessments;
        this.verdicts = verdicts;
        this.signal = signal;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void enrol(ItemsReady ready) {
        signal.wakeAfterCommit(jobs.enqueue(ready.items()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(ItemErased erased) {
        jobs.drop(erased.item());
        verdicts.forgetTextsInImages(erased.item());
        assessments.forgetWords(erased.item());
    }
}
