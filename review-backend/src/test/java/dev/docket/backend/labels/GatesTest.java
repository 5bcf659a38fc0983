package dev.docket.backend.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.dto.Phrase;
import dev.docket.dto.labels.GateState;
import dev.docket.dto.labels.LabelBalance;
import dev.docket.dto.labels.LabelSetGate;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GatesTest {
    private final Gates gates = new Gates(new LabelSettings(20, 0.05, 0.25, 0.2, 1000));

    @Test
    void aSoundSetPasses() {
        var judged = gates.judge(tally(i -> "text number " + i), Map.of());
        assertThat(judged).allMatch(LabelSetGate::passed);
        assertThat(Gates.state(judged, false)).isEqualTo(GateState.PASSED);
        assertThat(find(judged, Gates.VOLUME, "spam").figure()).isEqualTo(30);
    }

    @Test
    void textsMissingOrRepeatedFailItWithWhatToDo() {
        var judged = gates.judge(tally(i -> i % 10 == 0 ? null : "text " + i % 30), Map.of());
        assertThat(find(judged, Gates.NULLS, null).figure()).isEqualTo(0.1);
        assertThat(find(judged, Gates.NULLS, null).advice()).isNotBlank();
        assertThat(find(judged, Gates.DUPLICATES, null).passed()).isFalse();
        assertThat(find(judged, Gates.DUPLICATES, null).detail()).startsWith("63 of 100 rows");
        assertThat(find(judged, Gates.DUPLICATES, null).said())
                .isEqualTo(new Phrase("gate.duplicates", Map.of("found", 63.0, "rows", 100.0)));
        assertThat(find(judged, Gates.DUPLICATES, null).advised()).isEqualTo(new Phrase("gate.duplicates.advice"));
        assertThat(Gates.state(judged, false)).isEqualTo(GateState.FAILED);
        assertThat(Gates.state(judged, true)).isEqualTo(GateState.WAIVED);
    }

    @Test
    void aLabelWithTooFewRowsIsNotTaughtAndASetThatTeachesNothingFails() {
        var tally = new Tally(Rows.definition("GROUP", null));
        count(tally, 10, 3, "train", i -> "text " + i);
        var judged = gates.judge(tally, Map.of());
        assertThat(find(judged, Gates.VOLUME, "spam").passed()).isFalse();
        assertThat(find(judged, Gates.VOLUME, "spam").blocking()).isFalse();
        assertThat(find(judged, Gates.VOLUME, null).passed()).isFalse();
        assertThat(Gates.state(judged, false)).isEqualTo(GateState.FAILED);
    }

    @Test
    void aShareThatJumpedAgainstTheSetBeforeFailsItWithAnInterval() {
        var tally = tally(i -> "text number " + i);
        var same = find(gates.judge(tally, Map.of("spam", new LabelBalance(290, 710))), Gates.SHIFT, "spam");
        assertThat(same.passed()).isTrue();
        assertThat(same.low()).isNegative();
        assertThat(same.high()).isPositive();
        var jumped = find(gates.judge(tally, Map.of("spam", new LabelBalance(50, 950))), Gates.SHIFT, "spam");
        assertThat(jumped.passed()).isFalse();
        assertThat(jumped.blocking()).isTrue();
        assertThat(jumped.figure()).isBetween(0.5, 0.6);
        assertThat(jumped.low()).isBetween(0.1, 0.25);
        assertThat(jumped.detail()).isEqualTo("found in 30.2 % of rows, 5.0 % in the set before");
    }

    @Test
    void anAuthorInTwoSplitsIsALeak() {
        var tally = new Tally(Rows.definition("GROUP", null));
        count(tally, 100, 30, "train", i -> "text " + i);
        var leaked = Rows.row("author-3", "something else", Rows.BEGIN, true);
        var place = new SplitPlan.Place("test", 1, 1);
        tally.count(leaked.withoutText(place, Rows.definition("GROUP", null)), leaked, 77);
        var leak = find(gates.judge(tally, Map.of()), Gates.LEAKS, null);
        assertThat(leak.passed()).isFalse();
        assertThat(leak.detail()).startsWith("1 of 101 rows");
    }

    private static Tally tally(IntFunction<@Nullable String> text) {
        var tally = new Tally(Rows.definition("GROUP", null));
        count(tally, 100, 30, "train", text);
        return tally;
    }

    private static void count(Tally tally, int rows, int positives, String split, IntFunction<@Nullable String> text) {
        for (int i = 0; i < rows; i++) {
            var row = Rows.row("author-" + i, text.apply(i), Rows.BEGIN, i < positives);
            var place = new SplitPlan.Place(split, 1, i);
            tally.count(row.withoutText(place, Rows.definition("GROUP", null)), row, row.itemKey());
        }
    }

    private static LabelSetGate find(List<LabelSetGate> gates, String gate, @Nullable String label) {
        return gates.stream()
                .filter(one ->
                        one.gate().equals(gate) && (label == null ? one.label() == null : label.equals(one.label())))
                .findFirst()
                .orElseThrow();
    }
}
