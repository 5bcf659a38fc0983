package dev.docket.backend;

import dev.docket.backend.intake.MediaStoreFault;
import dev.docket.backend.platform.postgres.PostgresFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;

/// Why a floor did not start, for the person who started it.
final class StartFailure {
    private StartFailure() {}

    /// Looks before the database is started: a taken port would otherwise show only seconds later.
    static void checkPort(FloorOptions options) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(options.bind()), options.port()));
        } catch (UnknownHostException e) {
            throw new FloorHome.Taken("--bind: there is no address '" + options.bind() + "' here.");
        } catch (IOException e) {
            throw new FloorHome.Taken(
                    "Port %d on %s cannot be had: %s. Choose another with --port N (0 for any free one)."
                            .formatted(options.port(), options.bind(), e.getMessage()));
        }
    }

    static String explain(Throwable failure) {
        return known(failure)
                .orElseGet(() -> "It is a fault of Docket's: " + causes(failure).getLast());
    }

    private static List<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
    }

    /// What is wrong with the floor's surroundings; empty when that is not it.
    static Optional<String> known(Throwable failure) {
        var causes = causes(failure);
        for (var cause : causes) {
            if (cause instanceof PostgresFault || cause instanceof MediaStoreFault) {
                return Optional.of(String.valueOf(cause.getMessage()));
            }
        }
        for (var cause : causes) {
            if (cause instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).matches("08.*|28.*|3D000")) {
                return Optional.of("The database cannot be used: " + sql.getMessage()
                        + " Check DOCKET_DB_URL, DOCKET_DB_USER and DOCKET_DB_PASSWORD.");
            }
            if (cause instanceof FlywayException) {
                return Optional.of("The database's schema cannot be brought up to date: " + cause.getMessage());
            }
        }
        return Optional.empty();
    }
}
