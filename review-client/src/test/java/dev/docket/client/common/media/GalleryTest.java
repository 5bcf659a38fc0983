package dev.docket.client.common.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.item.SampleTasks;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.dto.item.Media;
import dev.docket.dto.item.MediaKind;
import dev.docket.dto.problem.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GalleryTest {
    private final InlineBackground background = new InlineBackground();
    private final List<String> asked = new ArrayList<>();
    private boolean offline;
    private final Gallery gallery = new Gallery(this::answer, background);

    private byte[] answer(String item, int index, int side, double second) throws ApiProblem, Offline {
        asked.add(item + "/" + index + "@" + second);
        if (offline) {
            throw new Offline(new IOException("away"));
        }
        if (index == 2) {
            throw new ApiProblem(
                    new Problem(Problem.TYPE_PREFIX + "medium-not-shown", "", 409, "It was not fetched.", null, null));
        }
        return new byte[] {(byte) index, (byte) second};
    }

    @Test
    void nothingIsFetchedBeforeSomebodyLooks() {
        gallery.open(SampleTasks.pictures());

        assertThat(asked).isEmpty();
        assertThat(gallery.mediaProperty().get()).hasSize(3);
    }

    @Test
    void eachPictureIsFetchedOnce() {
        gallery.open(SampleTasks.pictures());

        gallery.large();
        gallery.large();

        assertThat(asked).hasSize(1);
        assertThat(gallery.large().state()).isEqualTo(Picture.State.SHOWN);
    }

    @Test
    void whatCannotBeShownSaysWhy() {
        gallery.open(SampleTasks.pictures());
        gallery.select(2);

        var picture = gallery.large();

        assertThat(picture.state()).isEqualTo(Picture.State.MISSING);
        assertThat(picture.fault()).isEqualTo("It was not fetched.");
        assertThat(gallery.at().orElseThrow().fault()).contains("404");
    }

    @Test
    void whatCouldNotBeReachedIsFetchedAgainWhenAsked() {
        offline = true;
        gallery.open(SampleTasks.pictures());
        assertThat(gallery.large().state()).isEqualTo(Picture.State.OFFLINE);

        offline = false;
        gallery.lookAgain();

        assertThat(gallery.large().state()).isEqualTo(Picture.State.SHOWN);
    }

    @Test
    void whatArrivesForAnItemBeforeIsDropped() {
        background.hold();
        gallery.open(SampleTasks.pictures());
        gallery.large();
        gallery.open("another", List.of(new Media(MediaKind.IMAGE, null, "urn:sha256:cc", null)), List.of());
        int before = gallery.arrivalsProperty().get();

        background.release();

        assertThat(gallery.arrivalsProperty().get()).isEqualTo(before);
    }

    @Test
    void itGoesRound() {
        gallery.open(SampleTasks.pictures());

        gallery.move(-1);
        assertThat(gallery.selectedProperty().get()).isEqualTo(2);
        gallery.move(1);
        assertThat(gallery.selectedProperty().get()).isZero();
    }

    @Test
    void aVideoOpensWhereItIsWorst() {
        gallery.open(SampleTasks.video());

        assertThat(gallery.momentProperty().get().second()).isEqualTo(5);
    }

    @Test
    void nothingIsAskedForOfAVideoThatIsPutDown() {
        gallery.open(SampleTasks.video());
        assertThat(gallery.momentProperty().get().at()).isPositive();
        gallery.momentProperty().subscribe(moment -> {
            if (!gallery.isEmpty()) {
                gallery.large();
            }
        });
        asked.clear();

        gallery.open(null);

        assertThat(asked).isEmpty();
        assertThat(gallery.isEmpty()).isTrue();
    }

    @Test
    void aVideoPlaysSecondBySecondToItsEndAndStops() {
        gallery.open(SampleTasks.video());
        gallery.goTo(9);

        gallery.play();
        background.advance(Duration.ofSeconds(1));
        assertThat(gallery.momentProperty().get().second()).isEqualTo(10);
        background.advance(Duration.ofSeconds(5));

        assertThat(gallery.momentProperty().get().second()).isEqualTo(11);
        assertThat(gallery.playingProperty().get()).isFalse();
    }

    @Test
    void anotherItemStopsTheVideo() {
        gallery.open(SampleTasks.video());
        gallery.play();

        gallery.open(SampleTasks.pictures());

        assertThat(gallery.playingProperty().get()).isFalse();
    }

    @Test
    void theMapIsThatOfTheWorstLabel() {
        gallery.open(SampleTasks.pictures());

        assertThat(gallery.map())
                .hasValueSatisfying(map -> assertThat(map.cells()).hasSize(49));
        gallery.move(1);
        assertThat(gallery.map()).isEmpty();
    }

    @Test
    void aRegionStaysWithinItsPictureOnTheWire() {
        var region = Region.between(0, 0.9, 0.8, 1.4, -0.2);

        assertThat(region.asWire()).containsExactly(0.9, 0.0, 0.1, 0.8);
        assertThat(new Region(0, 0.333333, 0.1, 0.666667, 0.2).asWire().get(2)).isLessThanOrEqualTo(0.6667);
        assertThat(region.changed(1, 1, 0, 0).x()).isLessThanOrEqualTo(0.9);
        assertThat(Region.between(0, 0.5, 0.5, 0.501, 0.6).isMeant()).isFalse();
    }
}
