package dev.docket.client.api;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.pick.MakeGoldenApi;
import dev.docket.dto.Paths;
import dev.docket.dto.policy.PolicyView;
import dev.docket.dto.quality.CreateGoldenItem;
import dev.docket.dto.quality.GoldenItemView;
import java.util.Comparator;
import java.util.List;

/// Makes items golden, over HTTP.
final class HttpMakeGoldenApi implements MakeGoldenApi {
    private final Floor floor;

    HttpMakeGoldenApi(Floor floor) {
        this.floor = floor;
    }

    @Override
    public List<PolicyView> policies() throws ApiProblem, Offline {
        return floor.list(Paths.POLICIES, PolicyView.class).stream()
                .filter(PolicyView::active)
                .sorted(Comparator.comparingInt(PolicyView::position))
                .toList();
    }

    @Override
    public void makeGolden(CreateGoldenItem request) throws ApiProblem, Offline {
        floor.post(Paths.GOLDEN_ITEMS, request, GoldenItemView.class);
    }
}
