package dev.docket.backend.queue;

import dev.docket.backend.platform.Caller;
import dev.docket.dto.floor.FloorView.Need;
import java.util.List;

/// What waits for a supervisor beside the tasks of their queue. Whoever keeps it says so.
public interface FurtherNeeds {
    /// What this person can settle, having taken no part in it.
    List<Need> of(Caller.Person supervisor);
}
