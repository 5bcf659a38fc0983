package dev.docket.backend.quality;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.docket.backend.quality.Annotators.Annotation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The statistics on what real people said of real texts. The files are not part of the
/// source; without them nothing is tested here.
class AnnotatorsTest {
    @BeforeEach
    void theFilesAreHere() {
        assumeThat(Annotators.folder())
                .as("folder with the annotators' files, named by docket.annotators")
                .isPresent();
    }

    /// Mathew et al. (2021) publish 0.46 for the whole of HateXplain.
    @Test
    void alphaOfHateXplainIsAsPublished() {
        var alpha = requireNonNull(KrippendorffAlpha.of(ratings("hatexplain", "class3")));

        assertThat(alpha.value()).isCloseTo(0.46, within(0.006));
        assertThat(alpha.high() - alpha.low()).isLessThan(0.02);
    }

    /// Where the three did not all differ, their majority is the published label. The
    /// estimate weighs raters and so leaves it for some, not for most.
    @Test
    void dawidSkeneStaysNearThePublishedLabels() {
        var annotations = Annotators.annotations("hatexplain", "class3");
        var votes = annotations.stream()
                .map(one -> new Ratings.Named<>(one.item(), one.annotator(), one.label()))
                .toList();
        var ratings = Ratings.of(votes);
        var fit = DawidSkene.fit(ratings, 0.5, 1);

        assertThat(fit.settled()).isTrue();
        assertThat(shareOfPublished("hatexplain", annotations, fit.truth())).isGreaterThan(0.8);
        assertThat(java.util.List.of(fit.belief()))
                .allSatisfy(of -> assertThat(java.util.Arrays.stream(of).sum()).isCloseTo(1, within(1e-9)));
    }

    /// German, up to five lay annotators an item, experts settled what they disputed.
    @Test
    void dawidSkeneDoesNotFallBehindTheMajorityOnWhatExpertsSettled() {
        var annotations = Annotators.annotations("gahd_de", "hate");
        var ratings = Ratings.of(annotations.stream()
                .map(one -> new Ratings.Named<>(one.item(), one.annotator(), one.label()))
                .toList());

        double found = shareOfPublished(
                "gahd_de", annotations, DawidSkene.fit(ratings, 0.5, 1).truth());
        double majority = shareOfPublished("gahd_de", annotations, ratings.majority());
        assertThat(found).isGreaterThan(majority - 0.01);
    }

    /// The figures, for docs/measurements.md.
    @Test
    void everySetHasAnAlphaWithANarrowInterval() throws IOException {
        var lines = new ArrayList<String>();
        for (String set : List.of("hatexplain class3", "davidson2017 class3", "gahd_de hate")) {
            var ratings = ratings(set.split(" ")[0], set.split(" ")[1]);
            var alpha = requireNonNull(KrippendorffAlpha.of(ratings));
            var fit = DawidSkene.fit(ratings, 0.5, 1);
            lines.add("%s items %d votes %d raw %.4f alpha %s, Dawid-Skene %d turns"
                    .formatted(
                            set,
                            ratings.items(),
                            ratings.votes().size(),
                            KrippendorffAlpha.rawAgreement(ratings),
                            alpha,
                            fit.turns()));
            assertThat(alpha.low()).isLessThan(alpha.value());
            assertThat(alpha.high()).isGreaterThan(alpha.value());
            assertThat(alpha.high() - alpha.low()).isLessThan(0.1);
        }
        Files.write(Path.of("target", "annotators-figures.txt"), lines);
    }

    private static Ratings ratings(String set, String task) {
        return Ratings.of(Annotators.annotations(set, task).stream()
                .map(one -> new Ratings.Named<>(one.item(), one.annotator(), one.label()))
                .toList());
    }

    private static double shareOfPublished(String set, List<Annotation> annotations, int[] found) {
        Map<String, String> gold = Annotators.gold(set);
        Map<String, Integer> items = new HashMap<>();
        Map<String, Integer> labels = new HashMap<>();
        for (var one : annotations) {
            items.putIfAbsent(one.item(), items.size());
            labels.putIfAbsent(one.label(), labels.size());
        }
        int right = 0;
        int all = 0;
        for (var item : items.entrySet()) {
            Integer published = labels.get(gold.getOrDefault(item.getKey(), ""));
            if (published != null) {
                all++;
                right += found[item.getValue()] == published ? 1 : 0;
            }
        }
        return right / (double) all;
    }
}
