package dev.docket.client.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.labels.evaluation.Order;
import dev.docket.client.labels.part.State;
import dev.docket.client.labels.part.Told;
import dev.docket.client.labels.release.Step;
import dev.docket.client.labels.training.TrainForm;
import dev.docket.client.labels.watching.SharesForm;
import dev.docket.dto.jobs.JobState;
import dev.docket.dto.models.ModelState;
import dev.docket.dto.models.ModelView;
import dev.docket.dto.models.WatchSettings;
import dev.docket.dto.people.Role;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The sections about models: training, evaluation, release, watching.
class ModelsTest {
    private final InlineBackground background = new InlineBackground();
    private final FakeSetsApi sets = new FakeSetsApi();
    private final FakeJobsApi jobs = new FakeJobsApi();
    private final FakeModelsApi models = new FakeModelsApi();
    private final LabelsViewModel model = model(Role.ML);

    @Test
    void aTrainingIsAskedForWatchedAndItsRecordReadWhenItIsDone() {
        at(Section.TRAINING);
        model.trainings().begin("ls-2026-11-02-2");
        model.trainings().type(new TrainForm("ls-2026-11-02-2", null, " With October ", "3", "0,25", "hate, spam", ""));
        model.trainings().train();

        var request = models.trained.getLast();
        assertThat(request.labelSet()).isEqualTo("ls-2026-11-02-2");
        assertThat(request.name()).isEqualTo("With October");
        assertThat(request.replayShare()).isEqualTo(0.25);
        assertThat(request.labels()).containsExactly("hate", "spam");
        assertThat(request.overrideGates()).isNull();
        var job = Objects.requireNonNull(model.trainings().selectedProperty().get());
        assertThat(job.state()).isEqualTo(JobState.QUEUED);
        model.trainings().cancel();
        assertThat(jobs.cancelled).containsExactly(job.id());

        jobs.jobs.add(FakeJobsApi.job(job.id().toString(), "training", JobState.DONE, 1, FakeModelsApi.CANDIDATE));
        model.happened(
                new LiveEvent("job.progress", Map.of("id", job.id().toString(), "kind", "training", "state", "DONE")));
        assertThat(Objects.requireNonNull(model.trainings().run().get()).modelVersion())
                .isEqualTo(FakeModelsApi.CANDIDATE);
    }

    @Test
    void whatIsSaidOfAJobIsSaidUntilTheJobIsOver() {
        at(Section.TRAINING);
        model.trainings().begin("ls-2026-11-02-2");
        model.trainings().type(new TrainForm("ls-2026-11-02-2", null, "October", "", "", "", ""));
        model.trainings().train();
        assertThat(told().kind()).isEqualTo("training");
        String job = Objects.requireNonNull(told().job()).toString();
        jobs.jobs.add(FakeJobsApi.job(job, "training", JobState.RUNNING, 0.5, null));

        ended(UUID.randomUUID().toString(), JobState.DONE);
        assertThat(told().kind()).as("another job's end").isEqualTo("training");
        ended(job, JobState.FAILED);
        assertThat(told()).isEqualTo(Told.done("training.failed", "October"));
    }

    private void ended(String job, JobState state) {
        jobs.jobs.removeIf(one -> one.id().toString().equals(job));
        jobs.jobs.add(FakeJobsApi.job(job, "training", state, 1, null));
        model.happened(new LiveEvent("job.progress", Map.of("id", job, "state", state.name())));
    }

    @Test
    void sharesAreSetInPercentAndTakenBackInOneKey() {
        at(Section.WATCHING);
        var shares = model.watching().shares();
        assertThat(shares.settings().get()).isEqualTo(new WatchSettings(0.05, 0));
        shares.edit(new SharesForm("5", "0"));
        shares.type(new SharesForm("7,5", "ten"));
        shares.save();
        assertThat(shares.wrongProperty().get()).containsExactly("/exploredShare");
        assertThat(shares.editingProperty().get()).isTrue();
        shares.type(new SharesForm("7,5", " 10 "));
        shares.save();
        assertThat(models.shares).isEqualTo(new WatchSettings(0.075, 0.1));
        assertThat(shares.editingProperty().get()).isFalse();
        assertThat(told().kind()).isEqualTo("shares");
        shares.takeBack();
        assertThat(models.shares).isEqualTo(new WatchSettings(0.05, 0));
        assertThat(shares.settings().get()).isEqualTo(models.shares);
    }

    @Test
    void sharesThatAreRefusedOrLeftAloneStayAsTheyAre() {
        at(Section.WATCHING);
        var shares = model.watching().shares();
        shares.edit(new SharesForm("5", "0"));
        models.refuses = "invalid";
        shares.type(new SharesForm("60", "0"));
        shares.save();
        assertThat(told().slug()).isEqualTo("invalid");
        assertThat(shares.editingProperty().get())
                .as("what was typed is still there")
                .isTrue();
        shares.putAside();
        models.refuses = null;
        shares.takeBack();
        assertThat(models.shares).isEqualTo(new WatchSettings(0.05, 0));
        assertThat(shares.editingProperty().get()).isFalse();
    }

    @Test
    void sharesAreChangedByThoseWhoTrainAndThoseWhoRunTheFloor() {
        for (var role : Role.values()) {
            var other = model(role);
            if (other.sections().contains(Section.WATCHING)) {
                other.open();
                other.go(Section.WATCHING);
                other.watching().shares().edit(new SharesForm("5", "0"));
                assertThat(other.watching().shares().editingProperty().get())
                        .as(role.name())
                        .isEqualTo(role == Role.ML || role == Role.SUPERVISOR);
            }
        }
    }

    @Test
    void aTrainingOnASetWhoseGatesFailedSaysWhy() {
        at(Section.TRAINING);
        model.trainings().begin("ls-2026-11-20-3");
        model.trainings().type(new TrainForm("ls-2026-11-20-3", null, "x", "", "", "", "A trial"));
        model.trainings().train();

        assertThat(models.trained.getLast().overrideGates()).isTrue();
        assertThat(models.trained.getLast().reason()).isEqualTo("A trial");
        assertThat(models.trained.getLast().seed()).isNull();
    }

    @Test
    void withoutASetOrWithASeedThatIsNoNumberNothingIsTrained() {
        at(Section.TRAINING);
        model.trainings().begin(null);
        model.trainings().train();
        model.trainings().type(new TrainForm("ls-2026-11-02-2", null, "x", "seven", "", "", ""));
        model.trainings().train();

        assertThat(model.trainings().wrongProperty().get()).containsExactly("/seed");
        assertThat(models.trained).isEmpty();
    }

    @Test
    void whatIsOnItsWayIsAtHandFirstAndItsLineageIsFollowed() {
        at(Section.EVALUATION);
        var hand = hand();
        assertThat(hand.version()).isEqualTo(FakeModelsApi.CANDIDATE);
        assertThat(model.registry().lineage(models.models.getFirst()))
                .containsExactly(FakeModelsApi.CANDIDATE, FakeModelsApi.CHAMPION);
    }

    @Test
    void theChampionsFiguresAreReadBesideThoseOfTheModel() {
        at(Section.EVALUATION);

        assertThat(models.evaluated).contains(FakeModelsApi.CANDIDATE, FakeModelsApi.CHAMPION);
        assertThat(model.evaluation().champion().get()).isNotNull();
        assertThat(model.evaluation().labelProperty().get()).isEqualTo("toxicity");
        model.evaluation().step(-1);
        assertThat(model.evaluation().labelProperty().get()).isEqualTo("spam");
        model.evaluation().nextOrder();
        assertThat(model.evaluation().orderProperty().get()).isEqualTo(Order.ROWS);
    }

    @Test
    void aModelThatWasNotEvaluatedYetIsNoFault() {
        models.evaluatedYet = false;
        at(Section.EVALUATION);

        assertThat(model.evaluation().figures().stateProperty().get()).isEqualTo(State.EMPTY);
    }

    @Test
    void aModelIsEvaluatedAnewOnTheSetAtHandByWhoTrains() {
        model.open();
        model.sets().select(sets.sets.get(2));
        model.go(Section.EVALUATION);
        int before = models.evaluated.size();
        model.evaluation().evaluate();
        assertThat(models.done).containsExactly("evaluate " + FakeModelsApi.CANDIDATE + " on ls-2026-11-02-2");
        assertThat(model.evaluation().evaluating()).isPresent();
        model.evaluation().evaluate();
        assertThat(models.done).as("one at a time").hasSize(1);

        jobs.jobs.add(FakeJobsApi.job("019ab000-0000-7000-8000-000000000006", "evaluation", JobState.DONE, 1, null));
        background.advance(Duration.ofSeconds(6));
        assertThat(models.evaluated.size()).as("its figures are read").isGreaterThan(before);

        var supervisor = model(Role.SUPERVISOR);
        supervisor.open();
        supervisor.evaluation().evaluate();
        assertThat(models.done).hasSize(1);
    }

    @Test
    void disagreementsAreOfTheLabelAtHandAndItemsAreOpenedOnlyByWhoMaySeeThem() {
        at(Section.EVALUATION);
        model.evaluation().toggleExploring();
        var rows =
                Objects.requireNonNull(model.evaluation().disagreements().get()).items();
        model.evaluation().choose(rows.getFirst());
        assertThat(model.evaluation().item().stateProperty().get()).isEqualTo(State.LOADING);

        var supervisor = model(Role.SUPERVISOR, Role.MODERATOR);
        supervisor.open();
        supervisor.evaluation().choose(rows.getFirst());
        assertThat(supervisor.evaluation().item().stateProperty().get())
                .as("it was asked for")
                .isEqualTo(State.EMPTY);
    }

    @Test
    void aModelIsPromotedOnlyWithPassedGatesAndEnoughApprovals() {
        at(Section.RELEASE);
        assertThat(model.release().possible())
                .contains(Step.APPROVE, Step.ROLL_BACK)
                .doesNotContain(Step.PROMOTE);
        model.release().ask(Step.PROMOTE);
        assertThat(model.release().askedProperty().get()).isNull();

        models.passes = true;
        take(Step.APPROVE, "");
        model.release().measure();
        assertThat(model.release().possible()).contains(Step.PROMOTE).doesNotContain(Step.APPROVE);
        take(Step.PROMOTE, "");

        assertThat(models.done)
                .containsExactly("approve " + FakeModelsApi.CANDIDATE, "promote " + FakeModelsApi.CANDIDATE);
        assertThat(hand().state()).isEqualTo(ModelState.CANARY);
        assertThat(told().kind()).isEqualTo("step-promote");
    }

    @Test
    void everyStepIsSaidBeforeItIsTakenAndMayBePutAside() {
        at(Section.RELEASE);
        model.release().ask(Step.ROLL_BACK);
        assertThat(models.done).isEmpty();
        model.release().putAside();
        model.release().confirm("");
        assertThat(models.done).isEmpty();

        take(Step.ROLL_BACK, " It errs at threats ");
        assertThat(models.done).containsExactly("roll-back (It errs at threats) " + FakeModelsApi.CANDIDATE);
    }

    @Test
    void aRefusalIsToldInTheFloorsWords() {
        at(Section.RELEASE);
        models.refuses = "promotion-blocked";
        take(Step.APPROVE, "");

        assertThat(told().slug()).isEqualTo("promotion-blocked");
        assertThat(told().detail()).isEqualTo("The floor's own words.");
    }

    @Test
    void aSupervisorSendsNothingIntoTheShadow() {
        var supervisor = model(Role.SUPERVISOR);
        supervisor.open();
        supervisor.go(Section.RELEASE);
        supervisor.registry().select(models.models.getFirst());

        assertThat(supervisor.release().possible()).contains(Step.APPROVE).doesNotContain(Step.SHADOW);
        model.open();
        model.go(Section.RELEASE);
        model.registry().select(models.models.getFirst());
        assertThat(model.release().possible()).contains(Step.SHADOW);
    }

    @Test
    void whatWaitsIsScoredAnewOnceAtATime() {
        at(Section.RELEASE);
        jobs.jobs.add(
                FakeJobsApi.job("019ab000-0000-7000-8000-000000000008", "rescoring", JobState.RUNNING, 0.3, null));
        take(Step.RESCORE, "");

        assertThat(models.done).containsExactly("rescore");
        assertThat(model.release().rescoring()).isPresent();
        assertThat(model.release().possible()).doesNotContain(Step.RESCORE);
        model.release().cancelRescoring();
        assertThat(jobs.cancelled).containsExactly(UUID.fromString("019ab000-0000-7000-8000-000000000008"));
    }

    @Test
    void aProposalIsSettledByWhoTrainsAndDriftIsMeasuredAnew() {
        at(Section.WATCHING);
        model.watching().settle();
        assertThat(models.settled).containsExactly("p1");
        model.watching().settle();
        assertThat(models.settled).as("there is no other").hasSize(1);

        model.watching().measureAnew();
        assertThat(models.done).containsExactly("drift");
        assertThat(model.watching().measuring()).isPresent();
        assertThat(model.watching().panel("exploration").stateProperty().get()).isEqualTo(State.EMPTY);
        assertThat(model.watching().panel("anchoring").stateProperty().get()).isEqualTo(State.READY);

        models.settled.clear();
        var supervisor = model(Role.SUPERVISOR);
        supervisor.open();
        supervisor.go(Section.WATCHING);
        supervisor.watching().settle();
        assertThat(models.settled).isEmpty();
    }

    private void at(Section section) {
        model.open();
        model.go(section);
    }

    private void take(Step step, String reason) {
        model.release().ask(step);
        model.release().confirm(reason);
    }

    private ModelView hand() {
        return Objects.requireNonNull(model.registry().selectedProperty().get());
    }

    private LabelsViewModel model(Role... roles) {
        return new LabelsViewModel(LabelsShots.ports(sets, jobs, models), background, LabelsShots.person(roles));
    }

    private Told told() {
        return Objects.requireNonNull(model.toldProperty().get());
    }
}
