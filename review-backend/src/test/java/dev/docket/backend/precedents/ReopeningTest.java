package dev.docket.backend.precedents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.appeals.LikeDecisions;
import dev.docket.backend.intake.Items;
import dev.docket.backend.models.ServingModel;
import dev.docket.backend.review.PastDecisions;
import dev.docket.backend.support.Decided;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Printed;
import dev.docket.backend.support.Tasks;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What an overturned appeal brings back before people.
@FloorTest
class ReopeningTest {
    @Autowired
    private LikeDecisions likeDecisions;

    @Autowired
    private PastDecisions decisions;

    @Autowired
    private Neighbourhood neighbourhood;

    @Autowired
    private Items items;

    @Autowired
    private ServingModel model;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Printed printed;

    @BeforeEach
    void prepare() {
        neighbourhood.forgetAll();
        printed = new Printed(items, model, events, transaction);
    }

    @Test
    void nearDuplicatesDecidedAlikeAreLookedAtAgainByOthers() {
        UUID overturned = decidedItem();
        UUID decision = Decided.violation(overturned, 1, 2, "[]");
        UUID alike = decidedItem();
        UUID like = Decided.violation(alike, 1, 2, "[]");
        UUID approved = decidedItem();
        Decided.approval(approved, 1);
        UUID other = printed.item(Tasks.item("The library opens at nine on weekdays and at ten on Saturdays."));
        Decided.violation(other, 1, 2, "[]");
        neighbourhood.catchUp();

        assertThat(reopen(overturned, decision)).isOne();

        assertThat(openItems()).containsExactly(alike);
        assertThat(jdbc.sql("""
                        SELECT skip.person_id FROM review_task_skip AS skip JOIN review_task AS task ON task.id = skip.task_id
                         WHERE task.item_id = :item AND skip.reason = 'INVOLVED'
                        """).param("item", alike).query(UUID.class).list())
                .containsExactly(Objects.requireNonNull(
                        decisions.find(like).orElseThrow().person()));
        assertThat(reopen(overturned, decision)).as("it waits already").isZero();
    }

    /// Routed to `harassment`, decided and done with, all with the same text.
    private UUID decidedItem() {
        UUID task = Tasks.waiting("harassment");
        jdbc.sql("UPDATE review_task SET state = 'DONE' WHERE id = :task")
                .param("task", task)
                .update();
        return printed.item(jdbc.sql("SELECT item_id FROM review_task WHERE id = :task")
                .param("task", task)
                .query(UUID.class)
                .single());
    }

    private int reopen(UUID item, UUID decision) {
        var past = decisions.find(decision).orElseThrow();
        return Objects.requireNonNull(transaction.execute(status -> likeDecisions.reopen(item, past)));
    }

    private List<UUID> openItems() {
        return jdbc.sql("SELECT item_id FROM review_task WHERE state = 'OPEN'")
                .query(UUID.class)
                .list();
    }
}
