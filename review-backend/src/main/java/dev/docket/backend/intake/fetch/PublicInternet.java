package dev.docket.backend.intake.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.stereotype.Component;

/// What anybody can reach: global unicast addresses, by the registries of special-purpose addresses (RFC 6890 and what
/// followed). This machine, its network, a cloud's metadata service and what only looks like another address are not
/// among them.
@Component
class PublicInternet implements Internet {
    private static final List<Range> REFUSED_V4 = Range.all(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            // Azure's agent for its machines: an address of the public range that only they reach.
            "168.63.129.16/32");

    /// Everything that may be global is in here; translated and tunnelled IPv4 is not, or is refused below.
    private static final List<Range> ALLOWED_V6 = Range.all("2000::/3");

    private static final List<Range> REFUSED_V6 =
            Range.all("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private static final int LOWEST_FREE_PORT = 1_024;

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }

    /// The web's two ports and those that anybody may open: no mail server is spoken to.
    @Override
    public boolean mayCall(InetAddress address, int port) {
        return isPublic(address) && (port == 80 || port == 443 || port >= LOWEST_FREE_PORT);
    }

    static boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) {
            return REFUSED_V4.stream().noneMatch(range -> range.contains(address));
        }
        return ALLOWED_V6.stream().anyMatch(range -> range.contains(address))
                && REFUSED_V6.stream().noneMatch(range -> range.contains(address));
    }

    /// Addresses with the same first bits.
    private record Range(byte[] network, int bits) {
        static List<Range> all(String... ranges) {
            return List.of(ranges).stream().map(Range::of).toList();
        }

        private static Range of(String range) {
            String[] parts = range.split("/", 2);
            return new Range(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        boolean contains(InetAddress address) {
            byte[] other = address.getAddress();
            if (other.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((other[bit / 8] & mask) != (network[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
