package dev.docket.client.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.docket.client.common.portion.Import;
import dev.docket.client.common.portion.Portion;
import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.people.FilterSection.Side;
import dev.docket.dto.filter.BankPurpose;
import dev.docket.dto.filter.FilterEffect;
import dev.docket.dto.filter.HashKind;
import dev.docket.dto.filter.HashState;
import dev.docket.dto.filter.HashView;
import dev.docket.dto.filter.ImportProgress;
import dev.docket.dto.filter.NewBlocklist;
import dev.docket.dto.filter.NewHashBank;
import dev.docket.dto.problem.FieldError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilterSectionTest {
    private final FakeFiltersApi floor = new FakeFiltersApi();
    private final InlineBackground background = new InlineBackground();
    private final PeopleViewModel model = new PeopleViewModel(new FakePeopleApi(), floor, background);
    private final Banks banks = model.banks();

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        model.open();
        model.go(Section.BANKS);
    }

    @Test
    void theFirstBankIsSelectedAndItsHashesAreRead() {
        assertThat(selected()).isEqualTo("b1");
        assertThat(banks.entriesProperty().get()).hasSize(3);
        banks.nextState();
        banks.nextState();
        banks.nextState();
        assertThat(floor.lastState).isEqualTo(HashState.QUARANTINED);
        assertThat(banks.entriesProperty().get()).extracting(HashView::id).containsExactly("1");
        banks.nextState();
        assertThat(floor.lastState).isNull();
    }

    @Test
    void aHashInQuarantineIsReleasedAndStaysSelectable() {
        banks.selectEntry(floor.hashes.getFirst());
        banks.toggleEntry();

        assertThat(floor.hashes.getFirst().state()).isEqualTo(HashState.ENABLED);
        assertThat(notice().kind()).isEqualTo("entry-on");
        banks.selectEntry(floor.hashes.getFirst());
        banks.deleteEntry();
        assertThat(floor.hashes).hasSize(2);
    }

    @Test
    void aBankIsSwitchedOffAndDeletedWhenAskedTwice() {
        banks.toggle();
        assertThat(floor.banks.getFirst().enabled()).isFalse();

        banks.delete();
        banks.select(floor.banks.get(1));
        assertThat(banks.sureProperty().get()).as("sure of that one only").isFalse();
        banks.delete();
        banks.delete();
        assertThat(floor.banks).hasSize(2);
        assertThat(notice().kind()).isEqualTo("filter-deleted");
    }

    @Test
    void aBankIsMadeAndItsFaultsAreNamed() {
        banks.show(Side.NEW);
        floor.refuses = true;
        banks.make(bank(""));
        assertThat(notice().errors()).extracting(FieldError::pointer).containsExactly("/name");
        assertThat(banks.sideProperty().get()).isEqualTo(Side.NEW);

        floor.refuses = false;
        banks.make(bank("new"));
        assertThat(selected()).isEqualTo("b9");
        assertThat(banks.sideProperty().get()).isEqualTo(Side.FILL);
    }

    @Test
    void aFileGoesInPortionByPortionWithTheLinesOfItsFaults() throws IOException {
        banks.assume(HashKind.PDQ);
        banks.fill(file("hashes.csv", "hash,label\n" + "aa,x\n".repeat(5_000) + "bad,y\n"));

        assertThat(floor.portions).hasSize(2);
        assertThat(floor.portions).allMatch(portion -> portion.body().startsWith("hash,label\n"));
        assertThat(floor.lastAssumed).isEqualTo(HashKind.PDQ);
        var progress = progress();
        assertThat(progress.state()).isEqualTo(Import.State.DONE);
        assertThat(progress.share()).isEqualTo(1);
        assertThat(progress.faults()).extracting(ImportProgress.Fault::line).containsExactly(5_002L);
    }

    @Test
    void aFileOfOneLineFillsNoMemory() throws IOException {
        banks.fill(file("hashes.txt", "a".repeat(1_000_000)));
        assertThat(floor.portions.getFirst().body()).hasSizeLessThan(11_000);
    }

    @Test
    void aDocumentGoesInByTheEntriesOfItsList() throws IOException {
        banks.fill(file("exchange.json", """
                {"paging": {"next": "https://example.org/next"}, "tags": ["not", "these"],
                 "data": [
                  {"id": "1", "raw_indicator": "aa", "type": "HASH_PDQ",
                   "owner": {"name": "An exchange"}},
                  {"indicator": "bad", "type": "HASH_MD5"}
                 ], "more": []}
                """));

        assertThat(floor.portions)
                .extracting(Portion::type, Portion::body)
                .containsExactly(tuple("application/x-ndjson", """
                        {"id":"1","raw_indicator":"aa","type":"HASH_PDQ","owner":{"name":"An exchange"}}
                        {"indicator":"bad","type":"HASH_MD5"}
                        """));
        assertThat(progress().state()).isEqualTo(Import.State.DONE);
        assertThat(progress().list()).isTrue();
        assertThat(progress().faults()).extracting(ImportProgress.Fault::line).containsExactly(2L);
    }

    @Test
    void aLargeDocumentGoesInPortions() throws IOException {
        banks.fill(file("exchange.json", "[\"aa\"" + ",{\"hash\":\"aa\"}".repeat(6_000) + "]"));

        assertThat(floor.portions).hasSize(2);
        assertThat(floor.portions.getFirst().body()).startsWith("\"aa\"\n{\"hash\":\"aa\"}\n");
        assertThat(floor.portions.getFirst().share()).isBetween(0.7, 0.95);
        assertThat(floor.portions.getLast().firstLine()).isEqualTo(5_000);
        assertThat(progress().lines()).isEqualTo(6_001);
    }

    @Test
    void anObjectALineIsNoDocumentWhateverItsFileIsCalled() throws IOException {
        String lines = "{\"hash\":\"aa\",\"tags\":[{\"text\":\"x\"}]}\n{\"hash\":\"bb\"}\n";
        banks.fill(file("hashes.json", lines));

        assertThat(floor.portions).extracting(Portion::body).containsExactly(lines);
        assertThat(progress().list()).isFalse();
    }

    @Test
    void ofADocumentCutShortWhatCameBeforeStays() throws IOException {
        banks.fill(file("exchange.json", "{\"data\": [{\"hash\": \"aa\"}, {\"hash\": \"b"));

        assertThat(floor.portions).extracting(Portion::body).containsExactly("{\"hash\":\"aa\"}\n");
        assertThat(progress().state()).isEqualTo(Import.State.BROKEN);
        assertThat(progress().added()).isEqualTo(1);
    }

    @Test
    void anImportIsStoppedBetweenTwoPortions() throws IOException {
        background.hold();
        banks.fill(file("hashes.txt", "aa\n".repeat(12_000)));
        banks.filling().stop();
        background.release();

        assertThat(floor.portions).hasSize(1);
        assertThat(progress().state()).isEqualTo(Import.State.STOPPED);
        assertThat(progress().share()).isBetween(0.3, 0.5);
    }

    @Test
    void anImportThatBreaksSaysWhatStays() throws IOException {
        floor.offline = true;
        banks.fill(file("hashes.txt", "aa\n"));
        assertThat(progress().state()).isEqualTo(Import.State.BROKEN);
    }

    @Test
    void oneEntryIsPutInOrRefusedInTheFloorsWords() {
        banks.put(Map.of("hash", "ab\"c"));
        assertThat(floor.portions.getFirst().body()).isEqualTo("hash\n\"ab\"\"c\"\n");
        assertThat(notice().kind()).isEqualTo("entry-added");

        banks.put(Map.of("hash", "bad"));
        assertThat(notice().kind()).isEqualTo("entry-faulty");
        assertThat(notice().errors().getFirst().detail()).contains("hexadecimal");
    }

    @Test
    void aHashIsFoundInEveryBank() {
        banks.find(" ");
        assertThat(banks.foundProperty().get()).isNull();
        banks.find("ab12");
        assertThat(banks.foundProperty().get()).hasSize(1);
    }

    @Test
    void aTextIsTriedAndShowsWhere() {
        model.go(Section.LISTS);
        model.lists().tryText("get fr33 crypt0 now", "");

        var tried = Objects.requireNonNull(model.lists().triedProperty().get());
        assertThat(tried.matches().getFirst().start()).isEqualTo(4);
        model.lists().make(new NewBlocklist("new", "us", null, FilterEffect.SIGNAL, null, null));
        assertThat(floor.lists).hasSize(4);
        model.lists().readOlder();
        assertThat(model.lists().entriesProperty().get()).hasSize(6);
    }

    @Test
    void whatIsShownIsReadAnewWhenItChangedAndNothingElse() {
        banks.select(floor.banks.get(1));
        floor.banks.removeFirst();
        model.happened(new LiveEvent("person.changed", Map.of()));
        assertThat(banks.allProperty().get()).hasSize(3);

        model.happened(new LiveEvent("filter.changed", Map.of()));
        assertThat(banks.allProperty().get()).hasSize(2);
        assertThat(selected()).isEqualTo("b2");

        model.hidden();
        floor.banks.removeFirst();
        model.happened(new LiveEvent("filter.changed", Map.of()));
        assertThat(banks.allProperty().get()).hasSize(2);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static NewHashBank bank(String name) {
        return new NewHashBank(name, "us", BankPurpose.HARMFUL, FilterEffect.REVIEW, null, null);
    }

    private String selected() {
        return Objects.requireNonNull(banks.selectedProperty().get()).id();
    }

    private Import.Progress progress() {
        return Objects.requireNonNull(banks.filling().progressProperty().get());
    }

    private PeopleViewModel.Notice notice() {
        return Objects.requireNonNull(model.noticeProperty().get());
    }
}
