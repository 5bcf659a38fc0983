package dev.docket.backend.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
        String line = new String(Line.bytes(kept, text), StandardCharsets.UTF_8);
        assertThat(line).endsWith("\n").contains("\"text\":" + JSON.writeValueAsString(text) + ",");
        assertThat(JSON.readTree(line).path("text").asString()).isEqualTo(text);
        assertThat(new String(Line.bytes(kept, null), StandardCharsets.UTF_8)).isEqualTo(kept + "\n");
    }

    @Test
    void aLineIsTakenApartIntoCellsAgain() {
        var looks = new Looks(List.of(Rows.look("FIRST", "spam"), Rows.look("SECOND", "spam")));
        var row = Rows.row("author", "a text", Rows.BEGIN, true, Rows.standing(looks, true));
        var flat = new FlatRow(List.of("other", "spam"), JSON);
        flat.fill(Line.keep(row.withoutText(PLACE, Rows.definition("GROUP", null)), JSON));
        assertThat(flat.cell(Field.SPLIT)).isEqualTo("train");
        assertThat(flat.cell(Field.TEXT)).isNull();
        assertThat(flat.cell(Field.WEIGHT)).isEqualTo("1.0");
        assertThat(flat.cell(Field.GOLDEN)).isEqualTo("true");
        assertThat(flat.cell(Field.GROUP)).isEqualTo("ff");
        assertThat(flat.cell(Field.POLICY_VERSIONS)).isEqualTo("{}");
        assertThat(JSON.readTree(String.valueOf(flat.cell(Field.VOTES)))).hasSize(2);
        assertThat(flat.label(0)).isNull();
        assertThat(flat.label(1)).isEqualTo("1");
        assertThat(flat.violated()).isEmpty();
    }
}
