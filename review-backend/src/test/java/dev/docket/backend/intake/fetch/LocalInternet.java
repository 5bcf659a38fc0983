package dev.docket.backend.intake.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Names as a test gives them, and this machine's servers as if they were public. Whatever else is not public is
/// refused as in earnest.
public final class LocalInternet implements Internet {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    private final Map<String, Deque<List<InetAddress>>> answers = new HashMap<>();
    private final PublicInternet earnest = new PublicInternet();

    /// What a name answers, one after the other; the last again and again.
    public LocalInternet name(String host, String... addresses) {
        answers.computeIfAbsent(host, absent -> new ArrayDeque<>())
                .add(List.of(addresses).stream().map(InetAddress::ofLiteral).toList());
        return this;
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        var known = answers.get(host);
        if (known == null) {
            return earnest.resolve(host);
        }
        return known.size() > 1 ? known.removeFirst() : known.getFirst();
    }

    @Override
    public boolean mayCall(InetAddress address, int port) {
        return address.equals(HERE) || earnest.mayCall(address, port);
    }
}
