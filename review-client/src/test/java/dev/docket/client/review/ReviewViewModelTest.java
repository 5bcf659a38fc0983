package dev.docket.client.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.explain.Explaining;
import dev.docket.client.common.explain.SampleExplanations;
import dev.docket.client.common.item.SampleTasks;
import dev.docket.client.common.item.Span;
import dev.docket.client.common.media.Region;
import dev.docket.client.common.media.Stretch;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.queue.AskRequest;
import dev.docket.dto.queue.Colleague;
import dev.docket.dto.queue.HoldRequest;
import dev.docket.dto.queue.Looking;
import dev.docket.dto.queue.RenewRequest;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.PolicyBrief;
import dev.docket.dto.review.Shown;
import dev.docket.dto.review.Task;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReviewViewModelTest {
    private final InlineBackground background = new InlineBackground();
    private final FakeFloor floor = new FakeFloor();
    private final FakeOutbox outbox = new FakeOutbox();
    private final ReviewViewModel model = new ReviewViewModel(floor, outbox, background, background.clock());

    @Test
    void threeTasksAreKeptInHand() {
        open("a", "b", "c", "d", "e");
        assertThat(model.inHandProperty().get()).isEqualTo(3);
        assertThat(floor.waiting).hasSize(2);
    }

    @Test
    void theNextItemIsThereBeforeTheFloorAnswers() {
        open("a", "b", "c", "d");
        background.hold();
        model.approve();
        assertThat(openTask()).isEqualTo("b");
        assertThat(background.waiting()).isPositive();
    }

    @Test
    void aDecisionIsOnDiskBeforeTheScreenMovesOn() {
        open("a", "b");
        model.approve();
        assertThat(outbox.taskIds).containsExactly("a");
        assertThat(outbox.decision("key-1").outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(openTask()).isEqualTo("b");
    }

    @Test
    void aDecisionThatCannotBeKeptIsNotTaken() {
        open("a", "b");
        outbox.diskFull = true;
        model.approve();
        assertThat(openTask()).isEqualTo("a");
        assertThat(kinds()).containsExactly(Notice.Kind.NOT_KEPT);
    }

    @Test
    void aViolationCarriesWhatWasChosen() {
        open("a");
        model.finding().press(policy("harassment"), new Span(2, 9));
        model.finding().moreSevere();
        model.finding().noteProperty().set("  see the thread ");
        background.advance(Duration.ofSeconds(4));
        model.decide();
        var decision = outbox.decision("key-1");
        assertThat(decision.lease()).isEqualTo(7);
        assertThat(decision.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.policy()).isEqualTo("harassment");
            assertThat(violation.severity()).isEqualTo(3);
            assertThat(violation.spans()).containsExactly(List.of(2, 9));
        });
        assertThat(decision.actions()).containsExactly(new Action(ActionType.REMOVE, null));
        assertThat(decision.note()).isEqualTo("see the thread");
        assertThat(decision.elapsedMs()).isEqualTo(4000);
    }

    @Test
    void whatTheAuthorWouldReadFollowsTheChoiceAndGoesWithTheItem() {
        open("a", "b");
        model.togglePreview();
        assertThat(floor.previews.getLast().outcome()).isEqualTo(Outcome.APPROVE);
        assertThat(model.preview().stateProperty().get()).isEqualTo(Preview.State.READY);

        model.finding().press(policy("harassment"), null);
        model.finding().moreSevere();
        background.advance(Preview.PAUSE);
        assertThat(floor.previews).hasSize(2);
        assertThat(floor.previews.getLast().violations().getFirst().severity()).isEqualTo(3);

        model.decide();
        assertThat(openTask()).isEqualTo("b");
        assertThat(model.preview().stateProperty().get()).isEqualTo(Preview.State.HIDDEN);
        background.advance(Duration.ofSeconds(2));
        assertThat(floor.previews).as("asked only while it is seen").hasSize(2);
    }

    @Test
    void anExplanationIsAskedForUntilItIsWholeAndGoesWithItsItem() {
        open(SampleTasks.harassment());
        floor.explanations.add(SampleExplanations.running(0.4));
        floor.explanations.add(SampleExplanations.done(
                String.valueOf(SampleTasks.harassment().item().text())));
        model.toggleExplanation();
        assertThat(model.explaining().stateProperty().get()).isEqualTo(Explaining.State.RUNNING);
        assertThat(model.explaining().progressProperty().get()).isEqualTo(0.4);
        assertThat(model.explaining().flip()).isEmpty();

        background.advance(Explaining.PAUSE);
        assertThat(model.explaining().stateProperty().get()).isEqualTo(Explaining.State.READY);
        assertThat(floor.explained).allSatisfy(asked -> assertThat(asked).endsWith(" harassment"));
        assertThat(model.explaining().flip()).hasSize(3);

        model.approve();
        assertThat(model.explaining().isOpen()).isFalse();
        assertThat(floor.abandoned).as("it was whole").isEmpty();
    }

    @Test
    void anExplanationThatIsCancelledIsNotWorkedOutFurther() {
        open(SampleTasks.harassment());
        floor.explanations.add(SampleExplanations.running(0.1));
        model.toggleExplanation();
        model.toggleExplanation();

        assertThat(floor.abandoned).hasSize(1);
        background.advance(Duration.ofSeconds(3));
        assertThat(floor.explained).hasSize(1);
    }

    @Test
    void anotherLabelIsExplainedInstead() {
        open(SampleTasks.harassment());
        floor.explanations.add(SampleExplanations.running(0.1));
        model.toggleExplanation();
        model.finding().highlight().choose("toxicity");

        assertThat(floor.explained.getLast()).endsWith(" toxicity");
    }

    @Test
    void whatIsCoveredIsNotExplained() {
        open(SampleTasks.severe());
        floor.explanations.add(SampleExplanations.running(0.1));
        model.toggleExplanation();

        assertThat(floor.explained).isEmpty();
        assertThat(model.explaining().isOpen()).isFalse();
    }

    @Test
    void whyTheFloorDoesNotExplainIsKnown() {
        open(SampleTasks.harassment());
        floor.refuses = Slug.SCORES_HIDDEN;
        model.toggleExplanation();

        assertThat(model.explaining().stateProperty().get()).isEqualTo(Explaining.State.REFUSED);
        assertThat(model.explaining().refusalProperty().get()).isEqualTo(Slug.SCORES_HIDDEN);
    }

    @Test
    void enterWithoutAChoiceDecidesNothing() {
        open("a");
        model.decide();
        assertThat(outbox.taskIds).isEmpty();
        assertThat(kinds()).containsExactly(Notice.Kind.NOTHING_CHOSEN);
        model.finding().press(policy("spam"), null);
        assertThat(model.notices()).isEmpty();
    }

    @Test
    void whatCannotBeDecidedIsSaid() {
        open("a");
        model.cannotDecide();
        assertThat(outbox.decision("key-1").outcome()).isEqualTo(Outcome.CANNOT_DECIDE);
    }

    @Test
    void theQueuesOwnPolicyHasTheFirstDigit() {
        open(SampleTasks.harassment());
        assertThat(model.finding().policies().stream().map(PolicyBrief::key))
                .startsWith("harassment", "violence", "profanity", "hate");
    }

    @Test
    void theOwnLabelsWordsAreMarkedFirst() {
        open(SampleTasks.harassment());
        assertThat(model.finding().highlight().labelProperty().get()).isEqualTo("harassment");
        model.finding().press(policy("violence"), null);
        assertThat(model.finding().highlight().labelProperty().get()).isEqualTo("threat");
    }

    @Test
    void undoBeforeSendingTakesTheDecisionBack() {
        open("a", "b");
        model.finding().press(policy("hate"), null);
        model.finding().noteProperty().set("note");
        model.decide();
        model.undo();
        assertThat(outbox.kept).isEmpty();
        assertThat(openTask()).isEqualTo("a");
        assertThat(model.finding().choiceProperty().get().find("hate")).isPresent();
        assertThat(model.finding().noteProperty().get()).isEqualTo("note");
        model.approve();
        assertThat(openTask()).isEqualTo("b");
    }

    @Test
    void undoAfterSendingAsksTheFloor() {
        open("a", "b");
        model.approve();
        outbox.acknowledge("key-1");
        model.undo();
        assertThat(floor.undone).containsExactly("decision-of-key-1");
        assertThat(openTask()).isEqualTo("a");
        assertThat(model.decidedProperty().get()).isZero();
        model.approve();
        assertThat(outbox.decision("key-2").lease()).isEqualTo(8);
    }

    @Test
    void undoWhileSendingWaitsForTheReceipt() {
        open("a", "b");
        model.approve();
        outbox.onItsWay = true;
        model.undo();
        assertThat(openTask()).isEqualTo("b");
        outbox.acknowledge("key-1");
        assertThat(floor.undone).containsExactly("decision-of-key-1");
        assertThat(openTask()).isEqualTo("a");
    }

    @Test
    void undoIsOverWhenItsTimeIs() {
        open("a", "b");
        model.approve();
        outbox.acknowledge("key-1");
        background.advance(Duration.ofSeconds(6));
        model.undo();
        assertThat(floor.undone).isEmpty();
        assertThat(openTask()).isEqualTo("b");
    }

    @Test
    void anUndoThatCameTooLateIsSaid() {
        open("a", "b");
        model.approve();
        outbox.acknowledge("key-1");
        floor.refuses = Slug.UNDO_EXPIRED;
        model.undo();
        assertThat(kinds()).containsExactly(Notice.Kind.UNDO_EXPIRED);
        assertThat(openTask()).isEqualTo("b");
    }

    @Test
    void timeSpentBeforeAnUndoCounts() {
        open("a", "b");
        background.advance(Duration.ofSeconds(3));
        model.approve();
        background.advance(Duration.ofSeconds(2));
        model.undo();
        background.advance(Duration.ofSeconds(1));
        model.approve();
        assertThat(outbox.decision("key-2").elapsedMs()).isEqualTo(4000);
    }

    @Test
    void everyHeldTaskIsRenewed() {
        open("a", "b", "c");
        model.approve();
        background.advance(Leases.RENEW_EVERY);
        assertThat(floor.renewals.getLast().leases().stream().map(RenewRequest.Held::taskId))
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void anAcknowledgedTaskIsRenewedNoMore() {
        open("a", "b");
        model.approve();
        outbox.acknowledge("key-1");
        background.advance(Leases.RENEW_EVERY);
        assertThat(floor.renewals.getLast().leases().stream().map(RenewRequest.Held::taskId))
                .containsExactly("b");
    }

    @Test
    void aLostLeaseKeepsWhatWasTyped() {
        open("a", "b");
        model.finding().press(policy("hate"), null);
        model.finding().noteProperty().set("half a sentence");
        floor.lost.add("a");
        background.advance(Leases.RENEW_EVERY);
        assertThat(model.leaseProperty().get().state()).isEqualTo(LeaseClock.State.LOST);
        assertThat(kinds()).containsExactly(Notice.Kind.LEASE_LOST);
        assertThat(model.finding().noteProperty().get()).isEqualTo("half a sentence");
        model.decide();
        assertThat(outbox.taskIds).isEmpty();
        assertThat(openTask()).isEqualTo("b");
    }

    @Test
    void aTaskLostBeforeItWasSeenIsNeverShown() {
        open("a", "b", "c");
        floor.lost.add("b");
        background.advance(Leases.RENEW_EVERY);
        model.approve();
        assertThat(openTask()).isEqualTo("c");
    }

    @Test
    void theClockWarnsInTheLastMinute() {
        open("a");
        floor.offline = true;
        background.advance(Duration.ofSeconds(200));
        assertThat(model.leaseProperty().get().state()).isEqualTo(LeaseClock.State.SHORT);
        background.advance(Duration.ofSeconds(60));
        assertThat(model.leaseProperty().get().state()).isEqualTo(LeaseClock.State.LAPSED);
    }

    @Test
    void workGoesOnWithoutTheFloor() {
        open("a", "b", "c");
        floor.offline = true;
        model.approve();
        model.approve();
        assertThat(openTask()).isEqualTo("c");
        assertThat(model.offlineProperty().get()).isTrue();
        assertThat(model.pendingProperty().get()).isEqualTo(2);
        model.approve();
        assertThat(model.screenProperty().get()).isEqualTo(ReviewScreen.OFFLINE);
    }

    @Test
    void theDeskComesBackWithTheFloor() {
        floor.offline = true;
        model.open();
        assertThat(model.screenProperty().get()).isEqualTo(ReviewScreen.OFFLINE);
        floor.offline = false;
        floor.with(SampleTasks.named("a"));
        background.advance(Duration.ofSeconds(2));
        assertThat(openTask()).isEqualTo("a");
        assertThat(model.offlineProperty().get()).isFalse();
    }

    @Test
    void itIsLoadingUntilTheFloorAnswers() {
        background.hold();
        model.open();
        assertThat(model.screenProperty().get()).isEqualTo(ReviewScreen.LOADING);
        background.release();
        assertThat(model.screenProperty().get()).isEqualTo(ReviewScreen.EMPTY);
    }

    @Test
    void anEmptyDeskLooksAgainLessAndLessOften() {
        model.open();
        background.advance(Duration.ofSeconds(60));
        assertThat(floor.claims).hasSizeBetween(6, 10);
    }

    @Test
    void anItemThatArrivesIsShownAtOnce() {
        model.open();
        floor.with(SampleTasks.named("a"));
        model.lookAgain();
        assertThat(openTask()).isEqualTo("a");
    }

    @Test
    void aRefusalOfTheFloorIsShownAndTriedAgain() {
        floor.refuses = Slug.FORBIDDEN;
        model.open();
        assertThat(model.screenProperty().get()).isEqualTo(ReviewScreen.ERROR);
        assertThat(model.problem())
                .hasValueSatisfying(problem -> assertThat(problem.slug()).isEqualTo(Slug.FORBIDDEN));
        floor.refuses = null;
        background.advance(Duration.ofSeconds(2));
        assertThat(model.screenProperty().get()).isEqualTo(ReviewScreen.EMPTY);
    }

    @Test
    void aRefusedDecisionStaysInSight() {
        open("a", "b");
        model.finding().press(policy("spam"), null);
        model.decide();
        outbox.refuse("key-1", Slug.ALREADY_DECIDED);
        assertThat(model.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.slug()).isEqualTo(Slug.ALREADY_DECIDED);
            assertThat(Objects.requireNonNull(notice.lost()).choice().find("spam"))
                    .isPresent();
        });
        model.approve();
        assertThat(kinds()).containsExactly(Notice.Kind.REFUSED);
        model.dismiss(model.notices().getFirst());
        assertThat(model.notices()).isEmpty();
    }

    @Test
    void aSkippedItemIsGoneAtOnce() {
        open("a", "b");
        model.skip(SkipReason.LANGUAGE, null);
        assertThat(floor.skipped).containsExactly("a LANGUAGE");
        assertThat(openTask()).isEqualTo("b");
    }

    @Test
    void aSkipSaysForHowLongTheItemWasUncovered() {
        open(SampleTasks.severe());
        background.advance(Duration.ofSeconds(9));
        model.finding().cover().reveal();
        background.advance(Duration.ofSeconds(4));
        model.skip(SkipReason.UNCLEAR, null);

        assertThat(floor.lastShown).isEqualTo(new Shown(4_000, 0, 0));
    }

    @Test
    void aSkipThatDoesNotArriveBringsTheItemBack() {
        open("a", "b");
        floor.offline = true;
        model.skip(SkipReason.UNCLEAR, null);
        assertThat(openTask()).isEqualTo("b");
        assertThat(kinds()).containsExactly(Notice.Kind.NOT_PASSED_ON);
        model.approve();
        assertThat(openTask()).isEqualTo("a");
    }

    @Test
    void escalationGoesToOneOfQueueAndPerson() {
        open("a", "b");
        model.escalateToQueue("adjudication", "two readings");
        model.escalateToPerson("senior", null);
        assertThat(floor.escalated.get(0).to().queue()).isEqualTo("adjudication");
        assertThat(floor.escalated.get(0).comment()).isEqualTo("two readings");
        assertThat(floor.escalated.get(1).to().person()).isEqualTo("senior");
        assertThat(floor.escalated.get(1).to().queue()).isNull();
    }

    @Test
    void aSevereTextComesCovered() {
        open(SampleTasks.severe());
        assertThat(model.finding().cover().coveredProperty().get()).isTrue();
        model.finding().cover().reveal();
        assertThat(model.finding().cover().coveredProperty().get()).isFalse();
        model.finding().cover().hide();
        assertThat(model.finding().cover().coveredProperty().get()).isTrue();
        model.approve();
        assertThat(outbox.decision("key-1").revealed()).isEqualTo("FULL");
    }

    @Test
    void whatWasMarkedInAnImageIsSentWithHowMuchOfItWasSeen() {
        open(SampleTasks.pictures());
        model.finding().press(model.finding().policies().get(0), null);
        model.finding().mark(new Region(0, 0.25, 0.5, 0.1, 0.2));
        model.finding().mark(new Region(2, 0.25, 0.5, 0.1, 0.2));
        model.finding().cover().reveal();
        model.decide();

        var sent = outbox.decision("key-1");
        assertThat(sent.revealed()).isEqualTo("GREY");
        assertThat(sent.violations().getFirst().regions())
                .as("of another image than the first its number is said")
                .containsExactly(List.of(0.25, 0.5, 0.1, 0.2), List.of(0.25, 0.5, 0.1, 0.2, 2.0));
    }

    @Test
    void aMarkWithinAMarkTakesItAway() {
        open(SampleTasks.pictures());
        model.finding().press(model.finding().policies().get(0), null);
        model.finding().mark(new Region(0, 0.2, 0.2, 0.5, 0.5));
        model.finding().mark(new Region(1, 0.2, 0.2, 0.5, 0.5));

        model.finding().mark(new Region(0, 0.3, 0.3, 0.1, 0.1));

        assertThat(model.finding()
                        .choiceProperty()
                        .get()
                        .violations()
                        .getFirst()
                        .regions())
                .extracting(Region::index)
                .containsExactly(1);
    }

    @Test
    void secondsOfAVideoAreMarkedOnce() {
        open(SampleTasks.video());
        model.finding().press(model.finding().policies().get(0), null);
        model.finding().mark(Stretch.second(0, 6));
        model.finding().mark(Stretch.second(0, 5));
        model.finding().mark(Stretch.second(0, 6));
        model.decide();

        var sent = outbox.decision("key-1");
        assertThat(sent.violations().getFirst().seconds()).containsExactly(List.of(5.0, 6.0));
        assertThat(sent.revealed()).isEqualTo("NONE");
    }

    @Test
    void secondsOfOtherVideosSayWhichVideo() {
        open(SampleTasks.video());
        model.finding().press(model.finding().policies().get(0), null);
        model.finding().mark(Stretch.second(2, 5));
        model.finding().mark(Stretch.second(0, 5));
        model.finding().mark(Stretch.second(1, 5));
        model.finding().mark(Stretch.second(1, 5));
        model.decide();

        assertThat(outbox.decision("key-1").violations().getFirst().seconds())
                .containsExactly(List.of(5.0, 6.0), List.of(5.0, 6.0, 2.0));
    }

    @Test
    void aCoverNobodyLiftedIsRecorded() {
        open(SampleTasks.severe());
        model.approve();
        assertThat(outbox.decision("key-1").revealed()).isEqualTo("NONE");
    }

    @Test
    void coversCanBeTurnedOff() {
        model.finding().cover().want(false);
        open(SampleTasks.severe());
        assertThat(model.finding().cover().coveredProperty().get()).isFalse();
    }

    @Test
    void noTaskIsShownTwice() {
        open("a", "a", "b");
        model.approve();
        assertThat(openTask()).isEqualTo("b");
    }

    @Test
    void aPrecedentIsFollowedByOneKeyAndSeenBeforeEnter() {
        open(SampleTasks.harassment());
        model.applyPrecedent();
        assertThat(outbox.taskIds).isEmpty();
        assertThat(model.finding().choiceProperty().get().violations())
                .singleElement()
                .satisfies(one -> assertThat(one.policy().key()).isEqualTo("harassment"));
    }

    @Test
    void whatWasOverturnedIsNoExample() {
        open(SampleTasks.harassment());
        model.finding().precedents().step(1);
        model.finding().precedents().step(1);
        model.applyPrecedent();
        assertThat(outbox.taskIds).isEmpty();
        assertThat(kinds()).containsExactly(Notice.Kind.PRECEDENT_OVERTURNED);
    }

    @Test
    void precedentsGoRound() {
        open(SampleTasks.harassment());
        assertThat(model.finding().precedents().atProperty().get()).isEqualTo(-1);
        model.finding().precedents().step(-1);
        assertThat(model.finding().precedents().atProperty().get()).isZero();
        model.finding().precedents().step(-1);
        assertThat(model.finding().precedents().atProperty().get()).isEqualTo(1);
    }

    @Test
    void nothingIsClaimedForSomebodyWhoLooksElsewhere() {
        open("a");
        int claims = floor.claims.size();
        model.hidden();
        background.advance(Duration.ofMinutes(1));
        assertThat(floor.claims).hasSize(claims);

        model.shown();
        assertThat(floor.claims).hasSizeGreaterThan(claims);
    }

    @Test
    void queuesWithAScreenOfTheirOwnAreNotClaimedFrom() {
        open("a");
        assertThat(floor.claims).allSatisfy(claim -> assertThat(claim.queues()).containsExactly("harassment"));
    }

    @Test
    void aQuestionLeavesTheItemWhereItIs() {
        open("a", "b");
        model.ask("mina", " Is this satire? ");
        assertThat(floor.questions).containsExactly(new AskRequest("mina", "Is this satire?"));
        assertThat(openTask()).isEqualTo("a");
        assertThat(model.asking().stateProperty().get()).isEqualTo(Asking.State.SENT);
        assertThat(kinds()).containsExactly(Notice.Kind.ASKED);
    }

    @Test
    void anAnswerIsToldWhateverIsOpenByThen() {
        open("a", "b");
        model.ask(null, "Satire?");
        model.approve();
        floor.answers.add(SampleTasks.answered("a", "It is."));
        model.happened(new LiveEvent("question.answered", Map.of()));
        assertThat(model.notices())
                .singleElement()
                .satisfies(notice -> assertThat(
                                Objects.requireNonNull(notice.question()).answer())
                        .isEqualTo("It is."));
    }

    @Test
    void anAnswerIsToldOnceAndAlsoAfterAnOutage() {
        open("a");
        model.reconnected();
        model.ask(null, "Satire?");
        floor.answers.add(SampleTasks.answered("a", "It is."));
        model.reconnected();
        model.reconnected();
        assertThat(kinds()).containsExactly(Notice.Kind.ANSWERED);
    }

    @Test
    void aQuestionThatDoesNotArriveIsNotSent() {
        open("a");
        floor.offline = true;
        model.ask(null, "Satire?");
        assertThat(model.asking().stateProperty().get()).isEqualTo(Asking.State.OFFLINE);
        floor.offline = false;
        floor.refuses = Slug.NOT_INDEPENDENT;
        model.ask("mina", "Satire?");
        assertThat(model.asking().stateProperty().get()).isEqualTo(Asking.State.REFUSED);
        assertThat(model.asking().refusal()).isEqualTo(Slug.NOT_INDEPENDENT);
        assertThat(model.notices()).isEmpty();
    }

    @Test
    void aHoldShowsUntilWhenItLasts() {
        open("a");
        model.holdFor(Duration.ofMinutes(30), "asking legal");
        var until = background.clock().instant().plus(Duration.ofMinutes(30));
        assertThat(floor.holds).containsExactly(new HoldRequest(7, until, "asking legal"));
        assertThat(model.leaseProperty().get().state()).isEqualTo(LeaseClock.State.KEPT);
        assertThat(model.leaseProperty().get().until()).isEqualTo(until);
        assertThat(openTask()).isEqualTo("a");
    }

    @Test
    void aHoldThatDoesNotArriveIsSaid() {
        open("a");
        floor.offline = true;
        model.holdFor(Duration.ofHours(1), null);
        assertThat(kinds()).containsExactly(Notice.Kind.NOT_HELD);
        assertThat(model.leaseProperty().get().state()).isEqualTo(LeaseClock.State.HELD);
    }

    @Test
    void whoElseLooksIsAskedWhileTheItemIsShown() {
        floor.others.add(new Looking.Person("p-2", "Mina Okafor", false));
        open("a", "b");
        assertThat(floor.looked).isEmpty();
        background.advance(Onlookers.AFTER);
        assertThat(model.othersProperty().get()).hasSize(1);
        background.advance(Onlookers.EVERY.multipliedBy(2));
        assertThat(floor.looked).hasSize(3);
        model.approve();
        assertThat(model.othersProperty().get()).isEmpty();
        model.hidden();
        background.advance(Duration.ofMinutes(1));
        assertThat(floor.looked).hasSize(3);
    }

    @Test
    void onlyTheLatestNameTypedIsAnswered() {
        open("a");
        background.hold();
        model.colleagues().look("mi");
        model.colleagues().look("jon");
        background.release();
        assertThat(model.colleagues().answerProperty().get().found())
                .extracting(Colleague::username)
                .containsExactly("jon");
        floor.offline = true;
        model.colleagues().look("sen");
        assertThat(model.colleagues().answerProperty().get().state()).isEqualTo(ColleagueList.State.OFFLINE);
    }

    private void open(String... ids) {
        for (String id : ids) {
            floor.with(SampleTasks.named(id));
        }
        model.open();
    }

    private void open(Task task) {
        floor.with(task);
        model.open();
    }

    private String openTask() {
        return Objects.requireNonNull(model.taskProperty().get()).id();
    }

    private PolicyBrief policy(String key) {
        return model.finding().policies().stream()
                .filter(policy -> policy.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<Notice.Kind> kinds() {
        return model.notices().stream().map(Notice::kind).toList();
    }
}
