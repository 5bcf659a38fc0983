package dev.docket.backend.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.labels.parquet.Bytes;
import dev.docket.backend.platform.CsvCell;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LineTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final SplitPlan.Place PLACE = new SplitPlan.Place("train", 1, 255);

    @Test
    void aTextIsWrittenAsTheJsonLibraryWritesIt() {
        var all = new StringBuilder();
        for (int c = 1; c < 0x300; c++) {
            all.append((char) c);
        }
        String text = all + "\ud83d\ude00 \u2028 </script> \"text\":null";
        var row = Rows.row("author", text, Rows.BEGIN, true);
        String kept = Line.keep(row.withoutText(PLACE, Rows.definition("GROUP", null)), JSON);
        String line = line(kept, text);
        assertThat(line).endsWith("\n").contains("\"text\":" + JSON.writeValueAsString(text) + ",");
        assertThat(JSON.readTree(line).path("text").asString()).isEqualTo(text);
        assertThat(line(kept, null)).isEqualTo(kept + "\n");
    }

    @Test
    void aLineIsTakenApartIntoCellsAgain() {
        var looks = new Looks(List.of(Rows.look("FIRST", "spam"), Rows.look("SECOND", "spam")));
        var row = Rows.row("author", "a text", Rows.BEGIN, true, Rows.standing(looks, true));
        var flat = flat(Line.keep(row.withoutText(PLACE, Rows.definition("GROUP", null)), JSON), "other", "spam");
        assertThat(flat.cell(Field.SPLIT)).hasToString("train");
        assertThat(flat.cell(Field.TEXT).isNull()).isTrue();
        assertThat(flat.cell(Field.WEIGHT)).hasToString("1.0");
        assertThat(flat.cell(Field.GOLDEN).isTrue()).isTrue();
        assertThat(flat.cell(Field.GROUP)).hasToString("ff");
        assertThat(flat.cell(Field.POLICY_VERSIONS)).hasToString("{}");
        assertThat(JSON.readTree(flat.cell(Field.VOTES).toString())).hasSize(2);
        assertThat(flat.label(0).isNull()).isTrue();
        assertThat(flat.label(1).asInt()).isOne();
        assertThat(flat.violated()).isEmpty();
    }

    @Test
    void whereMembersStandAndWhatIsEscapedInThemIsAllTheSame() {
        String kept = "{\"scores\":{\"spam\":1.5E-5,\"new\":0.1,\"hate\":0.25},\"x\":{\"policy\":[1,\"}\\\"]\"]},"
                + "\"violations\":[{\"severity\":2,\"spans\":[[0,4]],\"policy\":\"a\\u00fcb\"},{\"policy\":\"spam\"}],"
                + "\"source\":\"a \\\"forum\\\"\\n\\u00fc\",\"votes\":[{\"rater\":\"]}\",\"policies\":[]}],\"externalId\":\"\","
                + "\"labels\":{\"spam\":1,\"hate\":0},\"golden\":false,\"agreement\":null,\"itemId\":\"i\"}";
        var flat = flat(kept, "hate", "spam", "threat");
        assertThat(flat.cell(Field.SOURCE)).hasToString("a \"forum\"\n\u00fc");
        assertThat(flat.cell(Field.EXTERNAL_ID).length()).isZero();
        assertThat(flat.cell(Field.EXTERNAL_ID).isNull()).isFalse();
        assertThat(flat.cell(Field.VIOLATIONS).toString()).startsWith("[{\"sev").endsWith("\"spam\"}]");
        assertThat(flat.cell(Field.VOTES)).hasToString("[{\"rater\":\"]}\",\"policies\":[]}]");
        assertThat(flat.cell(Field.AGREEMENT).isNull()).isTrue();
        assertThat(flat.cell(Field.ITEM_ID)).hasToString("i");
        assertThat(flat.violated())
                .extracting(policy -> new String(policy, StandardCharsets.UTF_8))
                .containsExactly("a\u00fcb", "spam");
        assertThat(List.of(flat.score(0).asDouble(), flat.score(1).asDouble())).containsExactly(0.25, 1.5e-5);
        assertThat(flat.label(1)).hasToString("1");
        assertThat(flat.score(2).isNull()).isTrue();
    }

    @Test
    void numbersAndInstantsAreThoseThatTheLibraryReads() {
        var random = new Random(1);
        var numbers = new ArrayList<>(List.of(0.0, 1.0, -0.5, 1e-7, 123456789012345.0, Double.MIN_VALUE, 0.1, 1e22));
        for (int i = 0; i < 10_000; i++) {
            double number = random.nextDouble();
            numbers.add(i % 2 == 0 ? number : Math.round(number * 1e6) / 1e6);
        }
        for (double number : numbers) {
            assertThat(cell(Double.toString(number)).asDouble()).isEqualTo(number);
        }
        for (int i = 0; i < 10_000; i++) {
            var at = Instant.ofEpochSecond(
                    random.nextLong(-2_000_000_000L, 200_000_000_000L),
                    random.nextInt(5) == 0
                            ? 0
                            : random.nextInt(1_000_000_000) / 1_000 * (random.nextBoolean() ? 1_000 : 1));
            assertThat(cell(at.toString()).asMicros())
                    .as(at.toString())
                    .isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(at.toString())));
        }
    }

    @Test
    void cellsOfBytesAreQuotedAndMadeHarmlessAsCellsOfText() {
        var random = new Random(1);
        String some = "=+-@\t\r\n\",' ab\u00fc\u6f22";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(6); length > 0; length--) {
                text.append(some.charAt(random.nextInt(some.length())));
            }
            var out = new Bytes();
            CsvTable.cell(cell(text.toString()), out);
            assertThat(new String(out.toArray(), StandardCharsets.UTF_8)).isEqualTo(CsvCell.of(text.toString()));
        }
    }

    private static String line(String kept, @Nullable String text) {
        return new String(Line.bytes(new ExportedRow().of(kept, text)), StandardCharsets.UTF_8);
    }

    private static FlatRow flat(String kept, String... labels) {
        var flat = new FlatRow(List.of(labels), JSON);
        flat.fill(new ExportedRow().of(kept, null).line());
        return flat;
    }

    private static Cell cell(String text) {
        var cell = new Cell();
        cell.set(
                ("before" + text + "after").getBytes(StandardCharsets.UTF_8),
                6,
                6 + text.getBytes(StandardCharsets.UTF_8).length);
        return cell;
    }
}
