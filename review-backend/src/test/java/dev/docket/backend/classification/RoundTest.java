package dev.docket.backend.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.backend.classification.ClassificationJobs.Lane;
import dev.docket.backend.intake.Submissions;
import dev.docket.backend.platform.Actor;
import dev.docket.dto.item.Route;
import dev.docket.model.ModelFault;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens to items when the model, a worker or an item misbehaves.
class RoundTest {
    @TempDir
    Path home;

    private Line line;

    @BeforeEach
    void open() {
        line = new Line(home);
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void everyItemIsAssessedOnceByManyWorkers() throws Exception {
        submit(200, "a text");

        try (var workers = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                workers.submit(line::workOff);
            }
        }

        assertThat(line.count("SELECT count(*) FROM assessment")).isEqualTo(200);
        assertThat(line.routed)
                .extracting(ItemRouted::item)
                .doesNotHaveDuplicates()
                .hasSize(200);
        assertThat(line.count("SELECT count(*) FROM item WHERE state = 'CLASSIFIED'"))
                .isEqualTo(200);
        assertThat(line.waiting()).isZero();
    }

    @Test
    void everyStageOfAnItemsWayIsTimed() {
        submit(3, "a text");
        line.workOff();

        for (String stage : List.of("claimed", "filters", "inference", "routing", "stored", "offered")) {
            assertThat(timer(stage).count()).as(stage).isEqualTo(3);
        }
        assertThat(timer("media").count()).isZero();
        double parts = List.of("claimed", "filters", "inference", "routing", "stored").stream()
                .mapToDouble(stage -> timer(stage).totalTime(TimeUnit.MILLISECONDS))
                .sum();
        double whole = timer("offered").totalTime(TimeUnit.MILLISECONDS);
        assertThat(parts).isPositive().isLessThanOrEqualTo(whole);
    }

    private Timer timer(String stage) {
        return line.meters.get("docket.stage").tag("stage", stage).timer();
    }

    @Test
    void oneBadTextCostsItsNeighboursNothing() {
        var items = submit(32, "a text");
        var bad = items.get(19);
        line.jdbc
                .sql("UPDATE item SET text = 'poison' WHERE id = :id")
                .param("id", bad)
                .update();
        line.model.behave(RoundTest::chokeOnPoison);

        line.round();

        assertThat(line.model.runs()).hasSizeLessThanOrEqualTo(7).startsWith(32);
        assertThat(line.count("SELECT count(*) FROM assessment WHERE route = 'ALLOW'"))
                .isEqualTo(31);
        assertThat(line.waiting()).isOne();

        line.workOff();

        assertThat(line.assessment(bad).unscored()).isTrue();
        assertThat(line.assessment(bad).route()).isEqualTo(Route.REVIEW);
        assertThat(line.count("SELECT attempts FROM classification_job WHERE state = 'DEAD'"))
                .isEqualTo(3);
    }

    @Test
    void everyItemReachesAPersonWhenTheModelThrows() {
        submit(40, "an abuse");
        line.model.behave(texts -> {
            throw new ModelFault("broken");
        });

        line.workOff();

        assertAllUnscored(40);
    }

    @Test
    void everyItemReachesAPersonWhenTheModelRunsOutOfMemory() {
        submit(5, "a text");
        line.model.behave(texts -> {
            throw new IllegalStateException(new OutOfMemoryError("device"));
        });

        line.workOff();

        assertAllUnscored(5);
    }

    @Test
    void aHangingModelHoldsNobodyUp() {
        submit(64, "a text");
        var never = new CountDownLatch(1);
        line.model.behave(texts -> {
            never.await();
            return List.of();
        });
        long start = System.nanoTime();

        line.workOff();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Line.TIME_LIMIT.plusSeconds(2));
        assertThat(line.model.runs()).hasSizeLessThanOrEqualTo(2);
        assertAllUnscored(64);
        never.countDown();
    }

    @Test
    void aScoreThatIsNotANumberDecidesNothing() {
        submit(10, "a text");
        line.model.behave(texts ->
                texts.stream().map(text -> ScriptedModel.scores(Double.NaN)).toList());

        line.workOff();

        assertAllUnscored(10);
    }

    @Test
    void anAnswerOfTheWrongShapeDecidesNothing() {
        submit(10, "a text");
        line.model.behave(texts -> ScriptedModel.sane(texts.subList(0, texts.size() - 1)));

        line.workOff();

        assertAllUnscored(10);
    }

    @Test
    void aRecoveredModelIsAskedAgain() throws Exception {
        submit(1, "a text");
        line.model.behave(texts -> {
            Thread.sleep(Line.TIME_LIMIT.plusMillis(100));
            return ScriptedModel.sane(texts);
        });
        line.workOff();
        line.model.behave(ScriptedModel::sane);
        Thread.sleep(60);

        UUID later = line.submit("an abuse");
        line.workOff();

        assertThat(line.assessment(later).unscored()).isFalse();
        assertThat(line.assessment(later).route()).isEqualTo(Route.REVIEW);
    }

    @Test
    void aWorkerThatComesBackLateChangesNothing() {
        UUID item = line.submit("a text");
        var jobs = line.bean(ClassificationJobs.class);
        line.model.behave(texts -> {
            // Meanwhile the lease ends and another worker does the whole job.
            line.model.behave(ScriptedModel::sane);
            line.jdbc
                    .sql("UPDATE classification_job SET leased_until = now() - interval '1 second'")
                    .update();
            assertThat(jobs.reclaim()).isOne();
            assertThat(line.round()).isOne();
            return ScriptedModel.sane(texts);
        });

        line.round();

        assertThat(line.count("SELECT count(*) FROM assessment")).isOne();
        assertThat(line.routed).extracting(ItemRouted::item).containsExactly(item);
    }

    @Test
    void aDeadWorkersJobComesBackWhenItsLeaseEnds() {
        line.submit("a text");
        var jobs = line.bean(ClassificationJobs.class);
        var claimed = jobs.claim(Lane.TEXT, 32, Duration.ofMillis(1)).getFirst();

        jobs.reclaim();

        var again = jobs.claim(Lane.TEXT, 32, Duration.ofMinutes(1)).getFirst();
        assertThat(again.lease()).isGreaterThan(claimed.lease());
        assertThat(again.attempts()).isEqualTo(2);
    }

    @Test
    void aLiveLeaseIsNotTakenBack() {
        line.submit("a text");
        var jobs = line.bean(ClassificationJobs.class);
        jobs.claim(Lane.TEXT, 32, Duration.ofMinutes(1));

        assertThat(jobs.reclaim()).isZero();
        assertThat(jobs.claim(Lane.TEXT, 32, Duration.ofMinutes(1))).isEmpty();
    }

    @Test
    void anItemCanBeErasedWhileItIsSettled() throws Exception {
        UUID item = line.submit("a text");

        try (var worker = Executors.newSingleThreadExecutor()) {
            line.inTransaction(() -> {
                line.count("SELECT count(*) FROM (SELECT FROM item FOR UPDATE) AS locked");
                worker.submit(line::round);
                await().until(() -> line.count("SELECT count(*) FROM pg_locks WHERE NOT granted") == 1);
                line.bean(Submissions.class).erase(item, new Actor.Automation("test"));
            });
        }

        assertThat(line.count("SELECT count(*) FROM item WHERE state = 'ERASED'"))
                .isOne();
        assertThat(line.waiting()).isZero();
        assertThat(line.routed).isEmpty();
    }

    @Test
    void aReportMadeWhileAnItemIsScoredIsNotMissed() {
        UUID item = line.submit("a text");
        line.model.behave(texts -> {
            line.report(item, "copyright");
            return ScriptedModel.sane(texts);
        });

        line.workOff();

        assertThat(line.assessment(item).route()).isEqualTo(Route.REVIEW);
        assertThat(line.routed).extracting(ItemRouted::queue).containsExactly("copyright");
    }

    @Test
    void anItemErasedWhileItIsScoredLeavesNothing() {
        UUID item = line.submit("a text");
        line.model.behave(texts -> {
            line.bean(Submissions.class).erase(item, new Actor.Automation("test"));
            return ScriptedModel.sane(texts);
        });

        line.round();

        assertThat(line.count("SELECT count(*) FROM assessment")).isZero();
        assertThat(line.routed).isEmpty();
        assertThat(line.waiting()).isZero();
    }

    @Test
    void flaggedItemsWaitInTheirPolicysQueue() {
        line.submit("an abuse");

        line.workOff();

        assertThat(line.routed).singleElement().satisfies(routed -> {
            assertThat(routed.queue()).isEqualTo("harassment");
            assertThat(routed.probability()).isEqualTo(0.9);
            assertThat(routed.unscored()).isFalse();
        });
    }

    private List<UUID> submit(int count, String text) {
        var items = new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> line.submit(text)).toList());
        Collections.sort(items, java.util.Comparator.comparing(UUID::toString));
        return items;
    }

    private void assertAllUnscored(int items) {
        assertThat(line.count("SELECT count(*) FROM assessment WHERE unscored AND route = 'REVIEW'"))
                .isEqualTo(items);
        assertThat(line.count("SELECT count(*) FROM assessment")).isEqualTo(items);
        assertThat(line.routed).hasSize(items).allSatisfy(routed -> {
            assertThat(routed.unscored()).isTrue();
            assertThat(routed.queue()).isEqualTo("illegal_other");
        });
    }

    private static List<dev.docket.model.TextScores> chokeOnPoison(List<String> texts) throws ModelFault {
        if (texts.contains("poison")) {
            throw new ModelFault("choked");
        }
        return ScriptedModel.sane(texts);
    }
}
