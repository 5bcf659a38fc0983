package dev.docket.client.common.pick;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.policy.PolicyView;
import dev.docket.dto.quality.CreateGoldenItem;
import java.util.List;

/// What making an item golden needs of the floor. Blocks, and belongs on a background thread.
public interface MakeGoldenApi {
    /// Those in force, in the order the desk shows them.
    List<PolicyView> policies() throws ApiProblem, Offline;

    void makeGolden(CreateGoldenItem request) throws ApiProblem, Offline;
}
