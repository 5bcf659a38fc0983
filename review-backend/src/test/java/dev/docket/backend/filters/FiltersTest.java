package dev.docket.backend.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import dev.docket.model.image.PdqHash;
import dev.docket.model.image.Pictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From an administrator's file to a moderator's evidence, over HTTP.
@FloorTest
class FiltersTest {
    private static final String KIND = "Thank you so much for the recipe, the %s was lovely today";

    @Autowired
    private FloorClient floor;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Quarantine quarantine;

    @Autowired
    private MatchTally tally;

    private FloorClient admin;
    private FloorClient platform;

    @BeforeEach
    void signIn() {
        admin = floor.as(TestCallers.person("root", Role.ADMIN).token());
        platform = floor.as(TestCallers.key(Scope.values()));
    }

    @Test
    void aTermSendsAnItemToAPersonAndShowsWhere() {
        String list = blocklist("garden words", "REVIEW", "\"policy\":\"harassment\",\"severity\":4");
        var told = fill("blocklists", "list", list, "text/plain", "zucchini\n\n?!\npumpkin pie\nzucchini\n");
        JsonNode last = told.getLast();
        assertThat(last.path("lines").intValue()).isEqualTo(5);
        assertThat(last.path("added").intValue()).isEqualTo(2);
        assertThat(last.path("known").intValue()).isEqualTo(1);
        assertThat(last.path("done").booleanValue()).isTrue();
        assertThat(last.path("faults").get(0).path("line").intValue()).isEqualTo(3);

        var item = submit("t-1", KIND.formatted("z.u.c.c.h.i.n.i"), "");

        assertThat(item.path("route").asString()).isEqualTo("REVIEW");
        assertThat(item.path("routeReason").asString()).contains("garden words");
        assertThat(item.path("task").path("queue").asString()).isEqualTo("harassment");
        var filter = item.path("evidence").path("filters").get(0);
        assertThat(filter.path("kind").asString()).isEqualTo("BLOCKLIST");
        assertThat(filter.path("source").asString()).isEqualTo("garden words");
        assertThat(filter.path("spans").toString()).isEqualTo("[[38,53]]");
        assertThat(submit("t-2", KIND.formatted("zucchinis"), "").path("route").asString())
                .isEqualTo("ALLOW");
    }

    @Test
    void itemsThatMeetAListAndItsTermsAreCountedOnceEach() {
        String list = blocklist("garden", "SIGNAL", "");
        fill("blocklists", "list", list, "text/plain", "zucchini\nrecipe\npumpkin");
        submit("c-1", KIND.formatted("zucchini"), "");
        submit("c-2", KIND.formatted("zucchini zucchini"), "");
        submit("c-3", KIND.formatted("bread"), "");
        platform.post("/api/v1/classify", "{\"items\":[{\"text\":\"" + KIND.formatted("zucchini") + "\"}]}");
        tally.write();

        var own = admin.get("/api/v1/blocklists").json().path("items").get(0);
        assertThat(own.path("matches").longValue())
                .as("items, not terms; a text that is not kept is none")
                .isEqualTo(3);
        var terms = admin.get("/api/v1/blocklists/" + list + "/terms").json().path("items");
        assertThat(terms.findValuesAsString("text")).containsExactly("zucchini", "recipe", "pumpkin");
        assertThat(terms.findValuesAsString("matches")).containsExactly("2", "3", "0");

        jdbc.sql("UPDATE blocklist_match SET hour = hour - interval '8 days'").update();
        assertThat(admin.get("/api/v1/blocklists")
                        .json()
                        .path("items")
                        .get(0)
                        .path("matches")
                        .longValue())
                .as("of seven days")
                .isZero();
    }

    @Test
    void aSignalChangesNoRoute() {
        String list = blocklist("mild", "SIGNAL", "");
        fill("blocklists", "list", list, "text/csv", "term,allowed\nzucchini,\nzucchini bread,yes\n");

        var item = submit("s-1", KIND.formatted("zucchini"), "");
        assertThat(item.path("route").asString()).isEqualTo("ALLOW");
        assertThat(item.path("evidence").path("filters")).hasSize(1);
        assertThat(submit("s-2", KIND.formatted("zucchini bread"), "")
                        .path("evidence")
                        .path("filters"))
                .isEmpty();
    }

    @Test
    void aListIsOfItsLanguageAndCanBeSwitchedOff() {
        String list = blocklist("german", "REVIEW", "\"language\":\"de\"");
        String lines = "{\"term\":\"zucchini\",\"severity\":3}\n\"aubergine\"\n[]\n";
        var told = fill("blocklists", "list", list, "application/x-ndjson", lines);
        assertThat(told.getLast().path("added").intValue()).isEqualTo(2);

        assertThat(route("l-1", "\"language\":\"en\",")).isEqualTo("ALLOW");
        assertThat(route("l-2", "\"language\":\"de-AT\",")).isEqualTo("REVIEW");
        assertThat(patch("/api/v1/blocklists/" + list, "{\"enabled\":false}").status())
                .isEqualTo(200);
        assertThat(route("l-3", "\"language\":\"de-AT\",")).isEqualTo("ALLOW");
        assertThat(jdbc.sql("SELECT action FROM audit_entry WHERE action LIKE 'blocklist.%' ORDER BY id")
                        .query(String.class)
                        .list())
                .contains("blocklist.created", "blocklist.filled", "blocklist.disabled");
    }

    @Test
    void classifyingTellsOfFiltersAsWell() {
        fill("blocklists", "list", blocklist("garden", "REVIEW", ""), "text/plain", "zucchini");
        String request = json.writeValueAsString(Map.of("items", List.of(Map.of("text", KIND.formatted("zucchini")))));

        var result = platform.post("/api/v1/classify", request)
                .json()
                .path("results")
                .get(0);

        assertThat(result.path("route").asString()).isEqualTo("REVIEW");
        assertThat(result.path("filters").get(0).path("source").asString()).isEqualTo("garden");
    }

    @Test
    void anImageIsKnownByItsBytesAndByItsLooks() throws Exception {
        byte[] image = png(scene(1));
        byte[] other = png(scene(2));
        String bank = bank("exchange", "HARMFUL", "REVIEW", "\"policy\":\"harassment\",\"severity\":4");
        String sha256 = hex(MessageDigest.getInstance("SHA-256").digest(other));
        String looks = Pictures.hash(image).orElseThrow().toHex();
        var told = fill(
                "hash-banks",
                "bank",
                bank,
                "text/csv",
                "type,indicator,tags,status,expire_time\nHASH_SHA256," + sha256 + ",\"a, b\",MALICIOUS,0\n"
                        + "HASH_PDQ," + flipped(looks) + ",,,2030-01-01T00:00:00+0000\nHASH_PDQ,12ab,,,\n,"
                        + sha256 + ",,,\nHASH_SHA256," + sha256 + ",,NON_MALICIOUS,\n");
        assertThat(told.getLast().path("added").intValue()).isEqualTo(2);
        assertThat(told.getLast().path("faults")).hasSize(3);

        assertThat(hashes("i-1", png(turned(scene(1))))).containsExactly("exchange");
        assertThat(hashes("i-2", other)).containsExactly("exchange");
        assertThat(hashes("i-3", png(scene(3)))).isEmpty();
        var found = admin.get("/api/v1/hash-banks/hashes?value=" + looks).json().path("items");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("distance").intValue()).isEqualTo(4);

        String good = bank("ours", "KNOWN_GOOD", "SIGNAL", "");
        fill("hash-banks", "bank", good, "text/plain", looks, "&kind=PDQ");
        assertThat(hashes("i-4", image)).isEmpty();
    }

    @Test
    void aWholeAnswerOfThreatExchangeIsTakenIn() throws Exception {
        String bank = bank("exchange", "HARMFUL", "SIGNAL", "");
        String pdq = Pictures.hash(png(scene(1))).orElseThrow().toHex();
        String descriptor = Pictures.hash(png(scene(2))).orElseThrow().toHex();
        String md5 = hex(MessageDigest.getInstance("MD5").digest(png(scene(3))));
        var told = fill(
                "hash-banks", "bank", bank, "application/json", """
                {"paging":{"next":"https://example.org/next","cursors":{"after":"x"}},
                 "data":[
                  {"id":"1","raw_indicator":"%s","type":"HASH_PDQ","status":"MALICIOUS","severity":"SEVERE",
                   "owner":{"id":"7","name":"An exchange"},"tags":{"data":[{"id":"2","text":"dup"},{"text":"known"}]},
                   "expired_on":"2031-01-01T00:00:00+0000"},
                  {"indicator":{"indicator":"%s","type":"HASH_PDQ","id":"9"},"status":"MALICIOUS"},
                  {"indicator":"%s","type":"HASH_MD5","should_delete":false},
                  {"indicator":"%s","type":"HASH_MD5","should_delete":true},
                  {"indicator":"http://example.org","type":"URI"}
                 ]}""".formatted(pdq, descriptor, md5, "0".repeat(32)));

        assertThat(told.getLast().path("added").intValue()).isEqualTo(3);
        assertThat(told.getLast()
                        .path("faults")
                        .valueStream()
                        .map(fault -> fault.path("line").intValue()))
                .containsExactly(8, 9);
        var hash = admin.get("/api/v1/hash-banks/hashes?value=" + pdq)
                .json()
                .path("items")
                .get(0);
        assertThat(hash.path("label").asString()).isEqualTo("dup, known");
        assertThat(hash.path("source").asString()).isEqualTo("An exchange");
        assertThat(hash.path("severity").intValue()).isEqualTo(4);
        assertThat(hashes("e-1", png(scene(2)))).containsExactly("exchange");
    }

    @Test
    void aDocumentThatBreaksOffKeepsWhatCameBefore() {
        String list = blocklist("garden", "SIGNAL", "");
        var told =
                fill("blocklists", "list", list, "application/json", "[\"zucchini\",{\"term\":\"pumpkin*\"},\n{\"ter");

        assertThat(told.getLast().path("added").intValue()).isEqualTo(2);
        assertThat(told.getLast().path("faults").get(0).path("line").intValue()).isPositive();
        assertThat(tried("{\"text\":\"pumpkins and zucchini\",\"language\":\"en\"}"))
                .hasSize(2);
    }

    /// Of files that are not part of the source, one a language, a term a line.
    @Test
    void publicWordListsAreTakenInLanguageByLanguage() throws IOException {
        var folder = Optional.ofNullable(System.getenv("DOCKET_LEXICONS")).map(Path::of);
        assumeThat(folder)
                .as("folder with files such as en.txt, named by DOCKET_LEXICONS")
                .isPresent();
        try (var files = Files.list(folder.orElseThrow())) {
            for (Path file : files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString();
                String language = name.substring(0, name.length() - ".txt".length());
                String text = Files.readString(file);
                String list = blocklist("words " + language, "SIGNAL", "\"language\":\"" + language + "\"");
                var told = fill("blocklists", "list", list, "text/plain", text);

                assertThat(told.stream()
                                .mapToInt(part -> part.path("faults").size())
                                .sum())
                        .as(language + " " + told)
                        .isZero();
                for (String term : text.lines().filter(line -> !line.isBlank()).toList()) {
                    var found = tried(json.writeValueAsString(Map.of("text", term, "language", language)));
                    assertThat(found).as(language + " '" + term + "'").isNotEmpty();
                }
            }
        }
    }

    @Test
    void aHashThatMatchesTooMuchLosesItsForce() throws Exception {
        byte[] image = png(scene(5));
        String bank = bank("exchange", "HARMFUL", "REVIEW", "");
        fill(
                "hash-banks",
                "bank",
                bank,
                "text/plain",
                hex(MessageDigest.getInstance("MD5").digest(image)));
        jdbc.sql("""
                        INSERT INTO hash_match (hash_id, item_id)
                        SELECT entry.id, gen_random_uuid() FROM hash_entry AS entry, generate_series(1, 100)
                        """).update();

        quarantine.look();

        var hash = admin.get("/api/v1/hash-banks/" + bank + "/hashes?state=QUARANTINED")
                .json()
                .path("items")
                .get(0);
        assertThat(hash.path("state").asString()).isEqualTo("QUARANTINED");
        assertThat(hash.path("matches").intValue()).isEqualTo(100);
        assertThat(admin.get("/api/v1/hash-banks")
                        .json()
                        .path("items")
                        .get(0)
                        .path("quarantined")
                        .intValue())
                .isEqualTo(1);
        assertThat(admin.get("/api/v1/hash-banks")
                        .json()
                        .path("items")
                        .get(0)
                        .path("matches")
                        .intValue())
                .isEqualTo(100);
        String path =
                "/api/v1/hash-banks/" + bank + "/hashes/" + hash.path("id").asString();
        assertThat(patch(path, "{\"enabled\":true}").status()).isEqualTo(204);
        quarantine.look();
        assertThat(admin.get("/api/v1/hash-banks/" + bank + "/hashes?state=ENABLED")
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void anAuthorWhoPostsFastIsASignal() {
        JsonNode last = null;
        for (int i = 0; i < 30; i++) {
            last = submit("r-" + i, KIND.formatted("bread"), "\"author\":{\"externalId\":\"fast\"},");
        }
        var filters = java.util.Objects.requireNonNull(last).path("evidence").path("filters");
        assertThat(filters).hasSize(1);
        assertThat(filters.get(0).path("kind").asString()).isEqualTo("RATE");
        assertThat(submit("r-x", KIND.formatted("bread"), "\"author\":{\"externalId\":\"slow\"},")
                        .path("evidence")
                        .path("filters"))
                .isEmpty();
    }

    @Test
    void banksAndListsAreCheckedAndForAdministrators() {
        var refused = admin.post(
                "/api/v1/hash-banks",
                "{\"name\":\" \",\"source\":\"x\",\"purpose\":\"HARMFUL\",\"effect\":\"ACT\",\"severity\":9}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors")).hasSize(3);
        bank("twice", "HARMFUL", "SIGNAL", "");
        assertThat(admin.post(
                                "/api/v1/hash-banks",
                                "{\"name\":\"twice\",\"source\":\"x\",\"purpose\":\"HARMFUL\",\"effect\":\"SIGNAL\"}")
                        .slug())
                .isEqualTo("name-taken");
        assertThat(admin.post("/api/v1/blocklists", "{\"name\":\"a\",\"source\":\"x\",\"effect\":\"ACT\"}")
                        .status())
                .isEqualTo(422);
        var sue = floor.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        assertThat(sue.get("/api/v1/hash-banks").status()).isEqualTo(403);
        assertThat(sue.get("/api/v1/blocklists").status()).isEqualTo(403);
        assertThat(admin.delete("/api/v1/blocklists/" + new java.util.UUID(1, 1))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aTermIsSearchedSwitchedAndTakenOut() {
        String list = blocklist("garden", "REVIEW", "");
        fill("blocklists", "list", list, "text/plain", "Zucchini\npumpkin");
        var term = admin.get("/api/v1/blocklists/terms?text=zucchini")
                .json()
                .path("items")
                .get(0);
        String path = "/api/v1/blocklists/" + list + "/terms/" + term.path("id").asString();

        assertThat(route("x-1", "")).isEqualTo("REVIEW");
        assertThat(patch(path, "{\"enabled\":false}").status()).isEqualTo(204);
        assertThat(route("x-2", "")).isEqualTo("ALLOW");
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.get("/api/v1/blocklists/" + list + "/terms").json().path("items"))
                .hasSize(1);
        assertThat(admin.delete("/api/v1/blocklists/" + list).status()).isEqualTo(204);
        assertThat(admin.get("/api/v1/blocklists").json().path("items")).isEmpty();
    }

    @Test
    void aTextIsTriedAndNothingOfItIsKept() {
        fill("blocklists", "list", blocklist("garden", "SIGNAL", "\"language\":\"de\""), "text/plain", "zucchini");
        fill(
                "blocklists",
                "list",
                blocklist("mild", "REVIEW", "\"severity\":1"),
                "text/csv",
                "term,allowed\npumpkin,\npumpkin pie,yes");

        var german = tried("{\"text\":\"Z.u.c.c.h.i.n.i, pumpkin, pumpkin pie\",\"language\":\"de\"}");
        assertThat(german).hasSize(2);
        assertThat(german.get(0).path("list").asString()).isEqualTo("garden");
        assertThat(german.get(0).path("term").asString()).isEqualTo("zucchini");
        assertThat(german.get(0).path("start").intValue()).isZero();
        assertThat(german.get(0).path("end").intValue()).isEqualTo(15);
        assertThat(german.get(1).path("severity").intValue()).isEqualTo(1);
        assertThat(tried("{\"text\":\"zucchini\",\"language\":\"en\"}")).isEmpty();
        assertThat(admin.post("/api/v1/blocklists/try", "{\"text\":\"a\",\"language\":\"no tag\"}")
                        .json()
                        .path("errors"))
                .hasSize(1);
        assertThat(jdbc.sql("SELECT count(*) FROM item").query(Long.class).single())
                .isZero();
    }

    private JsonNode tried(String request) {
        var answer = admin.post("/api/v1/blocklists/try", request);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("matches");
    }

    private String route(String id, String more) {
        return submit(id, KIND.formatted("zucchini"), more).path("route").asString();
    }

    private List<String> hashes(String id, byte[] image) {
        var item = submit(
                id,
                KIND.formatted("bread"),
                "\"media\":[{\"kind\":\"IMAGE\",\"base64\":\""
                        + Base64.getEncoder().encodeToString(image) + "\"}],");
        return StreamSupport.stream(item.path("evidence").path("filters").spliterator(), false)
                .map(filter -> filter.path("source").asString())
                .toList();
    }

    private JsonNode submit(String id, String text, String more) {
        var answer = platform.post(
                "/api/v1/items?wait=true",
                "{" + more + "\"source\":\"test\",\"externalId\":\"" + id + "\",\"text\":\"" + text + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String blocklist(String name, String effect, String more) {
        return create("blocklists", "\"name\":\"" + name + "\",\"effect\":\"" + effect + "\"", more);
    }

    private String bank(String name, String purpose, String effect, String more) {
        String fields = "\"name\":\"" + name + "\",\"purpose\":\"" + purpose + "\",\"effect\":\"" + effect + "\"";
        return create("hash-banks", fields, more);
    }

    private String create(String what, String fields, String more) {
        String rest = more.isEmpty() ? "" : "," + more;
        var made = admin.post("/api/v1/" + what, "{\"source\":\"a test\"," + fields + rest + "}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    private List<JsonNode> fill(String what, String name, String id, String type, String body) {
        return fill(what, name, id, type, body, "");
    }

    private List<JsonNode> fill(String what, String name, String id, String type, String body, String more) {
        var answer = admin.send(admin.request("/api/v1/" + what + "/imports?" + name + "=" + id + more)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().map(json::readTree).toList();
    }

    private FloorClient.Answer patch(String path, String body) {
        return admin.send(admin.request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String flipped(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        for (int i = 0; i < 4; i++) {
            bytes[i * 8] ^= 1;
        }
        return PdqHash.fromBytes(bytes, 100).toHex();
    }

    private static BufferedImage scene(int seed) {
        var image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        var random = new Random(seed);
        for (int i = 0; i < 120; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            graphics.fillOval(
                    random.nextInt(256), random.nextInt(256), 20 + random.nextInt(60), 20 + random.nextInt(60));
        }
        graphics.dispose();
        return image;
    }

    private static BufferedImage turned(BufferedImage image) {
        var turned = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < 256; row++) {
            for (int column = 0; column < 256; column++) {
                turned.setRGB(row, 255 - column, image.getRGB(column, row));
            }
        }
        return turned;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
