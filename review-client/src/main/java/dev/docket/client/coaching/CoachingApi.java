package dev.docket.client.coaching;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.quality.ModeratorQuality;

/// What the coaching sheet needs of the floor. Blocks, and belongs on a background thread.
public interface CoachingApi {
    /// How often this person found what was then settled, with the looks that differed.
    ModeratorQuality own() throws ApiProblem, Offline;

    /// Says that a card which a supervisor sent was read.
    void acknowledge(String itemId) throws ApiProblem, Offline;
}
