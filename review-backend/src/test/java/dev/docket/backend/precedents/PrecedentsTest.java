package dev.docket.backend.precedents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.backend.intake.Items;
import dev.docket.backend.models.ServingModel;
import dev.docket.backend.support.Decided;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Printed;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import dev.docket.dto.review.Evidence;
import dev.docket.dto.review.Outcome;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Decided items like the one at hand, from fingerprints to the task.
@FloorTest
class PrecedentsTest {
    @Autowired
    private FloorClient floor;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DecidedNeighbours precedents;

    @Autowired
    private Neighbourhood neighbourhood;

    @Autowired
    private Fingerprints fingerprints;

    @Autowired
    private Items items;

    @Autowired
    private ServingModel model;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    private Printed printed;

    @BeforeEach
    void prepare() {
        neighbourhood.forgetAll();
        printed = new Printed(items, model, events, transaction);
    }

    @Test
    void theNearestDecidedItemsStandBesideTheTask() {
        UUID decided = printed.item(Decided.item("ann"));
        UUID decision = Decided.violation(decided, 1, 2, "[]");
        UUID other = printed.item(Tasks.item("The library opens at nine on weekdays and at ten on Saturdays."));
        Decided.approval(other, 1);
        printed.item(itemOf(Tasks.waiting("harassment")));
        neighbourhood.catchUp();

        var mod = floor.as(TestCallers.person("mo", Role.MODERATOR).token());
        var found = mod.post("/api/v1/claims", "{}")
                .json()
                .path("tasks")
                .path(0)
                .path("evidence")
                .path("precedents");

        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("itemId").asString()).isEqualTo(decided.toString());
        assertThat(found.path(0).path("decisionId").asString()).isEqualTo(decision.toString());
        assertThat(found.path(0).path("outcome").asString()).isEqualTo("VIOLATION");
        assertThat(found.path(0).path("policies").path(0).asString()).isEqualTo("harassment");
        assertThat(found.path(0).path("similarity").asDouble()).isEqualTo(1.0);
        assertThat(found.path(0).path("overturned").asBoolean()).isFalse();
    }

    @Test
    void aDisguisedTextIsStillTheSame() {
        UUID decided = printed.item(Tasks.item("you are an idiot"));
        Decided.violation(decided, 1, 2, "[]");
        UUID disguised = printed.item(Tasks.item("Y\u200Bou \u0430re an IDI\u041ET"));
        neighbourhood.catchUp();

        assertThat(of(disguised))
                .extracting(Evidence.Precedent::itemId, Evidence.Precedent::similarity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(decided.toString(), 1.0));
    }

    @Test
    void anItemIsNoPrecedentOfItself() {
        UUID decided = printed.item(Tasks.item("you are an idiot"));
        Decided.violation(decided, 1, 2, "[]");
        neighbourhood.catchUp();

        assertThat(of(decided)).isEmpty();
    }

    @Test
    void whatIsToBeLookedAtAgainShowsNothingOfItsFirstDecision() {
        UUID decided = printed.item(itemOf(Tasks.waiting("harassment")));
        Decided.violation(decided, 1, 2, "[]");
        UUID asking = printed.item(Tasks.item("you are an idiot"));
        neighbourhood.catchUp();
        assertThat(of(asking)).isEmpty();

        jdbc.sql("UPDATE review_task SET state = 'DONE'").update();
        assertThat(of(asking)).hasSize(1);

        jdbc.sql("UPDATE decision SET state = 'AWAITING_SECOND'").update();
        assertThat(of(asking)).isEmpty();
    }

    @Test
    void aFallenDecisionIsShownAsOverturned() {
        UUID decided = printed.item(Tasks.item("you are an idiot"));
        Decided.approval(decided, 2);
        jdbc.sql("UPDATE decision SET kind = 'APPEAL', appeal_outcome = 'OVERTURN'")
                .update();
        UUID asking = printed.item(Tasks.item("you are an idiot!"));
        neighbourhood.catchUp();

        var found = of(asking).getFirst();
        assertThat(found.outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(found.overturned()).isTrue();
    }

    @Test
    void anErasedItemHasNoFingerprint() {
        UUID decided = printed.item(Tasks.item("you are an idiot"));
        Decided.violation(decided, 1, 2, "[]");
        UUID asking = printed.item(Tasks.item("you are an idiot"));
        neighbourhood.catchUp();
        assertThat(of(asking)).hasSize(1);

        var platform = floor.as(TestCallers.key(Scope.values()));
        assertThat(platform.delete("/api/v1/items/" + decided + "/content").status())
                .isEqualTo(204);

        assertThat(of(asking)).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM fingerprint WHERE item_id = :item")
                        .param("item", decided)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void classifyingAnItemTakesItsFingerprints() throws IOException {
        var platform = floor.as(TestCallers.key(Scope.values()));
        var first = platform.post("/api/v1/items?wait=true", withPicture("p-1", "look at this", 400))
                .json();
        var second = platform.post("/api/v1/items?wait=true", withPicture("p-2", "wow", 300))
                .json();
        UUID decided = UUID.fromString(first.path("id").asString());
        UUID asking = UUID.fromString(second.path("id").asString());
        fingerprints.readPictures(10);
        jdbc.sql("UPDATE review_task SET state = 'DONE'").update();
        Decided.violation(decided, 1, 2, "[]");
        neighbourhood.catchUp();

        assertThat(jdbc.sql("SELECT count(*) FROM fingerprint WHERE embedding IS NOT NULL AND length(embedding) = 384")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(of(asking)).extracting(Evidence.Precedent::itemId).containsExactly(decided.toString());
        assertThat(of(asking).getFirst().similarity()).isCloseTo(1, within(0.12));
    }

    private List<Evidence.Precedent> of(UUID item) {
        return precedents.of(List.of(item)).getOrDefault(item, List.of());
    }

    private UUID itemOf(UUID task) {
        return jdbc.sql("SELECT item_id FROM review_task WHERE id = :task")
                .param("task", task)
                .query((row, number) -> row.getObject("item_id", UUID.class))
                .single();
    }

    private static String withPicture(String id, String text, int size) throws IOException {
        var large = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        var graphics = large.createGraphics();
        for (int i = 0; i < 40; i++) {
            graphics.setColor(new Color(i * 7919 & 0xff, i * 104729 & 0xff, i * 1299709 & 0xff));
            graphics.fillRect(size * (i * 37 % 100) / 100, size * (i * 61 % 100) / 100, size / 4, size / 4);
        }
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(large, "png", bytes);
        return """
                {"source":"test","externalId":"%s","text":"%s","media":[{"kind":"IMAGE","base64":"%s"}]}
                """.formatted(id, text, Base64.getEncoder().encodeToString(bytes.toByteArray()));
    }
}
