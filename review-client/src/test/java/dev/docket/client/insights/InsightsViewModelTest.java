package dev.docket.client.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.insights.InsightsViewModel.Said;
import dev.docket.client.insights.PanelModel.State;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Figure;
import dev.docket.dto.insights.Insight.Unit;
import dev.docket.dto.people.PersonView;
import dev.docket.dto.people.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsightsViewModelTest {
    private final InlineBackground background = new InlineBackground();
    private final FakeInsightsApi floor = new FakeInsightsApi();
    private final FiguresModel ages = new FiguresModel(Question.QUEUE_AGES, floor, background);
    private final FiguresModel overturns = new FiguresModel(Question.OVERTURNS, floor, background);
    private final InsightsViewModel model = new InsightsViewModel(List.of(ages, overturns), background);

    @Test
    void everyPanelIsReadWhenTheScreenIsShownAndEveryMinuteWhileItIs() {
        model.open();
        assertThat(floor.asked).containsExactly("queue-ages 30", "overturns 30");

        background.advance(Duration.ofMinutes(1));
        assertThat(floor.asked).hasSize(4);

        model.hidden();
        background.advance(Duration.ofMinutes(5));
        assertThat(floor.asked).hasSize(4);
    }

    @Test
    void anotherSpanAsksAnew() {
        model.open();
        floor.asked.clear();
        model.nextSpan();
        assertThat(floor.asked).containsExactly("queue-ages 90", "overturns 90");
        model.nextSpan();
        assertThat(model.spanProperty().get()).isEqualTo(Span.DAY);
    }

    @Test
    void anAnswerToAnEarlierSpanIsNotShown() {
        background.hold();
        model.open();
        model.choose(Span.WEEK);
        floor.put(FakeInsightsApi.rows("queue-ages", Unit.MINUTES, null, List.of()));
        background.release();

        assertThat(ages.stateProperty().get()).isEqualTo(State.EMPTY);
        assertThat(floor.asked).contains("queue-ages 7");
    }

    @Test
    void figuresWithoutAnyValueAreAnEmptyPanel() {
        floor.put(FakeInsightsApi.rows(
                "overturns",
                Unit.SHARE,
                null,
                List.of(new Figure("hate", null, null, null, null, null, 0, .3, false))));
        model.open();

        assertThat(overturns.stateProperty().get()).isEqualTo(State.EMPTY);
        assertThat(overturns.export()).isNull();
    }

    @Test
    void whatWasReadStaysWhileTheFloorIsAway() {
        model.open();
        floor.offline = true;
        model.lookAgain();
        assertThat(ages.stateProperty().get()).isEqualTo(State.READY);

        floor.offline = false;
        floor.refuses = "internal";
        model.lookAgain();
        assertThat(ages.stateProperty().get()).isEqualTo(State.ERROR);

        floor.refuses = null;
        model.reconnected();
        assertThat(ages.stateProperty().get()).isEqualTo(State.READY);
    }

    @Test
    void aPanelThatWasNeverReadSaysThatTheFloorIsAway() {
        floor.offline = true;
        model.open();

        assertThat(ages.stateProperty().get()).isEqualTo(State.OFFLINE);
    }

    @Test
    void valuesAreGoneThroughOneByOneAndStopAtTheEnds() {
        model.open();
        assertThat(ages.figure()).isNull();
        model.step(1);
        assertThat(Objects.requireNonNull(ages.figure()).key()).isEqualTo("harassment");
        model.step(-1);
        assertThat(ages.atProperty().get()).isZero();
        model.go(1);
        model.step(-1);
        assertThat(Objects.requireNonNull(overturns.figure()).key()).isEqualTo("violence");
        model.go(2);
        assertThat(model.atProperty().get()).isEqualTo(1);
    }

    @Test
    void whatIsDrawnIsExportedInFull(@TempDir Path folder) throws Exception {
        model.open();
        model.go(1);
        var export = Objects.requireNonNull(model.export());
        var file = folder.resolve(export.name());
        model.keep(export, file);

        assertThat(file).hasFileName("docket-overturns.csv");
        assertThat(Files.readString(file))
                .startsWith("panel,unit,key,name,at,value,low,high,of,target,missed\r\n")
                .contains("overturns,SHARE,hate,,,0.46,0.34,0.585,63,0.3,true\r\n");
        assertThat(model.lineProperty().get()).isEqualTo(new InsightsViewModel.Line(Said.KEPT, file));
    }

    @Test
    void anExportThatCannotBeWrittenSaysSo(@TempDir Path folder) {
        model.open();
        var nowhere = folder.resolve("not-there").resolve("file.csv");
        model.keep(Objects.requireNonNull(model.export()), nowhere);

        assertThat(model.lineProperty().get().said()).isEqualTo(Said.NOT_KEPT);
    }

    @Test
    void aPanelWithoutFiguresHasNothingToExport() {
        floor.offline = true;
        model.open();

        assertThat(model.export()).isNull();
        assertThat(model.lineProperty().get().said()).isEqualTo(Said.NOTHING_TO_KEEP);
    }

    @Test
    void aNameThatASpreadsheetWouldCalculateIsText() {
        assertThat(Csv.cell("=1+1")).isEqualTo("'=1+1");
        assertThat(Csv.cell("Okafor, \"Mina\"")).isEqualTo("\"Okafor, \"\"Mina\"\"\"");
        assertThat(Csv.cell(-0.2)).isEqualTo("-0.2");
    }

    @Test
    void everyoneAsksWhatTheirRoleMay() {
        assertThat(Question.of(person(Role.MODERATOR)))
                .containsExactly(Question.QUEUE_AGES, Question.OWN_WORK, Question.OWN_ACCURACY);
        assertThat(Question.of(person(Role.POLICY)))
                .containsExactly(
                        Question.OVERTURNS,
                        Question.AGREEMENT,
                        Question.PRECISION,
                        Question.RECALL,
                        Question.COST,
                        Question.FAIRNESS,
                        Question.FAIRNESS_APPEALS);
        assertThat(Question.of(person(Role.ADMIN))).doesNotContain(Question.CARE, Question.OVERTURNS);
        assertThat(Question.of(person(Role.MODERATOR, Role.SENIOR, Role.SUPERVISOR)))
                .containsExactly(Question.values());
    }

    @Test
    void anAxisEndsAtARoundNumber() {
        assertThat(Scale.round(132)).isEqualTo(150);
        assertThat(Scale.round(200)).isEqualTo(200);
        assertThat(Scale.round(24000)).isEqualTo(30000);
        assertThat(Scale.of(insight(Unit.SHARE)).most()).isEqualTo(1);
        assertThat(Scale.of(insight(Unit.MINUTES)).most()).isEqualTo(60);
    }

    private static Insight insight(Unit unit) {
        return FakeInsightsApi.rows(
                "queue-ages", unit, null, List.of(new Figure("spam", null, null, 12.0, null, null, 1, 60.0, false)));
    }

    private static PersonView person(Role... roles) {
        return new PersonView("p1", "p", "P", Set.of(roles), List.of(), List.of("*"), List.of("*"), Map.of());
    }
}
