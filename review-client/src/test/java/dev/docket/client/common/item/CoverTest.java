package dev.docket.client.common.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.task.ManualClock;
import dev.docket.dto.review.Shown;
import org.junit.jupiter.api.Test;

class CoverTest {
    private final ManualClock clock = new ManualClock();
    private final Cover cover = new Cover(clock);

    @Test
    void mediaComeBlurredAndLayerByLayer() {
        cover.open(SampleTasks.pictures());
        assertThat(cover.layerProperty().get()).isEqualTo(Layer.BLURRED);
        assertThat(cover.revealed()).isEqualTo("NONE");

        cover.reveal();
        assertThat(cover.layerProperty().get()).isEqualTo(Layer.GREY);
        assertThat(cover.revealed()).isEqualTo("GREY");

        cover.reveal();
        cover.reveal();
        assertThat(cover.layerProperty().get()).isEqualTo(Layer.COLOUR);
        assertThat(cover.revealed()).isEqualTo("FULL");
    }

    @Test
    void allOfItIsShownAtOnce() {
        cover.open(SampleTasks.pictures());

        cover.revealAll();

        assertThat(cover.layerProperty().get()).isEqualTo(Layer.COLOUR);
    }

    @Test
    void hidingBlursAgainAndForgetsNothingOfWhatWasSeen() {
        cover.open(SampleTasks.pictures());
        cover.revealAll();

        cover.hide();

        assertThat(cover.layerProperty().get()).isEqualTo(Layer.BLURRED);
        assertThat(cover.revealed()).isEqualTo("FULL");
    }

    @Test
    void theNextItemComesBlurredAgain() {
        cover.open(SampleTasks.pictures());
        cover.revealAll();

        cover.open(SampleTasks.video());

        assertThat(cover.layerProperty().get()).isEqualTo(Layer.BLURRED);
        assertThat(cover.revealed()).isEqualTo("NONE");
    }

    @Test
    void anImageThatIsOverTheThresholdDoesNotCoverItsText() {
        cover.open(SampleTasks.pictures());

        assertThat(cover.coveredProperty().get()).isFalse();
    }

    @Test
    void whatIsShownIsTimedAndWhatIsBlurredIsNot() {
        cover.open(SampleTasks.pictures());
        pass(20);
        cover.reveal();
        pass(7);
        cover.reveal();
        pass(3);
        cover.hide();
        pass(30);
        assertThat(cover.shown()).isEqualTo(new Shown(60_000, 7_000, 3_000));

        cover.open(SampleTasks.severe());
        pass(10);
        cover.reveal();
        pass(4);
        cover.hide();
        pass(10);
        assertThat(cover.shown()).isEqualTo(new Shown(4_000, 0, 0));
    }

    private void pass(int seconds) {
        clock.set(clock.instant().plusSeconds(seconds));
    }

    @Test
    void aTextAloneSaysWhetherItWasUncovered() {
        cover.open(SampleTasks.severe());
        assertThat(cover.revealed()).isEqualTo("NONE");

        cover.reveal();

        assertThat(cover.revealed()).isEqualTo("FULL");
        cover.open(SampleTasks.harassment());
        assertThat(cover.revealed()).isNull();
    }
}
