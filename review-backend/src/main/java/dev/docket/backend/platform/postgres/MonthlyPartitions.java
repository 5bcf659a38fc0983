package dev.docket.backend.platform.postgres;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/// Makes next month's partitions of what grows for ever before the month begins. Until then, and should it fail, rows
/// go to the default partition and are found there.
@Repository
class MonthlyPartitions {
    private static final List<String> PARENTS = List.of("audit_entry", "decision");
    private static final int MONTHS_AHEAD = 2;

    private final JdbcClient jdbc;

    MonthlyPartitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelay = 6 * 3_600_000, initialDelay = 30_000)
    void make() {
        PARENTS.forEach(this::make);
    }

    int make(String parent) {
        return jdbc.sql("SELECT ensure_partitions(:parent::regclass, :ahead)")
                .param("parent", parent)
                .param("ahead", MONTHS_AHEAD)
                .query(Integer.class)
                .single();
    }
}
