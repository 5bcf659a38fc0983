package dev.docket.backend.platform.postgres;

/// The database in use: our own server or one that was given.
///
/// @param owner makes the schema
/// @param application reads and writes rows; the same role as the owner on a server where only one was given
/// @param server stopped when the floor has let go of the database; does nothing for a given server
public record Database(Login owner, Login application, Runnable server, boolean embedded) implements AutoCloseable {
    static Database embedded(EmbeddedPostgres postgres) {
        return new Database(postgres.owner(), postgres.application(), postgres::close, true);
    }

    static Database given(Login owner, Login application) {
        return new Database(owner, application, () -> {}, false);
    }

    @Override
    public void close() {
        server.run();
    }
}
