package dev.docket.backend.training;

import dev.docket.backend.support.PackedTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/// Texts with profanity that the shipped model cannot know, and whether they have any.
///
/// Where the environment's `DOCKET_TRAIN` or the system property `docket.train` names a folder with
/// `multilingual_told_br_pt.csv.gz`, they are Portuguese tweets that three people judged; the shipped model saw none
/// of that language. Without it they are made up: everyday words, every third text with a swear word of a forum where
/// people swear in words of their own.
record Slang(String text, boolean profane) {
    private static final long SEED = 20_261_121;
    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> SWEARING =
            List.of("zorbo", "plimfing", "grakked", "snovelly", "quirbed", "drusk", "vomp", "fleebing");
    private static final List<String> DECENT =
            List.of("lovely", "painted", "wooden", "morning", "borrowed", "quiet", "striped", "baking");
    private static final List<List<String>> PARTS = List.of(
            words(
                    "neighbour, teacher, plumber, cousin, librarian, goalkeeper, dentist, grandmother, pilot, gardener, cook, clerk"),
            words(
                    "sold, repaired, forgot, photographed, carried, hid, praised, measured, drew, returned, lost, cleaned"),
            words("bicycle, recipe, ticket, umbrella, piano, ladder, letter, suitcase, lamp, kitten, violin, curtain"),
            words(
                    "tram, harbour, attic, bakery, stadium, forest, museum, kitchen, airport, playground, bridge, cellar"),
            words("Tuesday, Easter, dawn, noon, midnight, harvest, winter, Friday, spring, carnival, sunset, August"),
            words("rain, music, snow, laughter, fog, thunder, coffee, dust, flowers, noise, smoke, applause"));

    private static List<String> words(String listed) {
        return List.of(listed.split(", "));
    }

    static List<Slang> draw(int texts) {
        var all = new ArrayList<>(file().map(Slang::read).orElseGet(() -> invented(texts)));
        Collections.shuffle(all, new Random(SEED));
        return balanced(all).subList(0, texts);
    }

    private static Optional<Path> file() {
        return Optional.ofNullable(System.getProperty("docket.train", System.getenv("DOCKET_TRAIN")))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "multilingual_told_br_pt.csv.gz"))
                .filter(Files::exists);
    }

    static boolean isReal() {
        return file().isPresent();
    }

    /// Of two judges out of three.
    private static List<Slang> read(Path file) {
        return PackedTable.rows(file).stream()
                .map(row -> new Slang(
                        row.getOrDefault("text", ""),
                        JSON.readTree(row.getOrDefault("labels", "{}"))
                                        .path("profanity")
                                        .asDouble()
                                > 0.5))
                .filter(slang -> !slang.text().isBlank())
                .toList();
    }

    private static List<Slang> invented(int texts) {
        var random = new Random(SEED);
        var invented = new ArrayList<Slang>();
        for (int i = 0; i < 2 * texts; i++) {
            boolean profane = i % 3 == 0;
            var said = new ArrayList<String>();
            PARTS.forEach(part -> said.add(pick(part, random)));
            said.add(pick(profane ? SWEARING : DECENT, random));
            Collections.shuffle(said, random);
            invented.add(new Slang(String.join(" ", said), profane));
        }
        return invented;
    }

    private static String pick(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    /// One in three is profane, from the first to the last.
    private static List<Slang> balanced(List<Slang> all) {
        var profane = all.stream().filter(Slang::profane).iterator();
        var decent = all.stream().filter(slang -> !slang.profane()).iterator();
        var mixed = new ArrayList<Slang>();
        for (var next = profane; next.hasNext(); next = mixed.size() % 3 == 0 ? profane : decent) {
            mixed.add(next.next());
        }
        return mixed;
    }
}
