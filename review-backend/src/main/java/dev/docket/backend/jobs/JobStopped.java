package dev.docket.backend.jobs;

/// The work on a job ends before it is done. Thrown by [JobRun] on the job's own thread and not to be caught.
public final class JobStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JobStopped() {
        super("the job was stopped", null, false, false);
    }
}
