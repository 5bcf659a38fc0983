package dev.docket.backend;

import dev.docket.backend.audit.AuditCheck;
import dev.docket.backend.platform.Terminal;
import dev.docket.backend.platform.postgres.EmbeddedPostgres;
import dev.docket.backend.platform.postgres.Login;
import dev.docket.dto.audit.AuditVerification;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `audit verify`: checks the chain without asking the floor that wrote it. Beside a running floor it reads the same
/// database; where none runs it starts the home's own server for as long as it takes.
final class AuditCommand {
    private AuditCommand() {}

    /// @return exit status: 0 the chain is whole, 1 it is not
    static int run(String[] args, Map<String, String> environment) {
        if (args.length == 0 || !args[0].equals("verify")) {
            throw new FloorOptions.WrongUsage("audit knows one verb: audit verify [--home DIR].");
        }
        var options = FloorOptions.parse(Arrays.copyOfRange(args, 1, args.length), environment);
        var verification = verify(options.home(), environment);
        Terminal.say(inWords(verification));
        return verification.valid() ? 0 : Floor.FAILED;
    }

    private static AuditVerification verify(Path home, Map<String, String> environment) {
        String key = environment.getOrDefault("DOCKET_AUDIT_KEY", "");
        @Nullable String given = environment.get("DOCKET_DB_URL");
        if (given != null && !given.isBlank()) {
            var login = new Login(
                    given,
                    environment.getOrDefault("DOCKET_DB_USER", ""),
                    environment.getOrDefault("DOCKET_DB_PASSWORD", ""));
            return AuditCheck.run(login, key, home);
        }
        FloorHome taken;
        try {
            taken = FloorHome.take(home);
        } catch (FloorHome.Taken aFloorRunsThere) {
            return AuditCheck.run(EmbeddedPostgres.running(home), key, home);
        }
        try (var server = EmbeddedPostgres.start(home)) {
            return AuditCheck.run(server.application(), key, home);
        } finally {
            taken.leave();
        }
    }

    private static String inWords(AuditVerification found) {
        String waiting = found.unsealed() == 0 ? "" : " " + found.unsealed() + " more await their link.";
        return found.valid()
                ? "The audit trail is whole: " + found.entries() + " entries, ending in " + found.head() + "." + waiting
                : "The audit trail is broken at entry " + found.brokenAt() + ": " + found.reason() + "." + waiting;
    }
}
