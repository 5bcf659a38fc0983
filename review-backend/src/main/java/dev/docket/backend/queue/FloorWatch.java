package dev.docket.backend.queue;

import dev.docket.backend.platform.Caller;
import dev.docket.dto.floor.FloorView;

/// The floor as whoever runs it sees it: queues, people at work, and what only a supervisor can settle. Nothing here
/// tells what anybody was exposed to.
public interface FloorWatch {
    /// @param supervisor whose needs are listed: nobody settles what they took part in
    FloorView view(Caller.Person supervisor);
}
