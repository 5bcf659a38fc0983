package dev.docket.backend.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.model.image.PdqHash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SplitPlanTest {
    private static final List<String> WORDS = List.of(
            "river", "stone", "window", "garden", "letter", "market", "winter", "bridge", "silver", "candle", "forest",
            "mirror", "hammer", "island", "pepper", "ribbon", "saddle", "thread", "valley", "wagon", "yellow", "zebra");
    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void nearDuplicatesOfDifferentAuthorsAreInOneSplit() {
        var rows = new ArrayList<SettledDecision>();
        var copies = new ArrayList<List<SettledDecision>>();
        for (int i = 0; i < 300; i++) {
            String text = sentence(30);
            var family = List.of(
                    row("a" + i, text),
                    row("b" + i, text.replaceFirst(" ", "  ").toUpperCase(Locale.ROOT)),
                    row("c" + i, text + "!!!"),
                    row("d" + i, "so " + text),
                    row("e" + i, text.substring(0, text.length() - 3)));
            copies.add(family);
            rows.addAll(family);
        }
        var plan = settled(Rows.definition("GROUP", null), rows);
        copies.forEach(family -> assertThat(
                        family.stream().map(row -> split(plan, row)).distinct())
                .hasSize(1));
        assertThat(rows.stream().map(row -> split(plan, row)).distinct())
                .containsExactlyInAnyOrder("train", "validation", "test");
        // Families are not drawn together: nearly every one is a group of its own.
        assertThat(copies.stream()
                        .map(family -> plan.cluster(family.getFirst()))
                        .distinct())
                .hasSizeGreaterThan(290);
    }

    @Test
    void imagesThatLookAlikeAreInOneSplitAndOthersAreNot() {
        var rows = new ArrayList<SettledDecision>();
        var copies = new ArrayList<List<SettledDecision>>();
        for (int i = 0; i < 200; i++) {
            var picture = new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong(), 50);
            var family = List.of(
                    Rows.picture("a" + i, picture),
                    Rows.picture("b" + i, picture),
                    Rows.picture("c" + i, changed(picture, 0, 31)),
                    Rows.picture("d" + i, changed(picture, 128, 20), changed(picture, 0, 200)),
                    // Like the one before and not like the first.
                    Rows.picture("e" + i, changed(changed(picture, 128, 20), 192, 20)));
            var stranger = Rows.picture("f" + i, changed(picture, 64, 100));
            copies.add(family);
            rows.addAll(family);
            rows.add(stranger);
        }
        var plan = settled(Rows.definition("GROUP", null), rows);
        copies.forEach(family ->
                assertThat(family.stream().map(plan::cluster).distinct()).hasSize(1));
        copies.forEach(family -> assertThat(
                        family.stream().map(row -> split(plan, row)).distinct())
                .hasSize(1));
        assertThat(rows.stream().map(plan::cluster).distinct()).hasSize(400);
    }

    private static PdqHash changed(PdqHash hash, int from, int bits) {
        byte[] bytes = hash.toBytes();
        for (int bit = from; bit < from + bits; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
        return PdqHash.fromBytes(bytes, hash.quality());
    }

    @Test
    void anAuthorIsInOneSplitWhateverTheyWrite() {
        var rows = new ArrayList<SettledDecision>();
        for (int i = 0; i < 600; i++) {
            rows.add(row("author-" + i % 60, sentence(20)));
        }
        var plan = settled(Rows.definition("GROUP", null), rows);
        var splits = new HashMap<String, String>();
        rows.forEach(row -> assertThat(splits.merge(String.valueOf(row.author()), split(plan, row), (was, now) -> was))
                .isEqualTo(split(plan, row)));
        assertThat(splits.values()).contains("train", "test");
    }

    @Test
    void byTimeWhatIsTrainedOnIsOlderAndNoAuthorIsOnBothSides() {
        var rows = new ArrayList<SettledDecision>();
        for (int i = 0; i < 1000; i++) {
            var at = Rows.BEGIN.plus(Duration.ofMinutes(i));
            rows.add(Rows.row("author-" + random.nextInt(400), sentence(20), at, i % 2 == 0));
        }
        var plan = settled(Rows.definition("TIME", null), rows);
        var latest = new HashMap<String, Instant>();
        var earliest = new HashMap<String, Instant>();
        var authors = new HashMap<String, String>();
        int placed = 0;
        for (var row : rows) {
            var place = plan.place(row);
            if (place.isPresent()) {
                placed++;
                String split = place.get().split();
                latest.merge(split, row.decidedAt(), (one, other) -> one.isAfter(other) ? one : other);
                earliest.merge(split, row.decidedAt(), (one, other) -> one.isBefore(other) ? one : other);
                assertThat(authors.merge(String.valueOf(row.author()), split, (was, now) -> was))
                        .isEqualTo(split);
            }
        }
        assertThat(latest.get("train")).isBefore(earliest.get("validation"));
        assertThat(latest.get("validation")).isBefore(earliest.get("test"));
        assertThat(placed).isGreaterThan(500);
        assertThat(plan.leftOut().straddling()).isEqualTo(1000 - placed).isPositive();
    }

    @Test
    void goldenItemsAndTheirNearDuplicatesAreNeverTrainedOn() {
        var rows = new ArrayList<SettledDecision>();
        var golden = new ArrayList<SettledDecision>();
        for (int i = 0; i < 200; i++) {
            String text = sentence(30);
            golden.add(Rows.row("g" + i, text, Rows.BEGIN, true, Rows.standing(Looks.NONE, true)));
            golden.add(row("h" + i, text.substring(1)));
            rows.add(row("g" + i, sentence(30)));
        }
        rows.addAll(golden);
        var plan = settled(Rows.definition("GROUP", null), rows);
        var splits = golden.stream().map(plan::place).flatMap(Optional::stream).map(SplitPlan.Place::split);
        assertThat(splits.distinct()).containsExactlyInAnyOrder("validation", "test");
        // Their authors' other texts are trained on all the same.
        assertThat(rows.stream().limit(200).map(row -> split(plan, row))).contains("train");
        assertThat(plan.leftOut().heldOut()).isGreaterThan(150);
    }

    @Test
    void negativesAreThinnedOutToTheRatioInTrainingAloneAndCountForMore() {
        var rows = new ArrayList<SettledDecision>();
        for (int i = 0; i < 4000; i++) {
            rows.add(Rows.row("author-" + i, sentence(20), Rows.BEGIN, i % 10 == 0));
        }
        var plan = settled(Rows.definition("GROUP", 2.0), rows);
        double negatives = 0;
        double kept = 0;
        int positives = 0;
        int tested = 0;
        for (var row : rows) {
            var place = plan.place(row);
            boolean trained = place.isPresent() && place.get().split().equals("train");
            positives += trained && row.labels().get("spam") == 1 ? 1 : 0;
            if (trained && row.labels().get("spam") == 0) {
                kept++;
                negatives += 1 / place.get().kept();
            }
            tested += place.isPresent() && !trained ? 1 : 0;
        }
        assertThat(kept / positives).isBetween(1.7, 2.3);
        assertThat(negatives / positives).isBetween(7.5, 10.5);
        assertThat(tested).isBetween(1450, 1750);
    }

    @Test
    void theSameRowsGiveTheSamePlanInAnyOrder() {
        var rows = new ArrayList<SettledDecision>();
        for (int i = 0; i < 300; i++) {
            rows.add(row("author-" + i % 40, sentence(12)));
        }
        var plan = settled(Rows.definition("GROUP", 1.0), rows);
        var other = settled(Rows.definition("GROUP", 1.0), rows.reversed());
        assertThat(rows.stream().map(row -> split(plan, row)).toList())
                .isEqualTo(rows.stream().map(row -> split(other, row)).toList());
    }

    private static SplitPlan settled(Definition definition, List<SettledDecision> rows) {
        var plan = new SplitPlan(definition);
        rows.forEach(plan::tell);
        plan.settle();
        return plan;
    }

    private static @Nullable String split(SplitPlan plan, SettledDecision row) {
        return plan.place(row).map(SplitPlan.Place::split).orElse(null);
    }

    private SettledDecision row(String author, String text) {
        return Rows.row(author, text, Rows.BEGIN, random.nextBoolean());
    }

    private String sentence(int words) {
        var text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(WORDS.get(random.nextInt(WORDS.size())))
                    .append(random.nextInt(1000))
                    .append(' ');
        }
        return text.toString().strip();
    }
}
