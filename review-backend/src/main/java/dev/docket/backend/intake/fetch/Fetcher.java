package dev.docket.backend.intake.fetch;

import dev.docket.backend.intake.fetch.Fetched.Failed;
import dev.docket.backend.intake.fetch.Fetched.Refused;
import dev.docket.backend.intake.fetch.Fetched.Whole;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.springframework.stereotype.Component;

/// Fetches one medium from an address that somebody else chose.
///
/// The host's name is resolved once for each call, and the call is pinned to the answer: a name that answers something
/// else the second time gains nothing. Every address it has must be one that may be called. Redirects are followed here
/// and not by the client, each checked like the first address. No proxy, no cookie, no connection kept, nothing
/// compressed, no more bytes and no more time than allowed, whatever the other side says of its length.
@Component
public class Fetcher {
    private static final int MOST_REDIRECTS = 5;
    private static final int BUFFER = 64 * 1024;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;

    private final Internet internet;
    private final OkHttpClient client = new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(true)
            .proxy(Proxy.NO_PROXY)
            .cookieJar(CookieJar.NO_COOKIES)
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .connectTimeout(Duration.ofSeconds(5))
            .readTimeout(Duration.ofSeconds(10))
            .build();

    Fetcher(Internet internet) {
        this.internet = internet;
    }

    /// @param most bytes
    /// @param patience for all of it, redirects included
    /// @param folder where the file is made
    public Fetched fetch(String address, long most, Duration patience, Path folder) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            HttpUrl url =
                    WebAddress.parse(address).orElseThrow(() -> refused("Its address is not one that is fetched."));
            for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
                try (var response = call(url, end)) {
                    if (!REDIRECTS.contains(response.code())) {
                        return take(response, most, folder);
                    }
                    url = WebAddress.follow(url, response.header("Location"))
                            .orElseThrow(() -> refused("It was redirected to an address that is not fetched."));
                }
            }
            return new Refused("It was redirected more than " + MOST_REDIRECTS + " times.");
        } catch (NotAllowed notAllowed) {
            return new Refused(String.valueOf(notAllowed.getMessage()));
        } catch (UnknownHostException unknown) {
            return new Failed("Its host could not be found.");
        } catch (InterruptedIOException slow) {
            return new Failed("It was not sent within " + patience.toSeconds() + " seconds.");
        } catch (IOException broken) {
            return new Failed("No connection could be made, or it broke.");
        }
    }

    private Response call(HttpUrl url, long end) throws IOException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new InterruptedIOException("no time left");
        }
        var addresses = addresses(url);
        var request = new Request.Builder()
                .url(url)
                .header("User-Agent", "Docket")
                .header("Accept", "image/*, video/*")
                .header("Accept-Encoding", "identity")
                .build();
        return client.newBuilder()
                .dns(host -> addresses)
                .callTimeout(Duration.ofNanos(left))
                .build()
                .newCall(request)
                .execute();
    }

    private List<InetAddress> addresses(HttpUrl url) throws UnknownHostException, NotAllowed {
        var addresses = internet.resolve(url.host());
        if (addresses.isEmpty() || !addresses.stream().allMatch(address -> internet.mayCall(address, url.port()))) {
            throw refused("Its address is not a public one.");
        }
        return List.copyOf(addresses);
    }

    private static Fetched take(Response response, long most, Path folder) throws IOException {
        if (response.code() != 200) {
            String reason = "Its server answered " + response.code() + ".";
            return mayPass(response.code()) ? new Failed(reason) : new Refused(reason);
        }
        if (!"identity".equalsIgnoreCase(response.header("Content-Encoding", "identity"))) {
            return new Refused("Its server sent it compressed.");
        }
        if (response.body().contentLength() > most) {
            return tooLarge(most);
        }
        return write(response.body().byteStream(), most, folder);
    }

    private static boolean mayPass(int status) {
        return status >= 500 || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT;
    }

    private static Fetched write(InputStream in, long most, Path folder) throws IOException {
        Path file = room(folder);
        boolean whole = false;
        var digest = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            byte[] buffer = new byte[BUFFER];
            long length = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                length += read;
                if (length > most) {
                    return tooLarge(most);
                }
                out.write(buffer, 0, read);
            }
            whole = length > 0;
            return whole
                    ? new Whole(file, HexFormat.of().formatHex(digest.digest()))
                    : new Refused("Its server sent nothing.");
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Path room(Path folder) {
        try {
            return Files.createTempFile(Files.createDirectories(folder), "fetched", ".part");
        } catch (IOException full) {
            throw new UncheckedIOException("no room for what is fetched", full);
        }
    }

    private static Fetched tooLarge(long most) {
        return new Refused("It has more than " + most / (1024 * 1024) + " MB.");
    }

    private static NotAllowed refused(String reason) {
        return new NotAllowed(reason);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The guard says no.
    private static final class NotAllowed extends IOException {
        private static final long serialVersionUID = 1L;

        NotAllowed(String reason) {
            super(reason);
        }
    }
}
