package dev.docket.backend;

import dev.docket.backend.platform.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;

/// Says that the floor is ready, in the words the contract promises, once it truly is.
final class Readiness implements ApplicationListener<ApplicationReadyEvent> {
    private final FloorHome home;
    private final String bind;
    private volatile boolean reached;

    Readiness(FloorHome home, String bind) {
        this.home = home;
        this.bind = bind;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        int port = port(event);
        try {
            home.announce(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reached = true;
        Terminal.say("Docket is ready at http://" + host() + ":" + port);
    }

    /// The last thing that happens. For a floor that was ready, being told to stop is the
    /// normal end and the status says so; Java's own would be 143.
    void end() {
        home.leave();
        if (reached) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static int port(ApplicationReadyEvent event) {
        var server = ((WebServerApplicationContext) event.getApplicationContext()).getWebServer();
        return Objects.requireNonNull(server, "a web application has a server").getPort();
    }

    private String host() {
        return switch (bind) {
            case "0.0.0.0", "::", "localhost" -> "127.0.0.1";
            default -> bind.contains(":") ? "[" + bind + "]" : bind;
        };
    }
}
