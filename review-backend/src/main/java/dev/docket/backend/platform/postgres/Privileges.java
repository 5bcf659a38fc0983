package dev.docket.backend.platform.postgres;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Under whom PostgreSQL's programs run. They refuse to run as root, and floors in containers often are root.
public enum Privileges {
    /// As we are: not root.
    SAME(List.of()),
    /// Root, in a user namespace of its own: files keep their owner, PostgreSQL sees an ordinary user.
    NAMESPACE(List.of("unshare", "-U")),
    /// Root, where user namespaces are refused: as `nobody`, who must then own the cluster and be able to reach it.
    NOBODY(List.of(
            "setpriv",
            "--reuid=" + Privileges.NOBODY_ID,
            "--regid=" + Privileges.NOBODY_ID,
            "--clear-groups",
            "--no-new-privs"));

    private static final String NOBODY_ID = "65534";

    private final List<String> prefix;

    Privileges(List<String> prefix) {
        this.prefix = prefix;
    }

    /// What works here, tried in the order of the constants.
    ///
    /// @throws PostgresFault for root on a system with neither way
    public static Privileges detect() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return SAME;
        }
        if (NAMESPACE.works()) {
            return NAMESPACE;
        }
        if (NOBODY.works()) {
            return NOBODY;
        }
        throw new PostgresFault(
                "PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv' (both of util-linux) works here."
                        + " Run the floor as an ordinary user, install util-linux, or name a server in DOCKET_DB_URL.");
    }

    private boolean works() {
        return Command.succeeds(wrap(List.of("/bin/true")));
    }

    List<String> wrap(List<String> command) {
        var wrapped = new ArrayList<>(prefix);
        wrapped.addAll(command);
        return wrapped;
    }

    void run(List<String> command) {
        Command.run(wrap(command));
    }

    /// Makes a file or folder belong to whoever PostgreSQL runs as.
    void own(Path path) {
        if (this == NOBODY) {
            Command.run(List.of("chown", "-R", NOBODY_ID + ":" + NOBODY_ID, path.toString()));
        }
    }

    /// Whether PostgreSQL could get to a folder: `nobody` cannot enter a home of mode 700.
    boolean canReach(Path folder) {
        return this != NOBODY || Command.succeeds(wrap(List.of("/bin/sh", "-c", "cd \"$0\"", folder.toString())));
    }
}
