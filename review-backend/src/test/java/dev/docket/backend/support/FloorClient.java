package dev.docket.backend.support;

import dev.docket.backend.people.KnownCallers;
import dev.docket.dto.people.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls the floor over HTTP, as a person, a program or nobody.
public class FloorClient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.shared().dataSource());

    private final Environment environment;
    private final KnownCallers callers;
    private final @Nullable String credential;

    @org.springframework.beans.factory.annotation.Autowired
    public FloorClient(Environment environment, KnownCallers callers) {
        this(environment, callers, null);
    }

    private FloorClient(Environment environment, KnownCallers callers, @Nullable String credential) {
        this.environment = environment;
        this.callers = callers;
        this.credential = credential;
    }

    /// The same floor with a session token or an API key.
    public FloorClient as(String token) {
        return new FloorClient(environment, callers, token);
    }

    /// Gives somebody who is signed in one role and no other, as another floor would, and lets this one learn of it.
    public void make(UUID person, Role role) {
        JDBC.sql("UPDATE person SET roles = ARRAY[:role] WHERE id = :id")
                .param("role", role.name())
                .param("id", person)
                .update();
        callers.readAgain();
    }

    /// The same with what they are trained in.
    public void train(UUID person, String skill) {
        JDBC.sql("UPDATE person SET skills = ARRAY[:skill] WHERE id = :id")
                .param("skill", skill)
                .param("id", person)
                .update();
        callers.readAgain();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    public Answer put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /// A request with the credential set, for anything out of the ordinary.
    public HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(uri(path));
        if (credential != null) {
            request.header("Authorization", "Bearer " + credential);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    /// The body of a GET as it came.
    public byte[] bytes(String path, String... headers) {
        return send(request(path, headers).GET(), BodyHandlers.ofByteArray()).body();
    }

    public Answer send(HttpRequest.Builder request) {
        return new Answer(send(request, BodyHandlers.ofString()));
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// What came back.
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /// The problem's slug.
        public String slug() {
            return json().path("type").asString("").replace("urn:docket:problem:", "");
        }
    }
}
