package dev.docket.client.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.dto.problem.Problem;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalledDecisionsTest {
    @TempDir
    Path folder;

    private final InlineBackground background = new InlineBackground();
    private final FakeFloor floor = new FakeFloor();
    private final List<String> refusals = new ArrayList<>();
    private JournalledDecisions decisions;

    @BeforeEach
    void openTheDesk() throws Exception {
        decisions = open();
        decisions.start();
    }

    @AfterEach
    void closeTheDesk() {
        decisions.close();
    }

    @Test
    void aDecisionIsOnDiskBeforeItIsSent() throws Exception {
        background.hold();
        decisions.submit("t1", approval("on disk"));

        assertThat(floor.seen).isEmpty();
        assertThat(Files.readString(folder.resolve("journal"))).contains("on disk");
        assertThat(decisions.pending().get()).isEqualTo(1);
    }

    @Test
    void anAcknowledgedDecisionLeavesNothingOnDisk() throws Exception {
        decisions.submit("t1", approval("secret"));

        assertThat(floor.tasks()).containsExactly("t1");
        assertThat(Files.size(folder.resolve("journal"))).isZero();
        assertThat(decisions.pending().get()).isZero();
    }

    @Test
    void whatACrashLeftIsSentInOrderUnderItsOldKeys() throws Exception {
        background.hold();
        var keys = List.of(decisions.submit("t1", approval("")), decisions.submit("t2", approval("")));
        restart();

        assertThat(floor.tasks()).containsExactly("t1", "t2");
        assertThat(floor.keys()).isEqualTo(keys);
        assertThat(decisions.pending().get()).isZero();
    }

    @Test
    void aCrashBetweenAnswerAndJournalRepeatsTheSameKey() throws Exception {
        floor.answerIsLost = true;
        String key = decisions.submit("t1", approval(""));
        floor.answerIsLost = false;
        restart();

        assertThat(floor.keys()).containsExactly(key, key);
        assertThat(floor.decided()).containsExactly("t1");
    }

    @Test
    void aTornLastLineIsCutOff() throws Exception {
        background.hold();
        decisions.submit("t1", approval(""));
        decisions.close();
        Files.writeString(folder.resolve("journal"), "1234abcd 00000100 {\"is\":\"dec", StandardOpenOption.APPEND);
        restart();
        decisions.submit("t2", approval(""));

        assertThat(floor.tasks()).containsExactly("t1", "t2");
    }

    @Test
    void everyPossibleTearLeavesTheLinesBeforeIt() throws Exception {
        background.hold();
        decisions.submit("t1", approval(""));
        long first = Files.size(folder.resolve("journal"));
        decisions.submit("t2", approval(""));
        decisions.close();
        byte[] whole = Files.readAllBytes(folder.resolve("journal"));
        for (int length = (int) first; length < whole.length; length += 7) {
            Files.write(folder.resolve("journal"), java.util.Arrays.copyOf(whole, length));
            try (var reopened = open()) {
                assertThat(reopened.pending().get()).as("torn at %d", length).isEqualTo(1);
            }
        }
    }

    @Test
    void aDamagedLineInTheMiddleIsSetAside() throws Exception {
        background.hold();
        decisions.submit("t1", approval(""));
        decisions.submit("t2", approval(""));
        decisions.close();
        var file = folder.resolve("journal");
        Files.writeString(file, Files.readString(file).replaceFirst("t1", "tX"));
        restart();

        assertThat(floor.tasks()).containsExactly("t2");
        assertThat(Files.readString(folder.resolve("journal.damaged"))).contains("tX");
    }

    @Test
    void anOutageKeepsTheOrder() {
        floor.reachable = false;
        decisions.submit("t1", approval(""));
        decisions.submit("t2", approval(""));
        background.advance(Duration.ofHours(3));
        floor.reachable = true;
        decisions.submit("t3", approval(""));
        background.advance(Duration.ofMinutes(1));

        assertThat(floor.decided()).containsExactly("t1", "t2", "t3");
    }

    @Test
    void triesGrowRarerDuringAnOutage() {
        floor.reachable = false;
        decisions.submit("t1", approval(""));
        background.advance(Duration.ofHours(1));

        assertThat(floor.calls).isBetween(60, 70);
    }

    @Test
    void aReturnedFloorIsUsedAtOnce() {
        floor.reachable = false;
        decisions.submit("t1", approval(""));
        background.advance(Duration.ofMinutes(10));
        floor.reachable = true;
        decisions.retry();

        assertThat(floor.decided()).containsExactly("t1");
    }

    @Test
    void aRefusedDecisionIsKeptAndTold() throws Exception {
        floor.refuseWith = Slug.LEASE_LOST;
        decisions.submit("t1", approval("my reasons"));
        floor.refuseWith = null;
        decisions.submit("t2", approval(""));

        assertThat(refusals).containsExactly(Slug.LEASE_LOST);
        assertThat(floor.decided()).containsExactly("t2");
        assertThat(decisions.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.taskId()).isEqualTo("t1");
            assertThat(conflict.decision().note()).isEqualTo("my reasons");
        });
    }

    @Test
    void conflictsSurviveARestartUntilTheyAreSeen() throws Exception {
        floor.refuseWith = Slug.ALREADY_DECIDED;
        decisions.submit("t1", approval(""));
        restart();
        assertThat(decisions.conflicts()).hasSize(1);

        decisions.forgetConflicts();
        restart();
        assertThat(decisions.conflicts()).isEmpty();
    }

    @Test
    void aFaultOfTheFloorIsTriedBeforeItCounts() {
        floor.refuseWith = Slug.INTERNAL;
        decisions.submit("t1", approval(""));
        background.advance(Duration.ofHours(1));

        assertThat(floor.calls).isEqualTo(JournalledDecisions.PATIENCE);
        assertThat(decisions.conflicts()).hasSize(1);
    }

    @Test
    void anEndedSessionRefusesNothing() throws Exception {
        floor.refuseWith = Slug.UNAUTHENTICATED;
        decisions.submit("t1", approval(""));
        floor.refuseWith = null;
        restart();

        assertThat(refusals).isEmpty();
        assertThat(floor.decided()).containsExactly("t1");
    }

    @Test
    void anUnsentDecisionCanBeWithdrawn() throws Exception {
        floor.reachable = false;
        decisions.submit("t1", approval(""));
        String second = decisions.submit("t2", approval(""));
        assertThat(decisions.withdraw(second)).isTrue();
        floor.reachable = true;
        restart();

        assertThat(floor.decided()).containsExactly("t1");
    }

    @Test
    void aDecisionOnItsWayCannotBeWithdrawn() {
        background.hold();
        String key = decisions.submit("t1", approval(""));

        assertThat(decisions.withdraw(key)).isFalse();
    }

    @Test
    void aDecisionThatMayHaveArrivedCannotBeWithdrawn() {
        floor.answerIsLost = true;
        String key = decisions.submit("t1", approval(""));

        assertThat(decisions.withdraw(key)).isFalse();
    }

    @Test
    void aSecondDeskOfTheSamePersonIsTold() {
        assertThatExceptionOfType(JournalInUse.class).isThrownBy(this::open);
    }

    @Test
    void onlyTheOwnerMayReadTheFiles() throws Exception {
        for (String name : List.of("journal", "conflicts", "lock")) {
            var permissions = Files.getPosixFilePermissions(folder.resolve(name));
            assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        }
    }

    private JournalledDecisions open() throws IOException, JournalInUse {
        var opened = JournalledDecisions.in(folder, floor, background, background.clock());
        opened.onRefused((key, problem) -> refusals.add(problem.slug()));
        return opened;
    }

    /// Leaves the desk as a crash would: closing writes nothing.
    private void restart() throws Exception {
        decisions.close();
        decisions = open();
        decisions.start();
        background.release();
    }

    private static DecisionRequest approval(String note) {
        return new DecisionRequest(7, Outcome.APPROVE, List.of(), List.of(), note, 1200L, null, null);
    }

    private static final class FakeFloor implements DecisionSender {
        private record Call(String taskId, String key) {}

        private final List<Call> seen = new ArrayList<>();
        private boolean reachable = true;
        private boolean answerIsLost;
        private String refuseWith;
        private int calls;

        @Override
        public DecisionReceipt decide(String taskId, DecisionRequest decision, String key) throws ApiProblem, Offline {
            calls++;
            if (!reachable) {
                throw new Offline(new ConnectException());
            }
            if (refuseWith != null) {
                throw new ApiProblem(new Problem(Problem.TYPE_PREFIX + refuseWith, "", 409, null, null, null));
            }
            seen.add(new Call(taskId, key));
            if (answerIsLost) {
                throw new Offline(new SocketTimeoutException());
            }
            return new DecisionReceipt("d-" + key, DecisionState.HELD, null);
        }

        private List<String> tasks() {
            return seen.stream().map(Call::taskId).toList();
        }

        private List<String> keys() {
            return seen.stream().map(Call::key).toList();
        }

        /// What a floor that knows idempotency keys has decided.
        private List<String> decided() {
            return seen.stream().distinct().map(Call::taskId).toList();
        }
    }
}
