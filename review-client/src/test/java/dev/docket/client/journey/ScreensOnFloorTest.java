package dev.docket.client.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.docket.client.api.Floor;
import dev.docket.client.api.HttpAppealsApi;
import dev.docket.client.api.HttpCareApi;
import dev.docket.client.api.HttpCoachingApi;
import dev.docket.client.api.HttpFiltersApi;
import dev.docket.client.api.HttpInsightsApi;
import dev.docket.client.api.HttpJobsApi;
import dev.docket.client.api.HttpLabelSetsApi;
import dev.docket.client.api.HttpModelsApi;
import dev.docket.client.api.HttpPeopleApi;
import dev.docket.client.api.HttpPoliciesApi;
import dev.docket.client.api.HttpQuestionsApi;
import dev.docket.client.api.HttpRecordsApi;
import dev.docket.client.api.HttpReviewApi;
import dev.docket.client.api.HttpSearchApi;
import dev.docket.client.api.HttpSessionApi;
import dev.docket.client.api.HttpSupervisorApi;
import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.portion.Portion;
import dev.docket.client.insights.Question;
import dev.docket.client.labels.sets.ExportFormat;
import dev.docket.client.records.Period;
import dev.docket.client.search.SearchApi;
import dev.docket.dto.care.CareSettings;
import dev.docket.dto.enforcement.NoticePreview;
import dev.docket.dto.filter.BankPurpose;
import dev.docket.dto.filter.FilterEffect;
import dev.docket.dto.filter.HashKind;
import dev.docket.dto.filter.HashState;
import dev.docket.dto.filter.ImportProgress;
import dev.docket.dto.filter.NewBlocklist;
import dev.docket.dto.filter.NewHashBank;
import dev.docket.dto.labels.CreateLabelImport;
import dev.docket.dto.labels.CreateLabelSet;
import dev.docket.dto.labels.LabelImportView;
import dev.docket.dto.labels.LabelSetState;
import dev.docket.dto.labels.LabelSetView;
import dev.docket.dto.models.ModelState;
import dev.docket.dto.models.TrainRequest;
import dev.docket.dto.people.Session;
import dev.docket.dto.people.SignIn;
import dev.docket.dto.problem.FieldError;
import dev.docket.dto.quality.CreateCalibration;
import dev.docket.dto.quality.CreateGoldenItem;
import dev.docket.dto.quality.GoldenItemView;
import dev.docket.dto.queue.AskRequest;
import dev.docket.dto.queue.ClaimRequest;
import dev.docket.dto.queue.Colleague;
import dev.docket.dto.queue.HoldRequest;
import dev.docket.dto.queue.ReassignRequest;
import dev.docket.dto.review.EscalateRequest;
import dev.docket.dto.review.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What each screen reads when it opens, read from the real floor: a path that the floor does not know, a parameter
/// that gets lost, a field that one side names otherwise, each shows here and not before a supervisor.
class ScreensOnFloorTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String IMPORTED = """
            {"source":"elsewhere","externalId":"1","text":"You absolute fool","labels":{"toxicity":1}}
            {"source":"elsewhere","externalId":"2","text":"What a lovely day","labels":{"toxicity":0}}
            {"source":"elsewhere","externalId":"3","text":"","labels":{"toxicity":0}}
            """;

    @TempDir
    static Path home;

    private static FloorProcess process;

    @BeforeAll
    static void open() throws Exception {
        process = FloorProcess.start(home);
        submit("forum", "screens-1", "You are a stupid idiot, shut up, nobody wants you here.");
        submit("chat", "screens-2", "Shut your mouth you worthless moron, you are garbage and everyone hates you.");
    }

    private static void submit(String source, String externalId, String text) throws Exception {
        var item = JSON.createObjectNode()
                .put("source", source)
                .put("externalId", externalId)
                .put("text", text)
                .put("language", "en");
        process.post("/api/v1/items?wait=true", FloorProcess.KEY, item);
    }

    @AfterAll
    static void close() throws Exception {
        process.close();
    }

    @Test
    void theSupervisorScreenReadsTheFloorAndItsQuality() throws Exception {
        var api = new HttpSupervisorApi(floorOf("super"));

        assertThat(api.floor().queues()).anyMatch(queue -> queue.waiting() > 0);
        assertThat(api.quality().alerts()).isEmpty();
        assertThat(api.takeNext()).isEmpty();
        assertThat(api.forecast().weeks()).isZero();
        assertThat(api.proposals()).isEmpty();
        api.promise("spam", 90);
        assertThat(api.floor().queues())
                .anyMatch(queue ->
                        queue.key().equals("spam") && Integer.valueOf(90).equals(queue.targetMinutes()));
    }

    @Test
    void theAppealsScreenReadsTheBoardInTheZoneOfTheDesk() throws Exception {
        var api = new HttpAppealsApi(floorOf("senior"));

        var board = api.board(ZoneId.of("America/Argentina/Buenos_Aires"));

        assertThat(board.counts().later()).isZero();
        assertThat(board.appeals()).isEmpty();
    }

    @Test
    void theSearchScreenFindsByWordsAndFiltersAndOpensWhatItFound() throws Exception {
        var api = new HttpSearchApi(floorOf("super"));

        var found = api.search(wordsOf("stupid idiot", "forum")).items();

        assertThat(found).hasSize(1);
        assertThat(api.item(found.getFirst().itemId()).externalId()).isEqualTo("screens-1");
        assertThat(api.search(wordsOf("stupid idiot", "elsewhere")).items()).isEmpty();
    }

    @Test
    void thePoliciesScreenReadsPoliciesTheirVersionsAndTheSwitch() throws Exception {
        var api = new HttpPoliciesApi(floorOf("policy"));

        var policy = api.all().getFirst();

        assertThat(api.one(policy.key()).version()).isEqualTo(policy.version());
        assertThat(api.versions(policy.key())).hasSize(1);
        assertThat(api.killSwitch().changedBy()).isNull();
    }

    @Test
    void thePeopleScreenReadsAccountsKeysTheAuditTrailAndHealth() throws Exception {
        var api = new HttpPeopleApi(floorOf("admin"));

        assertThat(api.accounts()).anyMatch(account -> account.username().equals("mod1"));
        assertThat(api.keys()).hasSize(1);
        assertThat(api.audit(null).items()).isNotEmpty();
        assertThat(api.verify().valid()).isTrue();
        assertThat(api.health()).isNotNull();
    }

    @Test
    void theSectionsOfFiltersAreFilledTriedAndSwitched() throws Exception {
        var api = new HttpFiltersApi(floorOf("admin"));
        assertThat(api.policies()).isNotEmpty();
        var list = api.makeList(new NewBlocklist("garden", "a journey", null, FilterEffect.SIGNAL, null, null));
        var filled = api.fillList(list.id(), new Portion("text/csv", "term,allowed\nzucchini,\n?!,\n", 0, 1, true));
        assertThat(filled.added()).isEqualTo(1);
        assertThat(filled.faults()).extracting(ImportProgress.Fault::line).containsExactly(3L);
        assertThat(api.tryText("the z.u.c.c.h.i.n.i", null).matches().getFirst().start())
                .isEqualTo(4);
        var term = api.terms(list.id(), null).items().getFirst();
        api.switchTerm(list.id(), term.id(), false);
        assertThat(api.tryText("zucchini", null).matches()).isEmpty();
        api.deleteTerm(list.id(), term.id());
        assertThat(api.switchList(list.id(), false).enabled()).isFalse();
        api.deleteList(list.id());
        assertThat(api.lists()).noneMatch(one -> one.id().equals(list.id()));

        var bank = api.makeBank(
                new NewHashBank("journey", "a journey", BankPurpose.HARMFUL, FilterEffect.REVIEW, null, null));
        String hash = "d41d8cd98f00b204e9800998ecf8427e";
        api.fillBank(bank.id(), new Portion("text/plain", hash, 0, 1, true), HashKind.MD5);
        assertThat(api.findHashes(hash)).hasSize(1);
        var entry = api.hashes(bank.id(), HashState.ENABLED, null).items().getFirst();
        api.switchHash(bank.id(), entry.id(), false);
        assertThat(api.hashes(bank.id(), HashState.ENABLED, null).items()).isEmpty();
        api.deleteHash(bank.id(), entry.id());
        assertThat(api.switchBank(bank.id(), false).enabled()).isFalse();
        api.deleteBank(bank.id());
    }

    @Test
    void theRecordsScreenReadsFiguresStatementsAndReports() throws Exception {
        var api = new HttpRecordsApi(floorOf("super"));
        var today = LocalDate.now(ZoneOffset.UTC);
        var period = new Period(today.minusDays(30), today);

        assertThat(api.transparency(period).from()).isEqualTo(period.begins());
        assertThat(api.transparencyCsv(period)).startsWith("section,policy");
        assertThat(api.statements(period, null, true).next()).isNull();
        assertThat(api.reports(null).items()).isEmpty();
    }

    @Test
    void theSupervisorSettlesAnItemReadsOnePersonsQualityAndReassignsATask() throws Exception {
        var api = new HttpSupervisorApi(floorOf("super"));
        var search = new HttpSearchApi(floorOf("super"));
        var item = search.search(wordsOf("worthless moron", "chat"))
                .items()
                .getFirst()
                .itemId();
        search.makeGolden(new CreateGoldenItem(item, Outcome.APPROVE, null, null, "For the test of the screens"));

        var golden = api.goldenItems();
        assertThat(golden).extracting(GoldenItemView::itemId).containsExactly(item);
        assertThat(api.calibrations()).isEmpty();
        assertThatThrownBy(() -> api.calibrate(new CreateCalibration("Alone", List.of(item), List.of("mod1"))))
                .isInstanceOf(ApiProblem.class);
        api.retire(golden.getFirst().id());
        assertThat(api.goldenItems()).isEmpty();

        var mod1 = signIn("mod1").person().id();
        assertThat(api.quality(mod1).judged()).isZero();
        assertThatThrownBy(() -> api.send(mod1, item, "There is no such card"))
                .isInstanceOfSatisfying(
                        ApiProblem.class, refusal -> assertThat(refusal.slug()).isEqualTo("not-found"));
        var waiting = search.whereabouts(item).tasks().getFirst();
        assertThat(api.receivers(waiting.taskId(), "")).isNotEmpty();
        assertThat(api.queues()).anyMatch(queue -> queue.key().equals("hate"));
        api.reassign(waiting.taskId(), new ReassignRequest(null, "For anybody"));
        assertThat(search.whereabouts(item).tasks().getFirst().holder()).isNull();
    }

    @Test
    void theInsightsScreenReadsEveryQuestionOfEveryRole() throws Exception {
        for (String name : new String[] {"mod1", "senior", "super", "policy", "ml", "admin"}) {
            var session = signIn(name);
            var api = new HttpInsightsApi(anonymous().as(session.accessToken()));
            for (var question : Question.of(session.person())) {
                assertThat(api.panel(question.id(), 7).panel()).isEqualTo(question.id());
            }
        }
        assertThat(new HttpInsightsApi(floorOf("super")).panel("queue-ages", 7).figures())
                .anyMatch(figure -> figure.of() > 0);
    }

    @Test
    void aModeratorReadsTheirExposureAndTheirCoaching() throws Exception {
        var session = signIn("mod1");
        var floor = anonymous().as(session.accessToken());

        var care = new HttpCareApi(floor);
        assertThat(care.exposure().capReached()).isFalse();
        care.keep(new CareSettings(true, 45, 9000));
        assertThat(care.exposure().dailyCap()).isEqualTo(9000);
        assertThat(new HttpCoachingApi(floor, session.person().id()).own().cards())
                .isEmpty();
    }

    @Test
    void aModeratorAsksAColleagueWhoAnswersAtTheirOwnDesk() throws Exception {
        var asker = floorOf("mod1");
        var review = new HttpReviewApi(asker);
        var task = review.claim(new ClaimRequest(null, 1)).getFirst();

        assertThat(review.colleagues(task.id(), "mod2"))
                .extracting(Colleague::username)
                .containsExactly("mod2");
        var notice = review.notice(task.id(), new NoticePreview(Outcome.APPROVE, null, null, null, "de-AT"));
        assertThat(notice.language()).isEqualTo("de");
        assertThat(notice.sections()).isNotEmpty();
        review.ask(task.id(), new AskRequest("mod2", "Is this meant in jest?"));
        var until = Instant.now().plus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.MILLIS);
        assertThat(review.hold(task.id(), new HoldRequest(task.lease().number(), until, null))
                        .until())
                .isEqualTo(until);
        assertThat(review.looking(task.item().id()).others()).isEmpty();

        var answering = new HttpQuestionsApi(floorOf("mod2"));
        var question = answering.mine().toAnswer().getFirst();
        assertThat(question.item().text()).isEqualTo(task.item().text());
        answering.answer(question.id(), "No, see the thread.");

        assertThat(answering.mine().toAnswer()).isEmpty();
        assertThat(review.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.answer()).isEqualTo("No, see the thread."));
        review.escalate(
                task.id(),
                new EscalateRequest(task.lease().number(), new EscalateRequest.Target(null, "senior"), "Yours?", null));
        assertThat(new HttpReviewApi(floorOf("senior")).claim(new ClaimRequest(null, 1)))
                .singleElement()
                .satisfies(received -> {
                    assertThat(received.id()).isEqualTo(task.id());
                    assertThat(received.note()).isEqualTo("Yours?");
                });
    }

    @Test
    void theLabelsScreenBuildsLooksIntoComparesAndExportsASetAndTakesLabelsIn() throws Exception {
        var floor = floorOf("ml");
        var api = new HttpLabelSetsApi(floor);
        var jobs = new HttpJobsApi(floor);

        var imported = api.announce(new CreateLabelImport("Of the journey", "CC0-1.0", 1.0, false));
        var rows = api.fill(imported.id(), new Portion(Portion.NDJSON, IMPORTED, 0, 1, true));
        assertThat(rows.added()).isEqualTo(2);
        assertThat(rows.faults()).extracting(ImportProgress.Fault::line).containsExactly(3L);
        assertThat(api.imports())
                .extracting(LabelImportView::name, LabelImportView::rows)
                .containsExactly(tuple("Of the journey", 2L));

        var request = setOf("Of the journey", imported.id());
        assertThat(api.preview(request).figures().labels()).containsKey("toxicity");
        var made = awaitBuilt(api, api.create(request).version());
        assertThat(made.state()).isEqualTo(LabelSetState.READY);
        assertThat(made.job()).as("a small set is built at once").isNull();
        assertThat(jobs.jobs()).noneMatch(job -> job.kind().equals("label-set"));
        assertThat(api.card(made.version())).contains("Of the journey");
        assertThat(api.gates(made.version()).gates()).isNotEmpty();
        var again =
                awaitBuilt(api, api.create(setOf("Once more", imported.id())).version());
        assertThat(api.compare(made.version(), again.version()).first()).isEqualTo(made.version());
        for (var format : ExportFormat.values()) {
            var file = home.resolve("set." + format.key());
            assertThat(api.export(made.version(), format, null, file, (moved, all) -> true))
                    .isTrue();
            assertThat(file).isNotEmptyFile();
        }
        assertThatThrownBy(() -> api.create(setOf("", imported.id())))
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        refusal -> assertThat(refusal.problem().errors())
                                .extracting(FieldError::pointer)
                                .contains("/name"));
        api.withdraw(imported.id());
        assertThat(api.imports()).allMatch(one -> one.withdrawnAt() != null);
    }

    private static CreateLabelSet setOf(String name, String imported) {
        return new CreateLabelSet(
                name, null, null, null, null, null, null, null, null, null, null, null, null, null, List.of(imported));
    }

    private static LabelSetView awaitBuilt(HttpLabelSetsApi api, String version) throws Exception {
        var deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(deadline)) {
            var set = api.sets(null).items().stream()
                    .filter(one -> one.version().equals(version))
                    .findFirst()
                    .orElseThrow();
            if (set.state() != LabelSetState.BUILDING) {
                return set;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(version + " is not built");
    }

    @Test
    void theLabelsScreenReadsModelsAndWhatIsKnownOfThem() throws Exception {
        for (String person : new String[] {"ml", "super", "admin"}) {
            var api = new HttpModelsApi(floorOf(person));
            var champion = api.models().stream()
                    .filter(one ->
                            one.state() == ModelState.CHAMPION && one.kind().equals("heads"))
                    .findFirst()
                    .orElseThrow();
            assertThatThrownBy(() -> api.run(champion.version()))
                    .as("it was not trained here")
                    .isInstanceOfSatisfying(
                            ApiProblem.class,
                            refusal -> assertThat(refusal.slug()).isEqualTo("not-found"));
            assertThatThrownBy(() -> api.evaluation(champion.version()))
                    .as("it was not evaluated here")
                    .isInstanceOfSatisfying(
                            ApiProblem.class,
                            refusal -> assertThat(refusal.slug()).isEqualTo("not-found"));
        }
        var api = new HttpModelsApi(floorOf("ml"));
        assertThatThrownBy(() -> api.train(new TrainRequest("none", null, "x", null, null, null, null, null)))
                .isInstanceOf(ApiProblem.class);
        assertThat(new HttpJobsApi(floorOf("super")).jobs()).isNotNull();
    }

    @Test
    void theLabelsScreenReadsReleaseAndWatching() throws Exception {
        for (String person : new String[] {"ml", "super", "admin"}) {
            var api = new HttpModelsApi(floorOf(person));
            String champion = api.models().stream()
                    .filter(one ->
                            one.state() == ModelState.CHAMPION && one.kind().equals("heads"))
                    .findFirst()
                    .orElseThrow()
                    .version();
            assertThat(api.compared(champion).version()).isEqualTo(champion);
            assertThat(api.gates(champion).version()).isEqualTo(champion);
            assertThat(api.drift().modelVersion()).isEqualTo(champion);
            for (String panel :
                    new String[] {"degradation", "anchoring", "exploration", "fairness", "fairness-appeals"}) {
                assertThat(api.panel(panel, 7).panel()).isEqualTo(panel);
            }
        }
        var api = new HttpModelsApi(floorOf("ml"));
        assertThat(api.measureDrift().kind()).isEqualTo("drift");
        assertThat(api.rescore().kind()).isEqualTo("rescoring");
        assertThatThrownBy(() -> api.shadow("none")).isInstanceOf(ApiProblem.class);
        assertThatThrownBy(() -> api.settle("none")).isInstanceOf(ApiProblem.class);
    }

    private static SearchApi.Query wordsOf(String words, String source) {
        return new SearchApi.Query(
                words, null, source, null, null, Instant.parse("2020-01-01T00:00:00Z"), null, null, null);
    }

    private static Floor floorOf(String person) throws Exception {
        return anonymous().as(signIn(person).accessToken());
    }

    private static Session signIn(String person) throws Exception {
        return new HttpSessionApi(anonymous()).signIn(new SignIn(person, "docket-demo"));
    }

    private static Floor anonymous() {
        return Floor.at(process.address(), new Unwatched());
    }

    private static final class Unwatched implements Floor.Watcher {
        @Override
        public void reached() {}

        @Override
        public void unreachable() {}

        @Override
        public void signedOut() {}
    }
}
