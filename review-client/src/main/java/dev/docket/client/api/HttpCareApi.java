package dev.docket.client.api;

import dev.docket.client.care.CareApi;
import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.Paths;
import dev.docket.dto.care.CareSettings;
import dev.docket.dto.care.ExposureView;
import java.util.Map;

/// One person's own exposure, over HTTP.
public final class HttpCareApi implements CareApi {
    private final Floor floor;

    public HttpCareApi(Floor floor) {
        this.floor = floor;
    }

    @Override
    public ExposureView exposure() throws ApiProblem, Offline {
        return floor.get(Paths.EXPOSURE, ExposureView.class);
    }

    @Override
    public CareSettings keep(CareSettings settings) throws ApiProblem, Offline {
        return floor.put(Paths.EXPOSURE + "/settings", settings, CareSettings.class, Map.of());
    }
}
