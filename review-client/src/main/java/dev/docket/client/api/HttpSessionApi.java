package dev.docket.client.api;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.signin.SessionApi;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Session;
import dev.docket.dto.people.SignIn;

/// Coming and going, over HTTP.
public final class HttpSessionApi implements SessionApi {
    private final Floor floor;

    public HttpSessionApi(Floor floor) {
        this.floor = floor;
    }

    @Override
    public Session signIn(SignIn credentials) throws ApiProblem, Offline {
        return floor.post(Paths.SESSION, credentials, Session.class);
    }

    @Override
    public void signOut(String token) throws ApiProblem, Offline {
        floor.as(token).delete(Paths.SESSION);
    }
}
