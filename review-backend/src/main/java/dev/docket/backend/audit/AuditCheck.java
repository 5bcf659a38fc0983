package dev.docket.backend.audit;

import dev.docket.backend.platform.postgres.Login;
import dev.docket.dto.audit.AuditVerification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The chain's check without a floor around it.
public final class AuditCheck {
    private AuditCheck() {}

    /// @param key the sealing key in hex, or empty for the one kept under `home`
    /// @throws IllegalStateException when the database cannot be read
    public static AuditVerification run(Login login, String key, Path home) {
        try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password())) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return ChainWalk.over(AuditRows.seenBy(connection), new HeadSeal(key, home));
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
