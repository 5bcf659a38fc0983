package dev.docket.client.journey;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A platform's end of the webhooks: takes every message, and checks its signature as Standard Webhooks says.
final class WebhookReceiver implements AutoCloseable {
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final MockWebServer server = new MockWebServer();

    WebhookReceiver() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse(204, Headers.EMPTY, "");
            }
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort() + "/hooks");
    }

    /// The next message of this type, verified against the secret.
    JsonNode next(String type, String secret, Duration patience) throws Exception {
        var deadline = Instant.now().plus(patience);
        while (Instant.now().isBefore(deadline)) {
            var request = server.takeRequest(1, TimeUnit.SECONDS);
            if (request == null) {
                continue;
            }
            String body = request.getBody().utf8();
            verify(request, body, secret);
            var message = new JsonMapper().readTree(body);
            if (message.path("type").asString("").equals(type)) {
                return message;
            }
        }
        throw new AssertionError("no " + type + " within " + patience);
    }

    @Override
    public void close() {
        server.close();
    }

    private static void verify(RecordedRequest request, String body, String secret) throws Exception {
        var headers = request.getHeaders();
        String id = header(headers, "webhook-id");
        String timestamp = header(headers, "webhook-timestamp");
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now());
        if (age.abs().compareTo(FRESH) > 0) {
            throw new AssertionError("the message is dated " + age + " away");
        }
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
        byte[] expected = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
        boolean signed = Arrays.stream(header(headers, "webhook-signature").split(" "))
                .filter(signature -> signature.startsWith("v1,"))
                .map(signature -> Base64.getDecoder().decode(signature.substring(3)))
                .anyMatch(signature -> MessageDigest.isEqual(signature, expected));
        if (!signed) {
            throw new AssertionError("the signature does not fit");
        }
    }

    private static String header(Headers headers, String name) {
        String value = headers.get(name);
        if (value == null) {
            throw new AssertionError("the message has no " + name);
        }
        return value;
    }
}
