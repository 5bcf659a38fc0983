package dev.docket.backend.queue;

import dev.docket.backend.platform.Caller;
import java.util.Set;

/// May keep queues from being offered to somebody for now, such as harsh ones after a person's cap. Declared here;
/// every bean of it is asked at each claim, so it must answer from memory or one indexed row.
public interface ClaimGuard {
    /// @param queues those the person is cleared for and asked for
    /// @return those of them that may be offered now
    /// @throws dev.docket.backend.platform.DomainProblem where none may be and the person should hear why
    Set<String> offered(Caller.Person person, Set<String> queues);
}
