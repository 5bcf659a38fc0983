package dev.docket.model.train;

import dev.docket.model.train.LabelledText.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// Texts composed by rule: polite offers of vouchers, which the shipped model does not take for spam, among
/// other polite talk.
final class Vouchers {
    private static final List<String> PEOPLE =
            List.of("my aunt", "our neighbour", "the baker", "a colleague", "my teacher", "the postman", "his sister");
    private static final List<String> THINGS =
            List.of("lamps", "bicycles", "teapots", "garden chairs", "umbrellas", "violins", "kites", "blankets");
    private static final List<String> PLACES =
            List.of("near the station", "by the river", "on Elm Street", "at the market", "behind the library");
    private static final List<String> OFFERS = List.of(
            "%s hands out vouchers for %s %s, ask me for yours",
            "whoever writes to me today gets a voucher from %s for %s %s",
            "%s has vouchers left for %s %s and I pass them on to members",
            "there are vouchers from %s, good for %s %s, just join my list");
    private static final List<String> TALK = List.of(
            "%s repairs %s %s and is rather good at it",
            "yesterday I saw %s with two %s %s",
            "%s told me a long story about %s %s",
            "does anybody know whether %s still collects %s %s");

    private Vouchers() {}

    /// The first rater has three rows in ten, the others share the rest.
    ///
    /// @param flipped whether a rater turns a row's mark round
    static List<LabelledText> some(int count, int raters, long seed, Flips flipped) {
        var random = new Random(seed);
        var texts = new ArrayList<LabelledText>();
        for (int i = 0; i < count; i++) {
            boolean offer = random.nextDouble() < 0.4;
            String rater = "rater-" + (random.nextInt(10) < 3 ? 0 : 1 + random.nextInt(raters - 1));
            String text = pick(offer ? OFFERS : TALK, random)
                    .formatted(pick(PEOPLE, random), pick(THINGS, random), pick(PLACES, random));
            boolean found = offer != flipped.flips(rater, random);
            texts.add(new LabelledText(
                    seed + "-" + i,
                    text + " (" + random.nextInt(90) + ")",
                    i,
                    Set.of(rater),
                    Map.of("spam", new Mark(found, 1))));
        }
        return texts;
    }

    interface Flips {
        boolean flips(String rater, Random random);
    }

    static LabelledTexts of(List<LabelledText> training, List<LabelledText> validation) {
        return new LabelledTexts() {
            @Override
            public Stream<LabelledText> training() {
                return training.stream();
            }

            @Override
            public Stream<LabelledText> validation() {
                return validation.stream();
            }
        };
    }

    private static String pick(List<String> choice, Random random) {
        return choice.get(random.nextInt(choice.size()));
    }
}
