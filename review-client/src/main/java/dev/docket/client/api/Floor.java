package dev.docket.client.api;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.task.Transfer;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.problem.Problem;
import dev.docket.dto.problem.Slug;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/// The way to the floor: one HTTP client, one address, the credential of whoever signed in.
///
/// Answers are read leniently, so that a newer floor may say more than this desk knows. A refusal becomes an
/// [ApiProblem]; a fault of the network, or of a gateway that cannot reach the floor, becomes [Offline].
/// No proxy is ever asked: the desk talks to its floor and to nobody else.
public final class Floor {
    /// Told how each call went, on the thread of the call.
    public interface Watcher {
        void reached();

        void unreachable();

        /// The credential is not valid any more.
        void signedOut();
    }

    private static final MediaType JSON = Objects.requireNonNull(MediaType.parse("application/json"));
    private static final List<Integer> GATEWAY = List.of(502, 504);
    private static final int UNAUTHORIZED = 401;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final OkHttpClient http;
    private final JsonMapper json;
    private final HttpUrl base;
    private final Watcher watcher;
    private final @Nullable String token;

    private Floor(OkHttpClient http, JsonMapper json, HttpUrl base, Watcher watcher, @Nullable String token) {
        this.http = http;
        this.json = json;
        this.base = base;
        this.watcher = watcher;
        this.token = token;
    }

    /// The floor at `address`, as nobody in particular.
    public static Floor at(URI address, Watcher watcher) {
        return at(address, watcher, client());
    }

    static Floor at(URI address, Watcher watcher, OkHttpClient http) {
        var base = Objects.requireNonNull(HttpUrl.get(address), "an http address");
        return new Floor(http, mapper(), base, watcher, null);
    }

    /// The same floor with a person's token.
    public Floor as(String bearer) {
        return new Floor(http, json, base, watcher, bearer);
    }

    /// Lets go of idle connections and of whatever is still under way.
    public void close() {
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }

    static OkHttpClient client() {
        return new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .connectTimeout(Duration.ofSeconds(3))
                .readTimeout(Duration.ofSeconds(10))
                .writeTimeout(Duration.ofSeconds(10))
                .callTimeout(Duration.ofSeconds(20))
                .followRedirects(false)
                .build();
    }

    <T> T get(String path, Class<T> answer) throws ApiProblem, Offline {
        return call(request(path).get(), json.constructType(answer));
    }

    <T> List<T> list(String path, Class<T> element) throws ApiProblem, Offline {
        return call(request(path).get(), json.getTypeFactory().constructCollectionType(List.class, element));
    }

    <T> Page<T> page(String path, Class<T> element) throws ApiProblem, Offline {
        return call(request(path).get(), json.getTypeFactory().constructParametricType(Page.class, element));
    }

    <T> T post(String path, Object body, Class<T> answer) throws ApiProblem, Offline {
        return call(request(path).post(body(body)), json.constructType(answer));
    }

    /// Posts what may be sent twice: the floor knows it again by `idempotencyKey`.
    <T> T post(String path, Object body, Class<T> answer, String idempotencyKey) throws ApiProblem, Offline {
        var request = request(path).post(body(body)).header("Idempotency-Key", idempotencyKey);
        return call(request, json.constructType(answer));
    }

    /// Replaces what is there.
    <T> T put(String path, Object body, Class<T> answer, Map<String, String> headers) throws ApiProblem, Offline {
        var request = request(path).put(body(body));
        headers.forEach(request::header);
        return call(request, json.constructType(answer));
    }

    /// Asks with parameters.
    <T> T get(String path, Map<String, String> parameters, Class<T> answer) throws ApiProblem, Offline {
        return call(request(path, parameters).get(), json.constructType(answer));
    }

    /// A page, asked for with parameters.
    <T> Page<T> page(String path, Map<String, String> parameters, Class<T> element) throws ApiProblem, Offline {
        return call(
                request(path, parameters).get(), json.getTypeFactory().constructParametricType(Page.class, element));
    }

    /// Changes a part of what is there.
    <T> T patch(String path, Object body, Class<T> answer) throws ApiProblem, Offline {
        return call(request(path).patch(body(body)), json.constructType(answer));
    }

    void patch(String path, Object body) throws ApiProblem, Offline {
        send(request(path).patch(body(body)));
    }

    /// Posts text as it is; the answer is a JSON object a line.
    <T> List<T> lines(String path, Map<String, String> parameters, String type, String body, Class<T> line)
            throws ApiProblem, Offline {
        var text = RequestBody.create(body, MediaType.parse(type + ";charset=utf-8"));
        String answer = send(request(path, parameters).post(text));
        try {
            return answer.lines().map(one -> json.readValue(one, line)).toList();
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    /// A body as it came.
    ///
    /// @param header what stood in the header that was asked for; null where there was none
    record Text(String body, @Nullable String header) {}

    Text text(String path, Map<String, String> parameters, String type) throws ApiProblem, Offline {
        return text(path, parameters, type, "ETag");
    }

    /// What is kept as it is, and one of its headers.
    Text text(String path, Map<String, String> parameters, String type, String header) throws ApiProblem, Offline {
        var request = request(path, parameters).get().header("Accept", type + ", application/problem+json");
        var seen = new AtomicReference<@Nullable String>();
        String body = send(request, response -> seen.set(response.header(header)));
        return new Text(body, seen.get());
    }

    <T> T read(String text, Class<T> type) throws ApiProblem {
        try {
            return json.readValue(text, type);
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    /// Brings a body to a file, going on where an earlier attempt broke off.
    ///
    /// @return whether all of it is there; otherwise `told` stopped it
    /// @throws IOException when the file cannot be written
    boolean download(String path, Map<String, String> parameters, Path file, Transfer told)
            throws ApiProblem, Offline, IOException {
        var download = new Download(file);
        var request = download.ask(request(path, parameters).get().header("Accept", "*/*"));
        try (Response response = unhurried(request)) {
            if (!download.isOutdated(response)) {
                return download.take(successful(response), told);
            }
        }
        download.forget();
        try (Response response =
                unhurried(download.ask(request(path, parameters).get().header("Accept", "*/*")))) {
            return download.take(successful(response), told);
        }
    }

    /// Sends what takes as long as it takes.
    private Response unhurried(Request.Builder request) throws Offline {
        try {
            var response = http.newBuilder()
                    .callTimeout(Duration.ZERO)
                    .readTimeout(PATIENCE)
                    .writeTimeout(PATIENCE)
                    .build()
                    .newCall(request.build())
                    .execute();
            watcher.reached();
            return response;
        } catch (IOException e) {
            watcher.unreachable();
            throw new Offline(e);
        }
    }

    private Response successful(Response response) throws ApiProblem, Offline {
        if (response.isSuccessful()) {
            return response;
        }
        try {
            throw refusal(response, response.body().string());
        } catch (IOException e) {
            throw new Offline(e);
        }
    }

    /// A picture of an item's image or video, as the floor draws it.
    byte[] picture(String itemId, int index, int side, double second) throws ApiProblem, Offline {
        var parameters = Map.of("side", Integer.toString(side), "second", Double.toString(second));
        var request = request(Paths.ITEMS + "/" + itemId + "/media/" + index, parameters)
                .get()
                .header("Accept", "image/jpeg, application/problem+json");
        return sendForBytes(request, response -> {});
    }

    void post(String path, Object body) throws ApiProblem, Offline {
        send(request(path).post(body(body)));
    }

    void post(String path) throws ApiProblem, Offline {
        send(request(path).post(RequestBody.EMPTY));
    }

    void delete(String path) throws ApiProblem, Offline {
        send(request(path).delete());
    }

    OkHttpClient http() {
        return http;
    }

    JsonMapper json() {
        return json;
    }

    Watcher watcher() {
        return watcher;
    }

    Request.Builder request(String path) {
        return request(path, Map.of());
    }

    /// @throws IllegalArgumentException for a path that holds a question mark: what is asked for are `parameters`
    private Request.Builder request(String path, Map<String, String> parameters) {
        if (path.indexOf('?') >= 0) {
            throw new IllegalArgumentException("parameters are not part of the path: " + path);
        }
        var url = base.newBuilder().addPathSegments(path.substring(1));
        parameters.forEach(url::addQueryParameter);
        var request =
                new Request.Builder().url(url.build()).header("Accept", "application/json, application/problem+json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private RequestBody body(Object body) {
        return RequestBody.create(json.writeValueAsBytes(body), JSON);
    }

    private <T> T call(Request.Builder request, JavaType type) throws ApiProblem, Offline {
        String answer = send(request);
        try {
            return json.readValue(answer, type);
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    private String send(Request.Builder request) throws ApiProblem, Offline {
        return send(request, response -> {});
    }

    private String send(Request.Builder request, Consumer<Response> seen) throws ApiProblem, Offline {
        return new String(sendForBytes(request, seen), StandardCharsets.UTF_8);
    }

    private byte[] sendForBytes(Request.Builder request, Consumer<Response> seen) throws ApiProblem, Offline {
        try (Response response = http.newCall(request.build()).execute()) {
            byte[] body = response.body().bytes();
            if (GATEWAY.contains(response.code())) {
                throw new IOException("a gateway answered " + response.code());
            }
            watcher.reached();
            if (!response.isSuccessful()) {
                throw refusal(response, new String(body, StandardCharsets.UTF_8));
            }
            seen.accept(response);
            return body;
        } catch (IOException e) {
            watcher.unreachable();
            throw new Offline(e);
        }
    }

    private ApiProblem refusal(Response response, String body) {
        if (response.code() == UNAUTHORIZED && token != null) {
            watcher.signedOut();
        }
        return new ApiProblem(problem(response, body), retryAfter(response));
    }

    private Problem problem(Response response, String body) {
        try {
            var read = json.readValue(body, Problem.class);
            if (read != null && read.type() != null) {
                return read;
            }
        } catch (JacksonException e) {
            // Whoever answered is not our floor, or is ill: its status is all there is to say.
        }
        return new Problem(Problem.TYPE_PREFIX + slug(response.code()), "", response.code(), null, null, null);
    }

    private static String slug(int status) {
        return switch (status) {
            case UNAUTHORIZED -> Slug.UNAUTHENTICATED;
            case 403 -> Slug.FORBIDDEN;
            case 404 -> Slug.NOT_FOUND;
            case 429 -> Slug.RATE_LIMITED;
            case 503 -> Slug.OVERLOADED;
            default -> Slug.INTERNAL;
        };
    }

    private static @Nullable Duration retryAfter(Response response) {
        String seconds = response.header("Retry-After");
        return seconds != null && seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    private static ApiProblem unreadable(JacksonException cause) {
        var problem = new Problem(Problem.TYPE_PREFIX + Slug.INTERNAL, "", 200, null, null, null);
        var unreadable = new ApiProblem(problem);
        unreadable.initCause(cause);
        return unreadable;
    }

    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }
}
