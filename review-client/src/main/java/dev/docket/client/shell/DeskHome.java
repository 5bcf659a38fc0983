package dev.docket.client.shell;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Where the desk keeps what belongs to the people who use it on this computer.
record DeskHome(Path folder) {
    private static final int HASH_BYTES = 8;

    /// `DOCKET_DESK_HOME`, or `~/.docket/desk`.
    static DeskHome ofThisComputer() {
        return new DeskHome(Optional.ofNullable(System.getenv("DOCKET_DESK_HOME"))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".docket", "desk")));
    }

    Path settings() {
        return folder.resolve("desk.properties");
    }

    /// One person's folder on one floor. Neither name can lead out of the desk's home.
    Path of(URI server, String personId) {
        boolean isPlain = personId.matches("[A-Za-z0-9-]{1,64}");
        return folder.resolve(hash(server.toString())).resolve(isPlain ? personId : hash(personId));
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
