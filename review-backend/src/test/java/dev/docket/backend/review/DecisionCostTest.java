package dev.docket.backend.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.queue.ReviewQueue;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Tasks;
import dev.docket.dto.people.Role;
import dev.docket.dto.queue.ClaimRequest;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a decision costs the database, counted and not timed.
@FloorTest
class DecisionCostTest {
    private static final Caller.Person ANN =
            new Caller.Person(UUID.randomUUID(), "ann", Set.of(Role.MODERATOR), Set.of("*"), Set.of("*"));
    private static final int WARMING = 20;
    private static final int COUNTED = 30;

    @Autowired
    private ReviewQueue queue;

    @Autowired
    private DecisionDesk desk;

    @Autowired
    private JdbcClient jdbc;

    /// The goal is 2,560 bytes a decision, of which this is not quite twice: each of seven tables it writes to has its
    /// indexes. The fence stands where we are, so that it cannot grow unseen.
    @Test
    void aDecisionWritesLessThanFiveThousandBytes() {
        for (int i = 0; i < WARMING + COUNTED; i++) {
            Tasks.waiting("spam");
        }
        var claims = new ArrayList<Long>();
        var decisions = new ArrayList<Long>();
        for (int i = 0; i < WARMING + COUNTED; i++) {
            long before = written();
            Task task = queue.claim(ANN, new ClaimRequest(null, 1)).getFirst();
            long claimed = written();
            desk.decide(
                    ANN,
                    UUID.fromString(task.id()),
                    approval(task),
                    UUID.randomUUID().toString());
            claims.add(claimed - before);
            decisions.add(written() - claimed);
        }

        assertThat(median(claims)).as("bytes a claim").isLessThanOrEqualTo(1_408);
        assertThat(median(decisions)).as("bytes a decision").isLessThanOrEqualTo(4_864);
    }

    private static DecisionRequest approval(Task task) {
        long lease = Objects.requireNonNull(task.lease()).number();
        return new DecisionRequest(lease, Outcome.APPROVE, List.of(), List.of(), null, 1_000L, null, null);
    }

    /// After the first, which write whole pages; jobs in the background write between some of them.
    private static long median(List<Long> bytes) {
        return bytes.stream()
                .skip(WARMING)
                .sorted()
                .skip(COUNTED / 2)
                .findFirst()
                .orElseThrow();
    }

    /// Bytes of the write-ahead log so far.
    private long written() {
        return jdbc.sql("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn")
                .query(Long.class)
                .single();
    }
}
