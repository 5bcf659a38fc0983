package dev.docket.client.waves;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.media.PictureApi;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.precedents.WaveDecision;
import dev.docket.dto.precedents.WaveSummary;
import dev.docket.dto.precedents.WaveView;
import dev.docket.dto.review.PolicyBrief;
import java.util.List;

/// What the waves screen needs of the floor. Every call blocks and belongs on a background thread.
///
/// Each may throw [ApiProblem] when the floor says no, and [Offline] when it cannot be reached.
public interface WavesApi extends PictureApi {
    /// Those that wait, those that await a second person, and those decided lately.
    List<WaveSummary> waves() throws ApiProblem, Offline;

    WaveView wave(String id) throws ApiProblem, Offline;

    /// The policies in force that this person may decide by, in their order.
    List<PolicyBrief> policies() throws ApiProblem, Offline;

    /// The whole item.
    ItemView item(String itemId) throws ApiProblem, Offline;

    /// @return the wave under the name by which it is undone
    WaveView decide(String id, WaveDecision decision) throws ApiProblem, Offline;

    /// What the second person finds, who knows nothing of what the first one found.
    WaveView look(String id, WaveDecision finding) throws ApiProblem, Offline;

    /// What becomes of it where two people differ, by a third.
    WaveView settle(String id, WaveDecision finding) throws ApiProblem, Offline;

    /// Sends it back as the second or third person, or withdraws as the first.
    void refuse(String id) throws ApiProblem, Offline;

    /// Takes all of it back within the grace time.
    void undo(String id) throws ApiProblem, Offline;

    /// Takes all of it back afterwards.
    WaveView reverse(String id, String reasons) throws ApiProblem, Offline;
}
