package dev.docket.backend.precedents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.intake.Items;
import dev.docket.backend.models.ServingModel;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Printed;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Scanner;
import java.util.UUID;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Near-duplicates that wait, over HTTP.
@FloorTest
class WavesTest {
    private static final String APPROVE = "{\"outcome\":\"APPROVE\"}";
    private static final String SPAM =
            "{\"outcome\":\"VIOLATION\",\"violations\":[{\"policy\":\"spam\",\"severity\":1}]}";
    private static final String CRITICAL =
            "{\"outcome\":\"VIOLATION\",\"violations\":[{\"policy\":\"violence\",\"severity\":4}]}";

    @Autowired
    private FloorClient floor;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Items items;

    @Autowired
    private ServingModel model;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    private FloorClient senior;
    private FloorClient other;
    private UUID firstPerson;
    private UUID secondPerson;

    @BeforeEach
    void prepare() {
        var sen = TestCallers.person("sen", Role.SENIOR);
        var sue = TestCallers.person("sue", Role.SUPERVISOR);
        firstPerson = sen.id();
        secondPerson = sue.id();
        senior = floor.as(sen.token());
        other = floor.as(sue.token());
    }

    @Test
    void nearDuplicatesThatWaitAreOneWave() {
        wave(4);
        Tasks.item("The library opens at nine on weekdays.");

        var waves = senior.get("/api/v1/waves").json().path("items");

        assertThat(waves).hasSize(1);
        assertThat(waves.path(0).path("state").asString()).isEqualTo("WAITING");
        assertThat(waves.path(0).path("size").asInt()).isEqualTo(4);
        var wave = senior.get("/api/v1/waves/" + waves.path(0).path("id").asString())
                .json();
        assertThat(wave.path("members")).hasSize(4);
        assertThat(wave.path("members").path(0).path("similarity").asDouble()).isEqualTo(1.0);
        assertThat(wave.path("approvalNeeded").asBoolean()).isFalse();
    }

    @Test
    void whatSomebodyHoldsIsInNoWave() {
        wave(3);
        other.post("/api/v1/claims", "{}");
        assertThat(senior.get("/api/v1/waves").json().path("items")).isEmpty();
    }

    @Test
    void everyMemberButTheExceptionsGetsADecisionOfItsOwn() {
        wave(4);
        String id = first();
        var decided = decide(id, ",\"except\":[\"" + id + "\"]");

        assertThat(decided.status()).isEqualTo(201);
        assertThat(decided.json().path("wave").path("state").asString()).isEqualTo("DECIDED");
        assertThat(decided.json().path("wave").path("decided").asInt()).isEqualTo(3);
        assertThat(count("decision WHERE kind = 'WAVE' AND outcome = 'VIOLATION'"))
                .isEqualTo(3);
        assertThat(count("decision JOIN label_evidence ON decision_id = decision.id"))
                .isEqualTo(3);
        assertThat(count("audit_entry WHERE action = 'decision.recorded'")).isEqualTo(3);
        assertThat(count("review_task WHERE state = 'OPEN' AND item_id = '" + id + "'"))
                .isOne();
        assertThat(count("review_task WHERE state = 'OPEN'")).isOne();
    }

    @Test
    void aWholeWaveIsUndoneWithinItsGraceTimeAndReversedAfterwards() {
        wave(3);
        String wave = decide(first(), "").json().path("wave").path("id").asString();
        assertThat(senior.post("/api/v1/waves/" + wave + "/undo", "").status()).isEqualTo(204);
        assertThat(count("review_task WHERE state = 'OPEN'")).isEqualTo(3);
        assertThat(count("decision WHERE state = 'UNDONE'")).isEqualTo(3);

        String again = decide(first(), "").json().path("wave").path("id").asString();
        jdbc.sql("SELECT id::text FROM decision WHERE state = 'HELD'").query(String.class).list().stream()
                .map(String::valueOf)
                .forEach(Tasks::endGrace);
        org.awaitility.Awaitility.await().until(() -> count("decision WHERE state = 'EFFECTIVE'") == 3);
        assertThat(senior.post("/api/v1/waves/" + again + "/undo", "").slug()).isEqualTo("undo-expired");

        var reversed = senior.post("/api/v1/waves/" + again + "/reverse", "{\"reasons\":\"We were wrong.\"}");
        assertThat(reversed.json().path("wave").path("state").asString()).isEqualTo("REVERSED");
        assertThat(count("decision WHERE kind = 'REVERSAL' AND outcome = 'APPROVE'"))
                .isEqualTo(3);
    }

    @Test
    void theTimeBeforeAWaveCountsForWhoSpentIt() {
        wave(4);

        decide(first(), ",\"elapsedMs\":20000,\"revealed\":\"FULL\"");

        var own = senior.get("/api/v1/me/exposure").json().path("today");
        assertThat(own.path("seconds").asLong()).isEqualTo(20);
        assertThat(own.path("items").asInt()).isOne();
        assertThat(other.get("/api/v1/me/exposure")
                        .json()
                        .path("today")
                        .path("items")
                        .asInt())
                .isZero();
    }

    @Test
    void ofAWaveTooOnlyTheSecondsInWhichSomethingWasShownCount() {
        wave(4);
        String id = first();
        String seconds =
                ",\"elapsedMs\":20000,\"revealed\":\"FULL\",\"shown\":{\"textMs\":%d,\"greyMs\":0,\"fullMs\":0}";
        assertThat(decide(id, seconds.formatted(-1)).status()).isEqualTo(422);
        assertThat(decide(id, seconds.formatted(6_000)).status()).isEqualTo(201);

        assertThat(senior.get("/api/v1/me/exposure")
                        .json()
                        .path("today")
                        .path("seconds")
                        .asLong())
                .isEqualTo(6);
    }

    @Test
    void aWaveTooLargeIsRefusedUntilSomeAreLeftOut() {
        wave(201);
        var answer = senior.post("/api/v1/waves/" + first() + "/decision", APPROVE);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.slug()).isEqualTo("wave-too-large");
        assertThat(jdbc.sql("SELECT count(*) FROM wave").query(Integer.class).single())
                .isZero();
    }

    @Test
    void aLargeWaveAwaitsSomebodyElse() {
        wave(30);
        var id = first();
        var decided = senior.post("/api/v1/waves/" + id + "/decision", APPROVE);

        assertThat(decided.status()).isEqualTo(201);
        assertThat(decided.json().path("wave").path("state").asString()).isEqualTo("AWAITING_APPROVAL");
        assertThat(decided.json().path("turn").asString()).isEqualTo("WITHDRAW");
        String wave = of(decided);
        assertThat(look(senior, wave, APPROVE).slug()).isEqualTo("second-approver-needed");
        assertThat(other.get("/api/v1/waves").json().path("items"))
                .as("its items are spoken for")
                .hasSize(1);
        assertThat(other.post(wave + "/refuse", "").status()).isEqualTo(204);
        assertThat(look(other, wave, APPROVE).slug()).isEqualTo("already-decided");
        assertThat(first()).isEqualTo(id);
        assertThat(other.get(wave).json().path("finding").isNull())
                .as("whoever sent it back may be the next second person")
                .isTrue();
    }

    @Test
    void aLargeWaveIsDecidedOnceSomebodyElseFindsTheSameAndIsUndoneWhole() {
        wave(30);
        String wave = of(decide(first(), ""));
        assertThat(count("decision")).isZero();

        var approved = look(other, wave, SPAM).json();

        assertThat(approved.path("wave").path("state").asString()).isEqualTo("DECIDED");
        assertThat(approved.path("wave").path("decided").asInt()).isEqualTo(30);
        assertThat(approved.path("finding").path("by").path("displayName").asString())
                .isEqualTo("sen");
        assertThat(approved.path("finding")
                        .path("approvedBy")
                        .path("displayName")
                        .asString())
                .isEqualTo("sue");
        assertThat(approved.path("members").findValuesAsString("decision"))
                .hasSize(30)
                .containsOnly("HELD");
        assertThat(count("decision WHERE kind = 'WAVE' AND state = 'HELD'")).isEqualTo(30);
        assertThat(other.post(wave + "/undo", "").status()).isEqualTo(204);
        assertThat(count("decision WHERE state = 'UNDONE'")).isEqualTo(30);
        assertThat(count("review_task WHERE state = 'OPEN'")).isEqualTo(30);
    }

    /// Neither its view, nor the list, nor the trail tells the second person anything of what the first one found.
    @Test
    void nothingOfTheFirstFindingReachesTheSecondPerson() {
        wave(4);
        String except = first();
        String wave = of(senior.post("/api/v1/waves/" + except + "/decision", """
                {"outcome":"VIOLATION","violations":[{"policy":"violence","severity":4}],
                 "reasons":"It threatens to kill.","except":["%s"]}""".formatted(except)));
        String trail = "/api/v1/audit?subjectKind=wave";

        for (var answer :
                List.of(other.get(wave), other.get("/api/v1/waves"), other.get(trail), look(other, wave, SPAM))) {
            assertThat(answer.status()).isIn(200);
            assertThat(answer.body())
                    .doesNotContain("violence", "\"severity\":4", "kill", "\"sen\"", firstPerson.toString())
                    .doesNotContain("EXCEPTED", except);
        }
        assertThat(other.get(wave).json().path("wave").path("state").asString()).isEqualTo("DISPUTED");
        assertThat(other.get(trail).body()).doesNotContain(firstPerson.toString());
        assertThat(count("decision")).as("nothing happened to any item").isZero();
        assertThat(count("review_task WHERE state = 'OPEN'")).isEqualTo(4);
    }

    @Test
    void theMostSevereFindingIsJudgedBlindHoweverSmallTheWaveAndSettledByAgreement() {
        wave(3);
        var decided = senior.post("/api/v1/waves/" + first() + "/decision", CRITICAL);
        assertThat(decided.json().path("wave").path("state").asString()).isEqualTo("AWAITING_APPROVAL");
        assertThat(decided.json().path("finding").path("outcome").asString()).isEqualTo("VIOLATION");
        assertThat(count("decision")).isZero();

        var agreed = look(other, of(decided), CRITICAL).json();

        assertThat(agreed.path("wave").path("decided").asInt()).isEqualTo(3);
        assertThat(count("decision WHERE state = 'HELD' AND violations @> '[{\"severity\": 4}]'"))
                .isEqualTo(3);
        assertThat(count("review_task WHERE kind = 'SECOND'")).isZero();
    }

    @Test
    void nobodyBearsMoreThanTwoPeopleFound() {
        wave(3);
        String wave = of(senior.post("/api/v1/waves/" + first() + "/decision", CRITICAL));
        look(other, wave, CRITICAL.replace("4", "3"));
        assertThat(count("decision WHERE state = 'HELD' AND violations @> '[{\"severity\": 3}]'"))
                .isEqualTo(3);
    }

    @Test
    void aBanOfAWaveNeedsTwoPeopleAndNoFurtherLookAtEachItem() {
        wave(3);
        String ban = """
                {"outcome":"VIOLATION","violations":[{"policy":"hate","severity":3}],"actions":[{"type":"BAN"}]}""";
        var decided = senior.post("/api/v1/waves/" + first() + "/decision", ban);
        assertThat(decided.json().path("wave").path("state").asString()).isEqualTo("AWAITING_APPROVAL");

        assertThat(look(other, of(decided), ban)
                        .json()
                        .path("wave")
                        .path("decided")
                        .asInt())
                .isEqualTo(3);
        assertThat(count("decision WHERE state = 'HELD' AND actions @> '[{\"type\": \"BAN\"}]'"))
                .isEqualTo(3);
        assertThat(count("review_task WHERE kind = 'SECOND'")).isZero();
    }

    @Test
    void whereTwoDifferAThirdSeesBothSidesWithoutNamesAndSettlesIt() {
        wave(3);
        String wave = of(senior.post("/api/v1/waves/" + first() + "/decision", CRITICAL));
        assertThat(look(other, wave, APPROVE).json().path("turn").asString()).isEqualTo("NOTHING");
        var third = floor.as(TestCallers.person("tom", Role.SUPERVISOR).token());

        var seen = third.get(wave).json();
        assertThat(seen.path("turn").asString()).isEqualTo("SETTLE");
        assertThat(seen.path("sides").findValuesAsString("outcome")).containsExactly("VIOLATION", "APPROVE");
        assertThat(seen.path("wave").path("by").isNull()).isTrue();
        assertThat(other.post(wave + "/settle", APPROVE).slug()).isEqualTo("second-approver-needed");
        assertThat(senior.post(wave + "/settle", APPROVE).status()).isEqualTo(403);

        var settled = third.post(wave + "/settle", CRITICAL).json();

        assertThat(settled.path("wave").path("decided").asInt()).isEqualTo(3);
        assertThat(settled.path("wave").path("by").path("displayName").asString())
                .isEqualTo("tom");
        assertThat(count("decision WHERE state = 'HELD' AND kind = 'WAVE'")).isEqualTo(3);
        assertThat(count("item_part WHERE part = 'JUDGED_WAVE'")).isEqualTo(6);
        assertThat(third.get("/api/v1/audit?subjectKind=wave").body())
                .contains("wave.proposed", "wave.disputed", "wave.settled");
    }

    @Test
    void whatWaitsForAnotherPersonIsAmongWhatASupervisorIsNeededFor() {
        wave(3);
        assertThat(needs(other)).as("nobody has judged it yet").isEmpty();
        String wave = of(senior.post("/api/v1/waves/" + first() + "/decision", CRITICAL));
        String id = wave.substring(wave.lastIndexOf('/') + 1);

        var need = needs(other).get(0);
        assertThat(need.path("kind").asString()).isEqualTo("WAVE");
        assertThat(need.path("waveId").asString()).isEqualTo(id);
        assertThat(need.path("taskId").isNull()).isTrue();
        assertThat(need.path("items").asInt()).isEqualTo(3);
        assertThat(need.path("queue").asString()).isEqualTo("harassment");
        assertThat(need.toString()).as("judged blind").doesNotContain("violence", firstPerson.toString());

        look(other, wave, APPROVE);
        assertThat(needs(other)).as("who judged it waits for others").isEmpty();
        var third = floor.as(TestCallers.person("tom", Role.SUPERVISOR).token());
        assertThat(needs(third).get(0).path("kind").asString()).isEqualTo("DISPUTED_WAVE");
        assertThat(needs(floor.as(TestCallers.person("ida", "{*}", "{spam}", Role.SUPERVISOR)
                        .token())))
                .as("who is not cleared for its items")
                .isEmpty();

        third.post(wave + "/settle", CRITICAL);
        assertThat(needs(third)).isEmpty();
    }

    @Test
    void whoTookPartInOneOfItsItemsIsNotNeededForAWave() {
        wave(3);
        of(senior.post("/api/v1/waves/" + first() + "/decision", CRITICAL));
        keepFrom(secondPerson);
        assertThat(needs(other)).isEmpty();
    }

    private static JsonNode needs(FloorClient supervisor) {
        return supervisor.get("/api/v1/floor").json().path("needs");
    }

    @Test
    void aThirdPersonAloneCannotFindWhatAlwaysWantsTwo() {
        wave(30);
        String wave = of(decide(first(), ""));
        look(other, wave, APPROVE);
        var third = floor.as(TestCallers.person("tom", Role.SUPERVISOR).token());

        var refused = third.post(wave + "/settle", CRITICAL);
        assertThat(refused.slug()).isEqualTo("second-approver-needed");
        assertThat(refused.json().path("detail").asString()).contains("one by one");

        assertThat(third.post(wave + "/refuse", "").status()).isEqualTo(204);
        assertThat(count("decision")).isZero();
        assertThat(count("review_task WHERE state = 'OPEN'"))
                .as("every item waits as it did")
                .isEqualTo(30);
        assertThat(other.get("/api/v1/waves").json().path("items"))
                .as("who judged them looks at them no more")
                .isEmpty();
    }

    @Test
    void theSecondPersonLeavesOutWhatIsAnotherThing() {
        wave(4);
        String wave = of(senior.post("/api/v1/waves/" + first() + "/decision", CRITICAL));
        String out =
                other.get(wave).json().path("members").path(1).path("itemId").asString();

        var agreed = look(other, wave, CRITICAL.replace("}]}", "}],\"except\":[\"" + out + "\"]}"))
                .json();

        assertThat(agreed.path("wave").path("decided").asInt()).isEqualTo(3);
        assertThat(count("review_task WHERE state = 'OPEN' AND item_id = '" + out + "'"))
                .isOne();
    }

    @Test
    void whoTookPartInAnItemIsNotItsSecond() {
        wave(3);
        String wave = of(senior.post("/api/v1/waves/" + first() + "/decision", CRITICAL));
        keepFrom(secondPerson);
        assertThat(look(other, wave, CRITICAL).slug()).isEqualTo("not-independent");
    }

    @Test
    void aWaveIsNobodysWhoIsNotClearedForItsItems() {
        wave(30);
        var elsewhere =
                floor.as(TestCallers.person("eve", "{*}", "{spam}", Role.SENIOR).token());
        var foreign =
                floor.as(TestCallers.person("fia", "{fr}", "{*}", Role.SENIOR).token());
        assertThat(elsewhere.get("/api/v1/waves").json().path("items")).isEmpty();
        assertThat(foreign.get("/api/v1/waves").json().path("items")).isEmpty();
        String id = first();
        String wave =
                "/api/v1/waves/" + decide(id, "").json().path("wave").path("id").asString();

        assertThat(elsewhere.get("/api/v1/waves").json().path("items")).isEmpty();
        assertThat(elsewhere.get(wave).status()).isEqualTo(404);
        assertThat(elsewhere.post(wave + "/look", APPROVE).status()).isEqualTo(404);
        assertThat(elsewhere.post(wave + "/refuse", "").status()).isEqualTo(404);
        assertThat(elsewhere.post(wave + "/undo", "").status()).isEqualTo(404);
        assertThat(elsewhere.post(wave + "/reverse", "{\"reasons\":\"x\"}").status())
                .isEqualTo(404);
    }

    @Test
    void whatAPersonMayNotTakeIsInNoWaveOfTheirs() {
        wave(3);
        var sen = TestCallers.person("sid", Role.SENIOR);
        keepFrom(sen.id());
        assertThat(floor.as(sen.token()).get("/api/v1/waves").json().path("items"))
                .isEmpty();
        assertThat(senior.get("/api/v1/waves").json().path("items")).hasSize(1);
    }

    @Test
    void textsLettersMeaningAndPicturesEachMakeANearDuplicate() {
        UUID leader = printed("Free followers for everybody who answers within ten minutes, tell all of your friends");
        UUID disguised =
                printed("FR3E f0llowers for everyb0dy who answers within ten minutes, tell all of your friends");
        UUID changed =
                printed("Free followers for everybody who answers within two minutes, tell all of your friends!");
        UUID meaning = printed("Nobody leaves without a gift");
        UUID picture = printed("See for yourself");
        printed("The library opens at nine on weekdays.");
        jdbc.sql("""
                        UPDATE fingerprint SET embedding = (SELECT embedding FROM fingerprint WHERE item_id = :leader)
                         WHERE item_id = :meaning
                        """).param("leader", leader).param("meaning", meaning).update();
        seen(leader, "f00dface".repeat(8));
        seen(picture, "f00dfacd" + "f00dface".repeat(7));

        var members = senior.get("/api/v1/waves/" + first()).json().path("members");

        assertThat(members.findValuesAsString("itemId"))
                .containsExactlyInAnyOrder(
                        leader.toString(),
                        disguised.toString(),
                        changed.toString(),
                        meaning.toString(),
                        picture.toString());
    }

    /// The same picture, once smaller and once saved anew, sent by three authors: nothing else is alike of them.
    @Test
    @Timeout(60)
    void imagesThatLookAlikeAreFingerprintedAndWaitAsOneWave() throws Exception {
        var platform = floor.as(TestCallers.key(Scope.values()));
        var picture = picture(640);
        submit(platform, "pic-1", picture, 1f);
        submit(platform, "pic-2", picture, .4f);
        submit(platform, "pic-3", picture(512), .9f);
        org.awaitility.Awaitility.await()
                .until(() -> senior.get("/api/v1/waves").json().path("items").size() == 1);

        var wave = senior.get("/api/v1/waves/" + first()).json();

        assertThat(wave.path("members").findValuesAsString("media")).containsExactly("1", "1", "1");
        assertThat(count("picture_fingerprint")).isEqualTo(3);
    }

    private static void submit(FloorClient platform, String id, BufferedImage picture, float quality)
            throws IOException {
        var sent = platform.post("/api/v1/items?wait=true", """
                {"source":"forum","externalId":"%s","author":{"externalId":"%s"},"language":"en",
                 "media":[{"kind":"IMAGE","base64":"%s"}]}""".formatted(
                        id, id, Base64.getEncoder().encodeToString(jpeg(picture, quality))));
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        platform.post(
                "/api/v1/items/" + sent.json().path("id").asString() + "/reports",
                "{\"reporter\":\"r-1\",\"policy\":\"copyright\",\"comment\":\"It is mine.\"}");
    }

    private static BufferedImage picture(int side) {
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        var random = new Random(7);
        brush.scale(side / 64.0, side / 64.0);
        for (int i = 0; i < 60; i++) {
            brush.setColor(new Color(random.nextInt(0x1000000)));
            brush.fillOval(
                    random.nextInt(64) - 8, random.nextInt(64) - 8, random.nextInt(28) + 6, random.nextInt(28) + 6);
        }
        brush.dispose();
        return picture;
    }

    private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpg").next();
        var how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        }
        writer.dispose();
        return bytes.toByteArray();
    }

    @Test
    @Timeout(60)
    void howFarAWaveHasComeIsToldWhileItIsDecided() throws Exception {
        wave(60);
        String id = first();
        String wave = senior.post("/api/v1/waves/" + id + "/decision", APPROVE)
                .json()
                .path("wave")
                .path("id")
                .asString();
        var request = floor.as(TestCallers.person("sol", Role.SENIOR).token())
                .request("/api/v1/events")
                .build();
        try (var stream = HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofInputStream())
                        .body();
                var lines = new Scanner(stream)) {
            other.post("/api/v1/waves/" + wave + "/look", APPROVE);
            String news = "";
            while (!news.contains("\"state\":\"DECIDED\"")) {
                news = lines.nextLine();
                if (news.contains(wave)) {
                    assertThat(news).contains("\"leader\":\"" + id + "\"", "\"size\":60");
                }
            }
            assertThat(news).contains("\"decided\":60");
        }
    }

    @Test
    void aBadDecisionSaysEverythingThatIsWrong() {
        wave(3);
        var answer = senior.post("/api/v1/waves/" + first() + "/decision", """
                {"outcome":"VIOLATION","violations":[{"policy":"nope","severity":9,"spans":[[0,1]]}],"except":["x"]}
                """);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/violations/0/policy", "/violations/0/severity", "/violations/0", "/except/0");
    }

    @Test
    void wavesAreForSeniors() {
        var moderator = floor.as(TestCallers.person("mo", Role.MODERATOR).token());
        assertThat(moderator.get("/api/v1/waves").status()).isEqualTo(403);
        assertThat(senior.get("/api/v1/waves/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    /// From the task of one item.
    private void keepFrom(UUID person) {
        var task =
                jdbc.sql("SELECT id FROM review_task LIMIT 1").query(UUID.class).single();
        jdbc.sql(
                        "INSERT INTO review_task_skip (task_id, person_id, reason, skipped_at) VALUES (:task, :person, 'INVOLVED', now())")
                .param("task", task)
                .param("person", person)
                .update();
        jdbc.sql("UPDATE review_task SET kept_from_some = true WHERE id = :task")
                .param("task", task)
                .update();
    }

    /// Where the wave is that came of it.
    private static String of(FloorClient.Answer decided) {
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        return "/api/v1/waves/" + decided.json().path("wave").path("id").asString();
    }

    private static FloorClient.Answer look(FloorClient person, String wave, String finding) {
        return person.post(wave + "/look", finding);
    }

    private FloorClient.Answer decide(String id, String more) {
        return senior.post("/api/v1/waves/" + id + "/decision", """
                {"outcome":"VIOLATION","violations":[{"policy":"spam","severity":1}]%s}""".formatted(more));
    }

    /// An item that waits, with its fingerprint taken.
    private UUID printed(String text) {
        UUID task = Tasks.waiting("spam");
        UUID item = jdbc.sql("SELECT item_id FROM review_task WHERE id = :task")
                .param("task", task)
                .query(UUID.class)
                .single();
        jdbc.sql("UPDATE item SET text = :text WHERE id = :item")
                .param("text", text)
                .param("item", item)
                .update();
        return new Printed(items, model, events, transaction).item(item);
    }

    private void seen(UUID item, String pdq) {
        jdbc.sql("""
                        INSERT INTO picture_fingerprint (item_id, sha256, pdq, quality)
                        VALUES (:item, :sha256, ('x' || :pdq)::bit(256), 100)
                        """).param("item", item).param("sha256", pdq).param("pdq", pdq).update();
    }

    private int count(String rows) {
        return jdbc.sql("SELECT count(*) FROM " + rows).query(Integer.class).single();
    }

    private String first() {
        return senior.get("/api/v1/waves")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
    }

    private void wave(int size) {
        var printed = new Printed(items, model, events, transaction);
        for (int i = 0; i < size; i++) {
            UUID task = Tasks.waiting("harassment");
            printed.item(jdbc.sql("SELECT item_id FROM review_task WHERE id = :task")
                    .param("task", task)
                    .query((row, number) -> row.getObject("item_id", UUID.class))
                    .single());
        }
    }
}
