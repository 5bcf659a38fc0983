package dev.docket.backend.review;

import static dev.docket.backend.review.Floorwork.BAN;
import static dev.docket.backend.review.Floorwork.MILD;
import static dev.docket.backend.review.Floorwork.state;
import static dev.docket.backend.review.Floorwork.takeEffect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.review.Floorwork.Worker;
import dev.docket.backend.support.Decided;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import dev.docket.dto.problem.Slug;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Nobody reverses a decision they had a part in, and no appeal is a way round the second person.
@FloorTest
class TwoPersonsTest {
    @Autowired
    private FloorClient floor;

    @Test
    void whoDecidedDoesNotReverse() {
        var sue = Worker.of(floor, "sue", Role.SUPERVISOR);
        Tasks.waiting("harassment");
        var own = sue.work("harassment", MILD);
        takeEffect(own);

        var refused = sue.reverse(own, "{\"reasons\":\"I was wrong.\"}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.slug()).isEqualTo(Slug.NOT_INDEPENDENT);
        var sam = Worker.of(floor, "sam", Role.SUPERVISOR);
        takeEffect(sam.reverse(own, "{\"reasons\":\"She was wrong.\"}").json());
        assertThat(state(own)).isEqualTo("SUPERSEDED");
    }

    @Test
    void anAppealThatEndsInABanWaitsForAnother() {
        UUID item = Decided.item("u-9");
        Decided.violation(item, 1, 2, "[{\"type\":\"REMOVE\"}]");
        var platform = floor.as(TestCallers.key(Scope.APPEALS_WRITE));
        var received = platform.post("/api/v1/appeals", """
                {"itemId":"%s","appellant":{"externalId":"u-9","role":"AUTHOR"},"statement":"Look again."}""".formatted(item));
        assertThat(received.status()).as(received.body()).isEqualTo(201);
        var sen = Worker.of(floor, "sen", Role.SENIOR);

        var receipt = sen.work(
                "appeals", BAN.replace("VIOLATION", "CHANGE") + ",\"reasons\":\"It is far worse than was found.\"");

        assertThat(receipt.path("state").asString()).isEqualTo("AWAITING_SECOND");
        assertThat(sen.claim("hate").isMissingNode()).isTrue();
        takeEffect(Worker.of(floor, "tom", Role.SUPERVISOR).work("adjudication", BAN));
        assertThat(state(receipt)).isEqualTo("SUPERSEDED");
    }
}
