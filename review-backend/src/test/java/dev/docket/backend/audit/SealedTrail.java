package dev.docket.backend.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.TestDatabase;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A trail with everything sealed that was written so far.
final class SealedTrail {
    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.shared().ownerDataSource());

    private SealedTrail() {}

    /// Sealing leaves it to whoever is at it already, which the floor's own schedule may be.
    static void await(Sealing sealing) {
        Awaitility.await().untilAsserted(() -> {
            sealing.sealAll();
            assertThat(JDBC.sql("SELECT count(*) FROM audit_unsealed")
                            .query(Integer.class)
                            .single())
                    .isZero();
        });
    }
}
