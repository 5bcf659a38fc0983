package dev.docket.backend.intake.fetch;

import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// An address as the client will call it. The host is looked at after the client has put it in its canonical form, so
/// that nothing is checked that is not also called.
final class WebAddress {
    /// A host that ends in a number is an IPv4 address by the web's own rules, in whatever notation: octal, decimal,
    /// hexadecimal, with fewer than four parts. Only the plain notation is taken.
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(^|.*\\.)(\\d+|0[xX][0-9a-fA-F]*)\\.?");

    private static final Pattern PLAIN =
            Pattern.compile("(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})");

    private WebAddress() {}

    /// Empty when it is not one that may be called, wherever it leads.
    static Optional<HttpUrl> parse(String address) {
        return accept(HttpUrl.parse(address));
    }

    /// Where a redirect leads.
    static Optional<HttpUrl> follow(HttpUrl from, @Nullable String location) {
        return accept(location == null || location.isBlank() ? null : from.resolve(location));
    }

    private static Optional<HttpUrl> accept(@Nullable HttpUrl url) {
        return Optional.ofNullable(url)
                .filter(it ->
                        it.encodedUsername().isEmpty() && it.encodedPassword().isEmpty())
                .filter(it -> isPlain(it.host()));
    }

    private static boolean isPlain(String host) {
        return !ENDS_IN_NUMBER.matcher(host).matches() || PLAIN.matcher(host).matches();
    }
}
