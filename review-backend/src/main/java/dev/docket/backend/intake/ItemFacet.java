package dev.docket.backend.intake;

import dev.docket.backend.platform.Caller;
import java.util.UUID;

/// A later module's part of what `GET /items/{id}` answers. Intake declares it, the modules downstream implement it.
public interface ItemFacet {
    /// Adds what this module knows of the item and the caller may see.
    void describe(UUID item, Caller caller, ItemPicture picture);
}
