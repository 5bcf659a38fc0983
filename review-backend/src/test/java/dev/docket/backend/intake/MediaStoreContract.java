package dev.docket.backend.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.platform.ops.HealthPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds of media wherever they are kept.
abstract class MediaStoreContract {
    static final byte[] IMAGE = "an image".getBytes(StandardCharsets.UTF_8);
    static final String NAME = MediaStore.nameOf(IMAGE);

    @TempDir
    Path home;

    abstract MediaStore media();

    /// Everything that lies where media are kept, by name.
    abstract List<String> kept();

    /// Changes what is kept, behind the store's back.
    abstract void change(String place, byte[] bytes);

    @Test
    void whatIsKeptIsReadAgain() {
        media().keep(NAME, IMAGE);

        assertThat(media().read(NAME))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(IMAGE));
        assertThat(kept()).containsExactly(MediaStore.placeOf(NAME));
    }

    @Test
    void theSameBytesAreKeptOnce() {
        media().keep(NAME, IMAGE);
        media().keep(NAME, IMAGE);

        assertThat(kept()).hasSize(1);
    }

    @Test
    void manyKeepTheSameAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Object> keep = Executors.callable(() -> media().keep(NAME, IMAGE));
            for (var kept : threads.invokeAll(List.of(keep, keep, keep, keep))) {
                kept.get();
            }
        }

        assertThat(media().read(NAME)).isPresent();
        assertThat(kept()).hasSize(1);
    }

    @Test
    void whatIsNotThereIsNothing() {
        assertThat(media().read(NAME)).isEmpty();
        assertThat(media().withFile(NAME, file -> file)).isEmpty();
        assertThat(media().film(NAME)).isEmpty();
        assertThat(media().hasFilm(NAME)).isFalse();
        media().remove(NAME);
    }

    @Test
    void whatIsNoDigestNamesNothing() {
        for (String name : List.of("../../secrets", "", NAME.substring(1), NAME.toUpperCase(java.util.Locale.ROOT))) {
            assertThat(media().read(name)).isEmpty();
            assertThat(media().withFile(name, file -> file)).isEmpty();
            assertThat(media().film(name)).isEmpty();
            assertThat(media().hasFilm(name)).isFalse();
        }
    }

    @Test
    void changedBytesAreAsGoodAsGone() {
        media().keep(NAME, IMAGE);
        change(MediaStore.placeOf(NAME), "another".getBytes(StandardCharsets.UTF_8));

        assertThat(media().read(NAME)).isEmpty();
        assertThat(media().withFile(NAME, file -> file)).isEmpty();
    }

    @Test
    void aFileIsLentAndNothingStaysOfIt() {
        media().keep(NAME, IMAGE);

        Optional<String> read = media().withFile(NAME, MediaStoreContract::text);

        assertThat(read).contains("an image");
        assertThat(files(media().incoming().folder())).isEmpty();
    }

    @Test
    void whatIsStagedIsSeenByNobodyUntilItIsKept() throws IOException {
        var part = part(IMAGE);
        var staged = media().stage(NAME, part);
        assertThat(media().read(NAME)).isEmpty();

        media().keep(staged);
        media().discard(staged);

        assertThat(media().read(NAME)).isPresent();
        assertThat(kept()).containsExactly(MediaStore.placeOf(NAME));
    }

    @Test
    void whatIsStagedAndNotKeptLeavesNothing() throws IOException {
        var part = part(IMAGE);
        var staged = media().stage(NAME, part);

        media().discard(staged);
        Files.delete(part);

        assertThat(media().read(NAME)).isEmpty();
        assertThat(kept()).isEmpty();
    }

    @Test
    void aFilmGoesWithItsVideo() throws IOException {
        media().keep(NAME, IMAGE);
        media().keepFilm(NAME, part("drawn".getBytes(StandardCharsets.UTF_8)));
        assertThat(media().hasFilm(NAME)).isTrue();
        try (var film = media().film(NAME).orElseThrow()) {
            assertThat(film.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("drawn");
        }

        media().remove(NAME);

        assertThat(media().read(NAME)).isEmpty();
        assertThat(media().film(NAME)).isEmpty();
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatWasDrawnOfAnErasedVideoDoesNotStay() throws IOException {
        media().keepFilm(NAME, part("drawn".getBytes(StandardCharsets.UTF_8)));

        assertThat(media().hasFilm(NAME)).isFalse();
        assertThat(kept()).isEmpty();
    }

    @Test
    void partsOfAProcessThatDiedAreSwept() {
        Path part = media().newPart();

        media().sweep();

        assertThat(part).doesNotExist();
    }

    @Test
    void healthSaysWhereTheyLie() {
        assertThat(media().health().status()).isEqualTo(HealthPart.UP);
        assertThat(media().health().detail()).startsWith("Media are kept in ").doesNotContain(home.toString());
    }

    Path part(byte[] bytes) throws IOException {
        return Files.write(media().newPart(), bytes);
    }

    static List<String> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
