package dev.docket.client.api;

import dev.docket.client.coaching.CoachingApi;
import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.Paths;
import dev.docket.dto.quality.ModeratorQuality;

/// One person's own quality, over HTTP.
public final class HttpCoachingApi implements CoachingApi {
    private final Floor floor;
    private final String person;

    public HttpCoachingApi(Floor floor, String person) {
        this.floor = floor;
        this.person = person;
    }

    @Override
    public ModeratorQuality own() throws ApiProblem, Offline {
        return floor.get(Paths.QUALITY + "/moderators/" + person, ModeratorQuality.class);
    }

    @Override
    public void acknowledge(String itemId) throws ApiProblem, Offline {
        floor.post(Paths.QUALITY + "/moderators/" + person + "/cards/" + itemId + "/acknowledge");
    }
}
