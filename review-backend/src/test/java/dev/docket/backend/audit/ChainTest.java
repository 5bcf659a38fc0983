package dev.docket.backend.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.platform.Ids;
import dev.docket.backend.support.PostgresTest;
import dev.docket.backend.support.TestDatabase;
import dev.docket.dto.audit.AuditVerification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Every way of tampering is planted as the owner of the tables, who may do anything but sign.
@PostgresTest
@Tag(PostgresTest.PLANTS_BREACHES)
class ChainTest {
    private final AuditRows rows;
    private final Sealing sealing;
    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final JdbcClient owner;

    ChainTest(DataSource source, TestDatabase database) throws IOException {
        var seal = new HeadSeal("", Path.of("target/test-home"));
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        rows = new AuditRows(JdbcClient.create(source));
        sealing = new Sealing(rows, seal, (type, subject, payload) -> {}, transaction);
        log = new AuditLog(rows, seal, List.of(), new JsonMapper());
        owner = JdbcClient.create(database.ownerDataSource());
    }

    @BeforeEach
    void sealSixEntries() {
        for (int i = 1; i <= 6; i++) {
            append(i);
        }
        SealedTrail.await(sealing);
    }

    @Test
    void anUntouchedChainIsWhole() {
        var found = verify();
        assertThat(found.valid()).as(found.reason()).isTrue();
        assertThat(found.entries()).isEqualTo(6);
        assertThat(found.unsealed()).isZero();
        assertThat(found.head()).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "details = '{\"n\": 7}'",
                "actor_id = 'somebody else'",
                "actor_id = NULL",
                "action = 'task.skipped'",
                "subject_id = '4'",
                "at = at + interval '1 microsecond'"
            })
    void anEditIsFound(String edit) {
        owner.sql("UPDATE audit_entry SET " + edit + " WHERE id = " + entryAt(3))
                .update();
        assertBrokenAt(3);
    }

    @Test
    void aDeletedEntryIsFound() {
        owner.sql("DELETE FROM audit_entry WHERE id = " + entryAt(4)).update();
        assertBrokenAt(4);
    }

    @Test
    void anEntryDeletedWithItsLinkIsFound() {
        owner.sql("DELETE FROM audit_entry WHERE id = " + entryAt(4)).update();
        owner.sql("DELETE FROM audit_link WHERE sequence = 4").update();
        assertBrokenAt(4);
    }

    @Test
    void aGapClosedByRenumberingIsFound() {
        owner.sql("DELETE FROM audit_entry WHERE id = " + entryAt(4)).update();
        owner.sql("DELETE FROM audit_link WHERE sequence = 4").update();
        owner.sql("UPDATE audit_link SET sequence = sequence - 1 WHERE sequence = 5")
                .update();
        owner.sql("UPDATE audit_link SET sequence = sequence - 1 WHERE sequence = 6")
                .update();
        assertBrokenAt(4);
    }

    @Test
    void aReorderingIsFound() {
        owner.sql("UPDATE audit_link SET sequence = 100 WHERE sequence = 2").update();
        owner.sql("UPDATE audit_link SET sequence = 2 WHERE sequence = 5").update();
        owner.sql("UPDATE audit_link SET sequence = 5 WHERE sequence = 100").update();
        assertBrokenAt(2);
    }

    @Test
    void aTruncationIsFound() {
        cutAfter(4);
        assertBrokenAt(5);
        assertThat(verify().reason()).contains("cut short");
    }

    @Test
    void aTruncationWithAForgedEndIsFound() {
        cutAfter(4);
        owner.sql("UPDATE audit_head SET sequence = 4, hash = (SELECT hash FROM audit_link WHERE sequence = 4)")
                .update();
        assertThat(verify().valid()).isFalse();
        assertThat(verify().reason()).contains("not signed");
    }

    @Test
    void aChainCutToNothingIsFound() {
        cutAfter(0);
        assertThat(verify().valid()).isFalse();
    }

    @Test
    void anEntryBesideTheChainIsFound() {
        owner.sql("""
                INSERT INTO audit_entry (id, actor_kind, action, subject_kind, subject_id)
                VALUES (gen_random_uuid(), 'PERSON', 'task.claimed', 'task', '1')
                """).update();
        assertThat(verify().valid()).isFalse();
    }

    @Test
    void anEntryTakenAwayBeforeItIsLinkedLeavesItsMark() {
        append(7);
        owner.sql("DELETE FROM audit_entry WHERE details->>'n' = '7'").update();
        sealing.sealAll();
        var found = verify();
        // A background sealer may have linked it in between; gone is gone in either case.
        assertThat(found.valid()).isFalse();
    }

    @Test
    void manySealersMakeOneGaplessChain() throws Exception {
        var work = new ArrayList<Callable<Void>>();
        for (int i = 0; i < 200; i++) {
            int number = i;
            work.add(() -> {
                append(number);
                sealing.sealAll();
                return null;
            });
        }
        try (var sealers = Executors.newFixedThreadPool(16)) {
            for (var sealed : sealers.invokeAll(work)) {
                sealed.get();
            }
        }
        SealedTrail.await(sealing);
        var found = verify();
        assertThat(found.valid()).as(found.reason()).isTrue();
        var others = owner.sql("SELECT action FROM audit_entry WHERE subject_id IS DISTINCT FROM '3'")
                .query(String.class)
                .list();
        assertThat(found.entries()).as("beside %s", others).isEqualTo(206 + others.size());
    }

    private void append(int number) {
        rows.append(Ids.next(), "PERSON", "ann", "task.claimed", "task", "3", "{\"n\": " + number + "}");
    }

    private String entryAt(long sequence) {
        return "(SELECT entry_id FROM audit_link WHERE sequence = " + sequence + ")";
    }

    private void cutAfter(long sequence) {
        owner.sql("DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_link WHERE sequence > " + sequence
                        + ")")
                .update();
        owner.sql("DELETE FROM audit_link WHERE sequence > " + sequence).update();
    }

    private AuditVerification verify() {
        return transaction.execute(status -> log.verify());
    }

    private void assertBrokenAt(long sequence) {
        var found = verify();
        assertThat(found.valid()).isFalse();
        assertThat(found.brokenAt()).as(found.reason()).isEqualTo(sequence);
    }
}
