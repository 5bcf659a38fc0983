package dev.docket.backend.jobs;

/// One kind of job. Whoever has long work makes a bean of this; jobs of the kind are then run wherever there is one.
public interface JobKind {
    /// The name that [Jobs#submit] was given, such as `training`.
    String kind();

    /// Does the work, on a thread that it may keep busy and outside of any transaction.
    ///
    /// It may be called again for the same job after a crash, so it begins at its checkpoint, and
    /// what it did since then must bear being done twice. A domain problem that it throws fails the
    /// job with its words; anything else fails it with the fault's name.
    void run(JobRun run) throws Exception;
}
