package dev.docket.backend.classification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.intake.Submissions;
import dev.docket.backend.platform.Actor;
import dev.docket.dto.item.Route;
import dev.docket.model.ModelFault;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A text that comes again is not scored again, until there is a reason to.
class VerdictsTest {
    @TempDir
    Path home;

    private Line line;

    @BeforeEach
    void open() {
        line = new Line(home, "1MB");
    }

    @AfterEach
    void close() {
        line.close();
        line.jdbc.sql("UPDATE policy SET current_version = 1").update();
        line.jdbc.sql("DELETE FROM policy_label WHERE version > 1").update();
        line.jdbc.sql("DELETE FROM policy_version WHERE version > 1").update();
    }

    @Test
    void aTextIsScoredOnceAndAssessedEachTime() {
        UUID first = settle("some abuse");
        UUID second = settle("some abuse");
        settle("some other abuse");

        assertThat(line.model.runs()).containsExactly(1, 1);
        assertThat(line.assessment(second).scores())
                .isEqualTo(line.assessment(first).scores());
        assertThat(line.assessment(second).route()).isEqualTo(Route.REVIEW);
    }

    @Test
    void twinsInOneBatchAreScoredOnce() {
        UUID first = line.submit("some abuse");
        UUID second = line.submit("some abuse");
        line.round();

        assertThat(line.model.runs()).containsExactly(1);
        assertThat(line.assessment(second).scores())
                .isEqualTo(line.assessment(first).scores());
    }

    @Test
    void aTextSeenTwiceOutlivesTheFloor() {
        settle("seen once");
        UUID before = settle("seen twice");
        settle("seen twice");
        assertThat(line.count("SELECT count(*) FROM verdict")).isOne();

        restart();
        UUID after = settle("seen twice");

        assertThat(line.model.runs()).isEmpty();
        assertThat(line.assessment(after).scores())
                .isEqualTo(line.assessment(before).scores());
    }

    @Test
    void whatWasOverturnedIsScoredAnew() {
        UUID item = settle("some abuse");
        settle("some abuse");

        transaction(line)
                .executeWithoutResult(status -> line.bean(Verdicts.class).forget(item));
        assertThat(line.count("SELECT count(*) FROM verdict")).isZero();
        settle("some abuse");

        assertThat(line.model.runs()).containsExactly(1, 1);
    }

    @Test
    void whatWasNotOverturnedAfterAllStays() {
        UUID item = settle("some abuse");
        transaction(line).executeWithoutResult(status -> {
            line.bean(Verdicts.class).forget(item);
            status.setRollbackOnly();
        });
        settle("some abuse");

        assertThat(line.model.runs()).containsExactly(1);
    }

    @Test
    void whatAnotherFloorForgotIsForgottenHere() {
        UUID item = settle("some abuse");
        settle("some abuse");
        try (var other = new Line(home, "1MB", false)) {
            transaction(other)
                    .executeWithoutResult(status -> other.bean(Verdicts.class).forget(item));
        }
        line.hearOfOthers();
        settle("some abuse");

        assertThat(line.model.runs()).containsExactly(1, 1);
    }

    @Test
    void anErasedTextLeavesNoVerdict() {
        UUID item = settle("some abuse");
        settle("some abuse");

        line.bean(Submissions.class).erase(item, new Actor.Program(UUID.randomUUID()));

        assertThat(line.count("SELECT count(*) FROM verdict")).isZero();
        settle("some abuse");
        assertThat(line.model.runs()).containsExactly(1, 1);
    }

    @Test
    void anotherModelVersionHasNoVerdictYet() {
        settle("some abuse");
        settle("some abuse");
        line.model.become("retrained");
        line.model.behave(texts -> texts.stream()
                .map(text -> ScriptedModel.scores(0.02, "retrained"))
                .toList());

        UUID item = settle("some abuse");

        assertThat(line.model.runs()).containsExactly(1, 1);
        assertThat(line.assessment(item).scores())
                .allSatisfy(score -> assertThat(score.modelVersion()).isEqualTo("retrained"));
    }

    @Test
    void aChangedPolicyBeginsWithACleanSlateAndTheScoresStayTheSame() {
        UUID before = settle("some abuse");
        settle("some abuse");
        publishHarassmentWith(0.95);
        restart();

        UUID after = settle("some abuse");

        assertThat(line.model.runs()).as("runs of the floor that started anew").containsExactly(1);
        assertThat(harassment(after)).isEqualTo(harassment(before));
        assertThat(line.assessment(after).route()).isEqualTo(Route.ALLOW);
    }

    @Test
    void aTextThatFailedIsTriedAgain() {
        line.model.behave(texts -> {
            throw new ModelFault("scripted");
        });
        settle("some abuse");
        line.model.behave(ScriptedModel::sane);
        int failed = line.model.runs().size();

        UUID item = settle("some abuse");

        assertThat(line.model.runs()).hasSize(failed + 1);
        assertThat(line.assessment(item).unscored()).isFalse();
    }

    @Test
    void aVerdictWithoutExplanationDoesNotAnswerWhoAsksForOne() {
        var verdicts = line.bean(Verdicts.class);
        verdicts.score(List.of("a"), false);
        verdicts.score(List.of("a"), true);
        verdicts.score(List.of("a"), false);

        assertThat(line.model.runs()).containsExactly(1, 1);
    }

    @Test
    void withoutMemoryNothingIsKept() {
        line.close();
        line = new Line(home);
        settle("some abuse");
        settle("some abuse");

        assertThat(line.model.runs()).containsExactly(1, 1);
        assertThat(line.count("SELECT count(*) FROM verdict")).isZero();
    }

    private UUID settle(String text) {
        UUID item = line.submit(text);
        line.workOff();
        return item;
    }

    private void restart() {
        line.close();
        line = new Line(home, "1MB", false);
    }

    private double harassment(UUID item) {
        return line.assessment(item).scores().stream()
                .filter(score -> score.label().equals("harassment"))
                .findFirst()
                .orElseThrow()
                .score();
    }

    private void publishHarassmentWith(double threshold) {
        line.jdbc.sql("""
                        INSERT INTO policy_version
                        SELECT (jsonb_populate_record(entry, '{"version":2}')).* FROM policy_version AS entry
                         WHERE policy_key IN (SELECT policy_key FROM policy_label WHERE label = 'harassment')
                        """).update();
        line.jdbc.sql("""
                        INSERT INTO policy_label
                        SELECT (jsonb_populate_record(entry, jsonb_build_object('version', 2, 'review_threshold', :threshold))).*
                          FROM policy_label AS entry
                         WHERE policy_key IN (SELECT policy_key FROM policy_version WHERE version = 2)
                        """).param("threshold", threshold).update();
        line.jdbc
                .sql(
                        "UPDATE policy SET current_version = 2 WHERE key IN (SELECT policy_key FROM policy_version WHERE version = 2)")
                .update();
    }

    private static TransactionTemplate transaction(Line line) {
        return new TransactionTemplate(line.bean(JdbcTransactionManager.class));
    }
}
