package dev.docket.backend.enforcement.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Dns;

/// Where a webhook may point: https anywhere a platform's receiver can be, its own network included, since Docket runs
/// beside the platform; http only to this machine. Never link-local addresses (the metadata services of clouds live
/// there), nor broadcast and wildcard ones. The name is checked again each time it is resolved.
final class ReceiverAddress {
    private static final int LONGEST = 2_000;

    private ReceiverAddress() {}

    /// What is wrong with it, if anything.
    static Optional<String> fault(String url) {
        if (url.length() > LONGEST) {
            return Optional.of("must have at most " + LONGEST + " characters");
        }
        try {
            return fault(new URI(url));
        } catch (URISyntaxException notAnAddress) {
            return Optional.of("must be an absolute https URL");
        }
    }

    private static Optional<String> fault(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !List.of("https", "http").contains(scheme)) {
            return Optional.of("must be an absolute https URL");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("must have neither user information nor a fragment");
        }
        try {
            var addresses = resolve(uri.getHost());
            if (scheme.equals("http") && !addresses.stream().allMatch(InetAddress::isLoopbackAddress)) {
                return Optional.of("must be https; http is for this machine alone");
            }
            return Optional.empty();
        } catch (UnknownHostException refused) {
            return Optional.of("names a host that cannot be found or must not be called");
        }
    }

    /// Resolves for the client that sends.
    static Dns dns(boolean encrypted) {
        return host -> {
            var addresses = resolve(host);
            if (!encrypted && !addresses.stream().allMatch(InetAddress::isLoopbackAddress)) {
                throw new UnknownHostException("http is for this machine alone");
            }
            return addresses;
        };
    }

    private static List<InetAddress> resolve(String host) throws UnknownHostException {
        var addresses = List.of(InetAddress.getAllByName(host));
        if (addresses.stream().anyMatch(ReceiverAddress::isForbidden)) {
            throw new UnknownHostException("an address that must not be called");
        }
        return addresses;
    }

    private static boolean isForbidden(InetAddress address) {
        return address.isLinkLocalAddress() || address.isAnyLocalAddress() || address.isMulticastAddress();
    }
}
