package dev.docket.client.common.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.chart.RowChart.Row;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class DrawingTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void valuesAreSaidOneAfterTheOtherAndTheWholeWhenNoneIsAtHand() {
        var chart = rows("one", "two");
        chart.describe("Both of them");
        assertThat(chart.getAccessibleText()).isEqualTo("Both of them");

        chart.step(1);
        assertThat(chart.captionProperty().get()).isEqualTo("said of one");
        chart.step(1);
        chart.step(1);
        assertThat(chart.getAccessibleText()).as("it ends at the last").isEqualTo("said of two");
        chart.point(Drawing.NOWHERE);
        assertThat(chart.captionProperty().get()).isEmpty();
        assertThat(chart.getAccessibleText()).isEqualTo("Both of them");
        chart.step(-1);
        assertThat(chart.captionProperty().get()).as("backwards from the end").isEqualTo("said of two");
    }

    @Test
    void theValueAtHandIsForgottenWithTheFiguresItWasOf() {
        var chart = rows("one", "two");
        chart.step(-1);
        chart.show(0, 1, null, List.of(row("three")));
        assertThat(chart.captionProperty().get()).isEmpty();

        chart.show(0, 1, null, List.of());
        chart.step(1);
        assertThat(chart.captionProperty().get()).isEmpty();
    }

    @Test
    void aRowIsFoundByItsHeight() {
        var chart = rows("one", "two");
        chart.resize(400, 100);

        assertThat(chart.valueAt(10, 5)).isZero();
        assertThat(chart.valueAt(10, 30)).isEqualTo(1);
        assertThat(chart.valueAt(10, 90)).isEqualTo(Drawing.NOWHERE);
    }

    @Test
    void whatIsOutsideAnAxisIsDrawnAtItsEnd() {
        var axis = new Axis("", 0, 0.5, List.of());

        assertThat(axis.share(0.25)).isEqualTo(0.5);
        assertThat(axis.share(2)).isEqualTo(1);
        assertThat(axis.share(-1)).isZero();
    }

    private static RowChart rows(String... names) {
        var chart = new RowChart(60);
        chart.show(0, 1, 0.5, List.of(names).stream().map(DrawingTest::row).toList());
        return chart;
    }

    private static Row row(String name) {
        return Row.bar(name, 0.4, "0.4", false, "said of " + name);
    }
}
