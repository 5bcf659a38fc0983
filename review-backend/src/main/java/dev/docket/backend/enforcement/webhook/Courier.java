package dev.docket.backend.enforcement.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.springframework.stereotype.Component;

/// Carries one message to its receiver: one attempt, ten seconds, no redirect followed, nothing of the answer kept but
/// its status.
@Component
class Courier {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient encrypted;
    private final OkHttpClient plain;

    Courier() {
        encrypted = client(true);
        plain = client(false);
    }

    Reply send(Delivery delivery) {
        var address = HttpUrl.parse(delivery.url());
        if (address == null) {
            return new Reply(null, "the address cannot be read");
        }
        try (var response = (address.isHttps() ? encrypted : plain)
                .newCall(request(delivery, address))
                .execute()) {
            return response.isSuccessful()
                    ? new Reply(response.code(), null)
                    : new Reply(response.code(), "the receiver answered " + response.code());
        } catch (IOException unreachable) {
            return new Reply(null, words(unreachable));
        }
    }

    private static Request request(Delivery delivery, HttpUrl address) {
        String id = delivery.message().toString();
        return new Request.Builder()
                .url(address)
                .header("user-agent", "Docket")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(delivery.at().getEpochSecond()))
                .header("webhook-signature", Signature.of(delivery.secret(), id, delivery.at(), delivery.body()))
                .post(RequestBody.create(delivery.body().getBytes(StandardCharsets.UTF_8), JSON))
                .build();
    }

    private static String words(IOException fault) {
        return switch (fault) {
            case InterruptedIOException slow -> "no answer within " + TIMEOUT.toSeconds() + " seconds";
            case UnknownHostException unknown -> "the host cannot be found or must not be called";
            case SSLException insecure -> "no secure connection could be made";
            default -> "no connection could be made";
        };
    }

    private static OkHttpClient client(boolean encrypted) {
        return new OkHttpClient.Builder()
                .callTimeout(TIMEOUT)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .proxy(Proxy.NO_PROXY)
                .dns(ReceiverAddress.dns(encrypted))
                .build();
    }
}
