package dev.docket.backend.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

class HomeMediaTest extends MediaStoreContract {
    private MediaStore store;

    @Override
    MediaStore media() {
        if (store == null) {
            store = new HomeMedia(home);
        }
        return store;
    }

    @Override
    List<String> kept() {
        return files(home.resolve("media"));
    }

    @Override
    void change(String place, byte[] bytes) {
        try {
            Files.write(home.resolve("media").resolve(place), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
