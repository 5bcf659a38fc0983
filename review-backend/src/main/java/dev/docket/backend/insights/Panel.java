package dev.docket.backend.insights;

import dev.docket.backend.platform.Caller;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.people.Role;
import java.util.Set;

/// One question and who may ask it.
interface Panel {
    /// The last part of its path.
    String name();

    /// Whoever has one of these may ask.
    Set<Role> roles();

    Insight draw(Caller.Person caller, Stretch stretch);
}
