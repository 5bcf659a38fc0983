package dev.docket.client.common.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoverTest {
    private final Cover cover = new Cover();

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
    void aTextAloneSaysWhetherItWasUncovered() {
        cover.open(SampleTasks.severe());
        assertThat(cover.revealed()).isEqualTo("NONE");

        cover.reveal();

        assertThat(cover.revealed()).isEqualTo("FULL");
        cover.open(SampleTasks.harassment());
        assertThat(cover.revealed()).isNull();
    }
}
