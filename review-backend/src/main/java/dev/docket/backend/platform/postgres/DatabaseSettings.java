package dev.docket.backend.platform.postgres;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where the database is.
///
/// @param home the floor's folder, in which the embedded server keeps its data
/// @param db a PostgreSQL of the operator's own; without an address the embedded one is used
@ConfigurationProperties("docket")
record DatabaseSettings(Path home, Given db) {
    /// @param url a JDBC address; empty for the embedded server
    /// @param user reads and writes rows
    /// @param ownerUser makes the schema, if that is another role than `user`
    record Given(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @Nullable String ownerUser,
            @Nullable String ownerPassword) {}

    Database open() {
        String url = db.url();
        return url == null || url.isBlank() ? Database.embedded(EmbeddedPostgres.start(home)) : given(url);
    }

    private Database given(String url) {
        var application = new Login(url, orEmpty(db.user()), orEmpty(db.password()));
        String ownerUser = db.ownerUser();
        return Database.given(
                ownerUser == null || ownerUser.isBlank()
                        ? application
                        : new Login(url, ownerUser, orEmpty(db.ownerPassword())),
                application);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
