package dev.docket.backend.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One PostgreSQL cluster on disk, and the programs to make, start and stop it.
final class Cluster {
    private static final Logger log = LoggerFactory.getLogger(Cluster.class);
    /// Lines of PostgreSQL's postmaster.pid, from 0.
    private static final int PID_LINE = 0;

    private static final int PORT_LINE = 3;
    private static final Path FOR_ROOT = Path.of("/var/lib/docket");

    private final Privileges privileges;
    private final Binaries binaries;
    private final Path data;
    private final Path logs;
    private final Path serverLog;

    private Cluster(Privileges privileges, Binaries binaries, Path folder) {
        this.privileges = privileges;
        this.binaries = binaries;
        this.data = folder.resolve("data");
        this.logs = folder.resolve("log");
        this.serverLog = logs.resolve("server.log");
    }

    /// Opens the cluster of a home, making it if there is none.
    static Cluster under(Path home, Privileges privileges, String superuser, String password) {
        try {
            Path folder = reachable(home.toAbsolutePath().resolve("postgres"), privileges);
            var cluster = new Cluster(privileges, Binaries.unpackedUnder(folder), folder);
            cluster.createIfMissing(superuser, password);
            return cluster;
        } catch (IOException e) {
            throw new PostgresFault("cannot use " + home + " for the database: " + e.getMessage(), e);
        }
    }

    /// Root without user namespaces runs PostgreSQL as `nobody`, who cannot enter root's own home.
    private static Path reachable(Path wanted, Privileges privileges) throws IOException {
        Files.createDirectories(wanted);
        if (privileges.canReach(wanted)) {
            return wanted;
        }
        var id = UUID.nameUUIDFromBytes(wanted.toString().getBytes(StandardCharsets.UTF_8));
        Path elsewhere = FOR_ROOT.resolve(id.toString());
        Files.createDirectories(elsewhere);
        if (!privileges.canReach(elsewhere)) {
            throw new PostgresFault("PostgreSQL must run as 'nobody' here, who can enter neither " + wanted + " nor "
                    + elsewhere + ". Choose a home that everybody may enter with --home, or name a server in"
                    + " DOCKET_DB_URL.");
        }
        log.atWarn()
                .addKeyValue("folder", elsewhere)
                .log("The database is kept outside the home, where 'nobody' can enter");
        return elsewhere;
    }

    private void createIfMissing(String superuser, String password) throws IOException {
        Files.createDirectories(logs);
        privileges.own(logs);
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Files.createDirectories(data);
        privileges.own(data);
        Path passwordFile = Files.createTempFile("docket", ".init");
        try {
            Files.writeString(passwordFile, password);
            privileges.own(passwordFile);
            privileges.run(List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + data,
                    "--username=" + superuser,
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums",
                    "--no-instructions"));
        } finally {
            Files.delete(passwordFile);
        }
    }

    void start(Map<String, String> settings) {
        String options = settings.entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "='" + setting.getValue() + "'")
                .collect(Collectors.joining(" "));
        try {
            privileges.run(List.of(
                    binaries.program("pg_ctl"),
                    "-D",
                    data.toString(),
                    "-w",
                    "-t",
                    "60",
                    "-l",
                    serverLog.toString(),
                    "-o",
                    options,
                    "start"));
        } catch (PostgresFault e) {
            throw new PostgresFault(
                    "PostgreSQL did not start; its own words are in " + serverLog + " (" + e.getMessage() + ")", e);
        }
    }

    /// Ends sessions, writes everything down, stops.
    void stop() {
        privileges.run(
                List.of(binaries.program("pg_ctl"), "-D", data.toString(), "-m", "fast", "-w", "-t", "30", "stop"));
    }

    /// Stops a server that outlived its floor, and clears the mark of one that did not.
    void stopOrphan() {
        var pid = serverPid();
        if (pid.isEmpty()) {
            return;
        }
        if (isServer(pid.get())) {
            log.atWarn()
                    .addKeyValue("pid", pid.get())
                    .log("Stopping a database server left behind by a floor that was killed");
            stop();
            return;
        }
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new PostgresFault("cannot remove the stale " + pidFile() + ": " + e.getMessage(), e);
        }
    }

    /// The server's process id by its own mark; empty when it was stopped in good order.
    Optional<Long> serverPid() {
        return marked(PID_LINE);
    }

    /// The port it listens on, by the same mark.
    Optional<Integer> serverPort() {
        return marked(PORT_LINE).map(Math::toIntExact);
    }

    private Optional<Long> marked(int line) {
        try {
            return Files.exists(pidFile())
                    ? Files.readAllLines(pidFile()).stream()
                            .skip(line)
                            .findFirst()
                            .map(text -> Long.valueOf(text.strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    /// Process ids are used again: only a PostgreSQL that stands in our folder is ours.
    private boolean isServer(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            if (Files.isDirectory(process)) {
                return Files.readSymbolicLink(process.resolve("exe")).toString().contains("postgres")
                        && Files.isSameFile(process.resolve("cwd"), data);
            }
        } catch (IOException gone) {
            return false;
        }
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().command())
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }
}
