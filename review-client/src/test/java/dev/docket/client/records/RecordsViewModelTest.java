package dev.docket.client.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.task.ManualClock;
import dev.docket.client.records.EuExport.Phase;
import dev.docket.dto.enforcement.NcmecIncident;
import dev.docket.dto.enforcement.NcmecReportState;
import dev.docket.dto.enforcement.NcmecReportView;
import dev.docket.dto.enforcement.PrepareNcmecReport;
import dev.docket.dto.people.PersonView;
import dev.docket.dto.people.Role;
import dev.docket.dto.problem.FieldError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsViewModelTest {
    private final FakeRecordsApi floor = new FakeRecordsApi();
    private final ManualClock clock = new ManualClock();
    private final InlineBackground background = new InlineBackground(clock);

    @TempDir
    private Path folder;

    RecordsViewModelTest() {
        clock.set(Instant.parse("2026-11-21T10:00:00Z"));
    }

    @Test
    void whoMaySeeWhatIsAsTheFloorHasIt() {
        assertThat(model(Role.SENIOR, Role.MODERATOR).sections()).containsExactly(Section.NCMEC);
        assertThat(model(Role.POLICY).sections()).containsExactly(Section.TRANSPARENCY);
        assertThat(model(Role.ADMIN).sections()).containsExactly(Section.TRANSPARENCY, Section.EXPORT);
        assertThat(model(Role.SUPERVISOR).sections()).containsExactly(Section.values());
    }

    @Test
    void theLastMonthIsReadFirstAndThenWhatIsUsuallyAskedFor() {
        var model = supervisor();
        assertThat(floor.asked.getLast()).isEqualTo(period("2026-10-01", "2026-10-31"));
        model.nextStretch();
        assertThat(floor.asked.getLast()).isEqualTo(period("2026-07-01", "2026-09-30"));
        model.nextStretch();
        assertThat(floor.asked.getLast()).isEqualTo(period("2026-01-01", "2026-06-30"));
        model.nextStretch();
        assertThat(floor.asked.getLast()).isEqualTo(period("2025-01-01", "2025-12-31"));
        model.nextStretch();
        assertThat(floor.asked.getLast()).isEqualTo(period("2026-11-01", "2026-11-21"));
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsAsksNothing() {
        var model = supervisor();
        model.choose(period("2026-10-02", "2026-10-01"));
        assertThat(floor.asked).hasSize(1);
        assertThat(told(model).kind()).isEqualTo("period");
        model.go(Section.EXPORT);
        assertThat(model.fileName()).isNull();
    }

    @Test
    void figuresAreKeptAsTheFloorHasThem() throws IOException {
        var model = supervisor();
        assertThat(model.fileName()).isEqualTo("transparency-2026-10-01-2026-10-31.csv");
        var file = folder.resolve("figures.csv");
        model.keep(file);
        assertThat(file).hasContent("section,value\r\n");
        assertThat(told(model).kind()).isEqualTo("kept");

        floor.empty = true;
        model.lookAgain();
        assertThat(model.transparency().stateProperty().get()).isEqualTo(State.EMPTY);
        assertThat(model.fileName()).isNull();
        floor.offline = true;
        model.lookAgain();
        assertThat(model.transparency().stateProperty().get()).isEqualTo(State.OFFLINE);
    }

    @Test
    void anExportIsAFileABatchAndAManifestOfThem() throws IOException {
        var model = exporting();
        var to = folder.resolve(Objects.requireNonNull(model.fileName()));
        model.keep(to);

        assertThat(progress(model).phase()).isEqualTo(Phase.DONE);
        assertThat(progress(model).statements()).isEqualTo(240);
        assertThat(to.resolve("statements-0003.json")).hasContent("{\"statements\":[3]}");
        assertThat(Files.readString(to.resolve("manifest.json")))
                .contains("\"complete\": true", "\"statements\": 240", "\"from\": \"2026-10-01T00:00:00Z\"")
                .contains("\"to\": \"2026-11-01T00:00:00Z\"")
                .containsPattern("\"sha256\": \"[0-9a-f]{64}\"");
    }

    @Test
    void anExportIsStoppedBetweenTwoBatchesAndSaysThatItIsNotComplete() throws IOException {
        var model = exporting();
        background.hold();
        model.keep(folder.resolve("stopped"));
        model.putAside();
        background.release();

        assertThat(progress(model).phase()).isEqualTo(Phase.STOPPED);
        assertThat(progress(model).batches()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("stopped/manifest.json"))).contains("\"complete\": false");
    }

    @Test
    void whatTheDatabaseWouldRefuseIsNamedAndCanBeLeftOut() {
        floor.incomplete = true;
        var model = exporting();
        model.keep(folder.resolve("first"));
        assertThat(progress(model).phase()).isEqualTo(Phase.INCOMPLETE);
        assertThat(progress(model).faults())
                .extracting(FieldError::pointer)
                .containsExactly("/statements/d-17/category");

        model.export().skip(true);
        model.keep(folder.resolve("second"));
        assertThat(progress(model).phase()).isEqualTo(Phase.DONE);
        model.keep(folder.resolve("second"));
        assertThat(progress(model).phase()).as("two exports are never mixed").isEqualTo(Phase.BROKEN);
    }

    @Test
    void aReportIsReadOnlyWhenSomebodyAsks() throws IOException {
        var model = reports();
        assertThat(floor.readings).isZero();
        model.reports().preview();
        assertThat(model.reports().documentProperty().get()).contains("<report>");
        assertThat(floor.readings).isEqualTo(1);

        model.keep(folder.resolve("report.xml"));
        assertThat(Files.readString(folder.resolve("report.xml"))).contains("incidentType");
        model.hidden();
        assertThat(model.reports().documentProperty().get()).isNull();
    }

    @Test
    void whoPreparedAReportCannotReleaseIt() {
        var model = reports();
        model.reports().begin();
        model.reports().prepare(new PrepareNcmecReport(null, "i1", NcmecIncident.ONLINE_ENTICEMENT, null, false, null));
        assertThat(selected(model).id()).isEqualTo("r4");
        assertThat(model.reports().preparingProperty().get()).isFalse();

        model.reports().release();
        assertThat(selected(model).state()).isEqualTo(NcmecReportState.PREPARED);
        model.reports().select(floor.reports.get(1));
        model.reports().release();
        assertThat(selected(model).state()).isEqualTo(NcmecReportState.READY);
        model.reports().filed(" 4711 ");
        assertThat(selected(model).state()).isEqualTo(NcmecReportState.FILED);
        model.reports().withdraw();
        assertThat(selected(model).state()).as("filed is filed").isEqualTo(NcmecReportState.FILED);
    }

    @Test
    void aRefusalIsSaidAndWhatWasTypedStays() {
        var model = reports();
        model.reports().begin();
        floor.refuses = "report-not-ready";
        model.reports().prepare(new PrepareNcmecReport(null, "i1", NcmecIncident.ONLINE_ENTICEMENT, null, null, null));
        assertThat(told(model).slug()).isEqualTo("report-not-ready");
        assertThat(model.reports().preparingProperty().get()).isTrue();
    }

    @Test
    void reportsFollowWhatOthersDo() {
        var model = reports();
        model.reports().select(floor.reports.get(1));
        floor.reports.removeFirst();
        model.happened(new LiveEvent("report.changed", Map.of()));
        assertThat(model.reports().allProperty().get()).hasSize(2);
        assertThat(selected(model).id()).isEqualTo("r2");
    }

    private RecordsViewModel reports() {
        var model = supervisor();
        model.go(Section.NCMEC);
        return model;
    }

    private RecordsViewModel exporting() {
        var model = supervisor();
        model.go(Section.EXPORT);
        return model;
    }

    private RecordsViewModel supervisor() {
        var model = model(Role.SUPERVISOR);
        model.open();
        return model;
    }

    private RecordsViewModel model(Role... roles) {
        return new RecordsViewModel(floor, background, clock, person(roles));
    }

    static PersonView person(Role... roles) {
        return new PersonView(
                FakeRecordsApi.ME,
                "sue",
                "Sue Pervisor",
                Set.of(roles),
                List.of(),
                List.of("*"),
                List.of("*"),
                Map.of());
    }

    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static EuExport.Progress progress(RecordsViewModel model) {
        return model.export().progressProperty().get();
    }

    private static Told told(RecordsViewModel model) {
        return Objects.requireNonNull(model.toldProperty().get());
    }

    private static NcmecReportView selected(RecordsViewModel model) {
        return Objects.requireNonNull(model.reports().selectedProperty().get());
    }
}
