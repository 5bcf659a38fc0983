package dev.docket.client.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.labels.part.State;
import dev.docket.client.labels.part.Told;
import dev.docket.client.labels.sets.ExportFormat;
import dev.docket.client.labels.sets.SetExport.Phase;
import dev.docket.client.labels.sets.SetForm;
import dev.docket.client.labels.sets.Sets.Mode;
import dev.docket.dto.Phrase;
import dev.docket.dto.jobs.JobState;
import dev.docket.dto.labels.CreateLabelImport;
import dev.docket.dto.labels.GateState;
import dev.docket.dto.labels.LabelSetState;
import dev.docket.dto.people.Role;
import dev.docket.dto.problem.FieldError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The screen as a whole, and its section of label sets.
class LabelsViewModelTest {
    private final InlineBackground background = new InlineBackground();
    private final FakeSetsApi sets = new FakeSetsApi();
    private final FakeJobsApi jobs = new FakeJobsApi();
    private final FakeModelsApi models = new FakeModelsApi();
    private final LabelsViewModel model = model(Role.ML);

    @TempDir
    private Path folder;

    @Test
    void whoMaySeeWhatIsAsTheFloorHasIt() {
        assertThat(model(Role.ML).sections()).containsExactly(Section.values());
        assertThat(model(Role.SUPERVISOR, Role.SENIOR, Role.MODERATOR).sections())
                .containsExactly(Section.EVALUATION, Section.RELEASE, Section.WATCHING);
        assertThat(model(Role.ADMIN).sections()).containsExactly(Section.EVALUATION, Section.RELEASE, Section.WATCHING);
    }

    @Test
    void theNewestSetIsAtHandAndItsDetailsAreReadOnceItIsReady() {
        model.open();
        assertThat(model.sets().selectedProperty().get()).isEqualTo(sets.sets.getFirst());
        assertThat(model.sets().gates().get()).as("it is being built").isNull();

        sets.sets.set(
                0, FakeSetsApi.set("ls-2026-11-21-4", "November, with appeals", LabelSetState.READY, GateState.PASSED));
        model.happened(new LiveEvent("label-set.changed", Map.of()));

        assertThat(Objects.requireNonNull(model.sets().gates().get()).state()).isEqualTo(GateState.PASSED);
        assertThat(model.sets().card().get()).startsWith("# November");
    }

    @Test
    void whatASetWouldDrawFromIsAskedForOnceNobodyTypesAnyMore() {
        model.open();
        model.sets().begin();
        int before = sets.previewed.size();
        model.sets().builder().type(form("Nov", "0,8", "1"));
        model.sets().builder().type(form("November", "0,8", "1"));
        assertThat(sets.previewed).hasSize(before);

        background.advance(Duration.ofSeconds(1));

        assertThat(sets.previewed).hasSize(before + 1);
        assertThat(sets.previewed.getLast().name()).isEqualTo("November");
        assertThat(sets.previewed.getLast().minAgreement()).isEqualTo(0.8);
        assertThat(sets.previewed.getLast().to()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(sets.previewed.getLast().splits()).containsEntry("train", 0.8);
        assertThat(sets.previewed.getLast().languages()).containsExactly("en", "de");
    }

    @Test
    void whatIsNoNumberIsSaidAtItsFieldAndNothingIsAskedFor() {
        model.open();
        model.sets().begin();
        model.sets().builder().type(form("November", "much", "x"));

        assertThat(model.sets().builder().wrongProperty().get()).containsExactly("/minAgreement", "/seed");
        model.sets().builder().build();
        assertThat(sets.asked).isEmpty();
    }

    @Test
    void aSetThatIsAskedForIsAtHandWhileItIsBuilt() {
        model.open();
        model.sets().begin();
        model.sets().builder().type(form("December", "", "7"));
        jobs.jobs.add(FakeJobsApi.job(FakeSetsApi.JOB, "label-set", JobState.RUNNING, 0.1, null));
        model.sets().builder().build();

        assertThat(sets.asked.getLast().seed()).isEqualTo(7);
        assertThat(model.sets().modeProperty().get()).isEqualTo(Mode.SET);
        assertThat(Objects.requireNonNull(model.sets().selectedProperty().get()).name())
                .isEqualTo("December");
        assertThat(model.sets().job()).isPresent();
        model.sets().cancel();
        assertThat(jobs.cancelled).containsExactly(UUID.fromString(FakeSetsApi.JOB));
    }

    @Test
    void whatTheFloorFindsWrongIsToldWithItsFieldAndWhatWasTypedStays() {
        model.open();
        model.sets().begin();
        sets.faults = List.of(new FieldError("/splits", "must sum to 1"));
        model.sets().builder().type(form("November", "", "1"));
        model.sets().builder().build();

        assertThat(told().errors()).extracting(FieldError::pointer).containsExactly("/splits");
        assertThat(model.sets().modeProperty().get()).isEqualTo(Mode.BUILDING);
        assertThat(model.sets().builder().formProperty().get().name()).isEqualTo("November");
    }

    @Test
    void failedGatesAreAnsweredForWithAReason() {
        model.open();
        model.sets().select(sets.sets.get(1));
        model.sets().waive("  ");
        assertThat(sets.waived).isEmpty();

        model.sets().waive("Threats are not trained on.");

        assertThat(sets.waived).containsExactly("Threats are not trained on.");
        assertThat(model.sets().isWaivable()).isFalse();
        assertThat(told().kind()).isEqualTo("waived");
    }

    @Test
    void aSetIsComparedWithTheOneBeforeItAndThenWithEachOther() {
        model.open();
        model.sets().select(sets.sets.get(1));
        model.sets().compare();

        assertThat(model.sets().modeProperty().get()).isEqualTo(Mode.COMPARING);
        assertThat(sets.compared).hasSize(1);
        model.sets().compare();
        assertThat(sets.compared).hasSize(2).doesNotHaveDuplicates();
        model.sets().putAside();
        assertThat(model.sets().modeProperty().get()).isEqualTo(Mode.SET);
    }

    @Test
    void anExportThatIsStoppedGoesOnInTheSameFile() throws Exception {
        model.open();
        model.sets().select(sets.sets.get(1));
        model.sets().export().nextFormat();
        model.sets().nextSplit();
        assertThat(model.sets().export().formatProperty().get()).isEqualTo(ExportFormat.CSV);
        var file = folder.resolve(Objects.requireNonNull(model.sets().fileName()));
        assertThat(file).hasFileName("label-set-ls-2026-11-20-3-test.csv");
        Files.writeString(file, "0123456789");

        model.sets().keep(file);

        var progress = model.sets().export().progressProperty().get();
        assertThat(progress.phase()).isEqualTo(Phase.DONE);
        assertThat(progress.share()).isEqualTo(1);
        assertThat(file).hasContent("0123456789".repeat(10));
        assertThat(sets.exported).containsExactly("ls-2026-11-20-3 csv test");
    }

    @Test
    void labelsFromElsewhereAreAnnouncedAndBroughtFromAFile() throws Exception {
        model.open();
        model.sets().bringIn();
        var file = folder.resolve("rows.jsonl");
        Files.writeString(file, "{\"source\":\"a\"}\n{\"source\":\"b\"}\n");

        model.sets().importing().bring(new CreateLabelImport("Comments", "CC0", 0.5, false), file);

        var progress = Objects.requireNonNull(
                model.sets().importing().filling().progressProperty().get());
        assertThat(progress.added()).isEqualTo(2);
        assertThat(progress.faulty()).isEqualTo(1);
        assertThat(sets.portions).hasSize(1);
        model.sets().importing().withdraw();
        assertThat(told().kind()).isEqualTo("withdrawn");
        assertThat(Objects.requireNonNull(
                                model.sets().importing().selectedProperty().get())
                        .withdrawnAt())
                .isNotNull();
    }

    @Test
    void whatIsReadStaysWhileTheFloorIsAwayAndNothingIsSaidToBeThere() {
        model.open();
        sets.offline = true;
        model.lookAgain();
        assertThat(model.sets().all().stateProperty().get()).isEqualTo(State.READY);

        var late = model(Role.ML);
        late.open();
        assertThat(late.sets().all().stateProperty().get()).isEqualTo(State.OFFLINE);
        sets.offline = false;
        sets.empty = true;
        late.reconnected();
        assertThat(late.sets().all().stateProperty().get()).isEqualTo(State.EMPTY);
    }

    @Test
    void jobsMoveByLiveEventsAndAreLookedAtNowAndThenWhileTheyRun() {
        jobs.jobs.add(FakeJobsApi.job(FakeModelsApi.TRAINING, "training", JobState.RUNNING, 0.1, null));
        model.open();
        model.go(Section.TRAINING);
        int before = jobs.readings;

        model.happened(new LiveEvent(
                "job.progress",
                Map.of(
                        "id",
                        FakeModelsApi.TRAINING,
                        "kind",
                        "training",
                        "state",
                        "RUNNING",
                        "progress",
                        0.6,
                        "message",
                        "Fitting hate",
                        "said",
                        Map.of(
                                "code", "job.fitting",
                                "values", Map.of("of", 3),
                                "names", Map.of("label", "hate")))));

        var job = Objects.requireNonNull(model.trainings().selectedProperty().get());
        assertThat(job.progress()).isEqualTo(0.6);
        assertThat(job.message()).isEqualTo("Fitting hate");
        assertThat(job.said()).isEqualTo(new Phrase("job.fitting", Map.of("of", 3.0), Map.of("label", "hate")));
        assertThat(jobs.readings).isEqualTo(before);
        background.advance(Duration.ofSeconds(6));
        assertThat(jobs.readings).as("an event may have been lost").isGreaterThan(before);
        model.hidden();
        int hidden = jobs.readings;
        background.advance(Duration.ofMinutes(1));
        assertThat(jobs.readings).isEqualTo(hidden);
    }

    private LabelsViewModel model(Role... roles) {
        return new LabelsViewModel(LabelsShots.ports(sets, jobs, models), background, LabelsShots.person(roles));
    }

    private Told told() {
        return Objects.requireNonNull(model.toldProperty().get());
    }

    private static SetForm form(String name, String agreement, String seed) {
        return new SetForm(
                name,
                LocalDate.parse("2026-11-01"),
                LocalDate.parse("2026-11-30"),
                "",
                "en, de",
                "",
                Set.of(),
                agreement,
                List.of("80", "10", "10"),
                "GROUP",
                Set.of("author"),
                "",
                seed,
                Set.of(),
                Set.of());
    }
}
