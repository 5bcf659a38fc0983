package dev.docket.backend.intake.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Names, and which addresses may be called. There is one besides the real one: that of the tests, whose servers are on
/// this machine.
public interface Internet {
    /// Asked once a call; the call goes to what this answered and nowhere else.
    List<InetAddress> resolve(String host) throws UnknownHostException;

    boolean mayCall(InetAddress address, int port);
}
