package dev.docket.backend.jobs;

import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Sentence;
import java.util.Optional;
import java.util.UUID;

/// A job as its [JobKind] sees it while it runs.
public interface JobRun {
    UUID job();

    /// Who asked for it.
    Actor by();

    /// What [Jobs#submit] was given.
    <T> T parameters(Class<T> type);

    /// Tells how far it is. Cheap enough to be called often.
    ///
    /// @param share 0..1
    /// @param doing what it is doing, for people; no content
    /// @throws JobStopped as [#goOn] does
    void progress(double share, Sentence doing);

    /// Keeps how far it is, so that the work starts from here after a crash.
    ///
    /// @param state a record that serialises to JSON
    /// @throws JobStopped as [#goOn] does
    void checkpoint(Object state);

    /// What was last kept; empty at the first start.
    <T> Optional<T> checkpoint(Class<T> type);

    /// Whether the work should end: cancelled, or the floor is stopping, or another has taken it over.
    boolean cancelled();

    /// Returns if the work is to go on.
    ///
    /// @throws JobStopped if it is not; let it pass, the job is then settled as is right
    default void goOn() {
        if (cancelled()) {
            throw new JobStopped();
        }
    }

    /// Says what it made, such as `modelVersion`; shown once it is done.
    void result(String name, String value);
}
