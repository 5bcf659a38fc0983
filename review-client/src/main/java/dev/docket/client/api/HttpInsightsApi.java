package dev.docket.client.api;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.insights.InsightsApi;
import dev.docket.dto.Paths;
import dev.docket.dto.insights.Insight;
import java.util.Map;

/// The figures of the Insights screen, over HTTP.
public final class HttpInsightsApi implements InsightsApi {
    private final Floor floor;

    public HttpInsightsApi(Floor floor) {
        this.floor = floor;
    }

    @Override
    public Insight panel(String name, int days) throws ApiProblem, Offline {
        return floor.get(Paths.INSIGHTS + "/" + name, Map.of("days", Integer.toString(days)), Insight.class);
    }
}
