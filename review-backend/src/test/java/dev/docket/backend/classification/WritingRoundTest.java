package dev.docket.backend.classification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.intake.Submissions;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.support.OcrPackages;
import dev.docket.backend.support.SampleImages;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.Media;
import dev.docket.dto.item.MediaKind;
import dev.docket.dto.item.Route;
import dev.docket.dto.review.Evidence;
import dev.docket.model.ModelFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Items with texts in their images: read by the published models, judged by a scripted one.
class WritingRoundTest {
    @TempDir
    Path home;

    private Line line;

    @AfterEach
    void close() {
        line.close();
    }

    private void open(String memory) {
        OcrPackages.putInto(home);
        line = new Line(home, memory);
    }

    @Test
    void aTextInAnImageIsJudgedLikeAnyOther() {
        open("1MB");
        UUID item = settle(SampleImages.saying("nothing to see here"), SampleImages.saying("a line of", "pure abuse"));

        var assessment = line.assessment(item);
        assertThat(assessment.unscored()).isFalse();
        assertThat(assessment.route()).isEqualTo(Route.REVIEW);
        assertThat(line.routed).extracting(ItemRouted::queue).containsExactly("harassment");
        var harassment = score(assessment, "harassment");
        assertThat(harassment.origin()).isEqualTo("/media/1/text");
        assertThat(harassment.score()).isEqualTo(0.9);
        assertThat(harassment.modelVersion()).isEqualTo("scripted");
        assertThat(score(assessment, "suggestive").origin()).isEqualTo("/media/0");
        assertThat(text(assessment, 0).text()).isEqualTo("nothing to see here");
        var abuse = text(assessment, 1);
        assertThat(abuse.text()).isEqualTo("a line of\npure abuse");
        assertThat(abuse.lines())
                .extracting(place -> abuse.text().substring(place.start(), place.end()))
                .containsExactly("a line of", "pure abuse");
        assertThat(abuse.scores())
                .filteredOn(Evidence.PartScore::flagged)
                .extracting(Evidence.PartScore::label)
                .containsExactly("harassment");
        assertThat(abuse.modelVersion()).isEqualTo("ppocr-4");

        // Once more: neither seen nor read nor judged again, and the same.
        int frames = line.images.frames();
        int runs = line.model.runs().size();
        UUID again = settle(SampleImages.saying("a line of", "pure abuse"));
        assertThat(line.images.frames()).isEqualTo(frames);
        assertThat(line.model.runs()).hasSize(runs);
        assertThat(text(line.assessment(again), 0)).isEqualTo(abuse);

        line.bean(Submissions.class).erase(item, new Actor.Automation("test"));
        assertThat(line.assessment(item).media()).isEmpty();
    }

    @Test
    void aTextAtWhichTheModelFailsIsReadByAPerson() {
        open("0B");
        line.model.behave(texts -> {
            if (texts.contains("poison")) {
                throw new ModelFault("scripted");
            }
            return ScriptedModel.sane(texts);
        });
        UUID item = settle(SampleImages.saying("poison"));

        var assessment = line.assessment(item);
        assertThat(assessment.unscored()).isTrue();
        assertThat(assessment.route()).isEqualTo(Route.REVIEW);
        assertThat(assessment.routeReason())
                .isEqualTo(
                        "The text in an image was not read to its end: The model fails at it, or was not available.");
        assertThat(assessment.media().getFirst().unscored()).isFalse();
        assertThat(assessment.media().getFirst().scores()).isNotEmpty();
        assertThat(text(assessment, 0).text()).isEqualTo("poison");
        assertThat(text(assessment, 0).scores()).isEmpty();
        assertThat(text(assessment, 0).fault()).isNotNull();
    }

    @Test
    void whereNothingReadsTextsAnImageIsJudgedAsBefore() {
        line = new Line(home);
        UUID item = settle(SampleImages.saying("pure abuse"));

        assertThat(line.assessment(item).route()).isEqualTo(Route.ALLOW);
        assertThat(line.assessment(item).media().getFirst().text()).isNull();
    }

    @Test
    void aPackageThatIsBrokenCostsNoImageItsScores() throws IOException {
        Files.writeString(OcrPackages.putInto(home).resolve("characters.txt"), "a\nb\n");
        line = new Line(home);
        UUID item = settle(SampleImages.saying("pure abuse"));

        var assessment = line.assessment(item);
        assertThat(assessment.route()).isEqualTo(Route.REVIEW);
        assertThat(assessment.unscored()).isTrue();
        assertThat(assessment.routeReason())
                .isEqualTo("The text in an image was not read to its end: Reading it failed.");
        assertThat(score(assessment, "suggestive").score()).isEqualTo(0.1);
        assertThat(assessment.media().getFirst().unscored()).isFalse();
    }

    private UUID settle(String... images) {
        var media = List.of(images).stream()
                .map(base64 -> new Media(MediaKind.IMAGE, base64, null, null))
                .toList();
        UUID item = line.bean(Submissions.class)
                .submit(new ItemContent(
                        "test",
                        UUID.randomUUID().toString(),
                        "a text",
                        null,
                        null,
                        null,
                        media,
                        null,
                        null,
                        null,
                        null))
                .id();
        line.workOff();
        return item;
    }

    private static Evidence.PictureText text(Assessment assessment, int index) {
        var text = assessment.media().get(index).text();
        assertThat(text).isNotNull();
        return java.util.Objects.requireNonNull(text);
    }

    private static Evidence.Score score(Assessment assessment, String label) {
        return assessment.scores().stream()
                .filter(score -> score.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
