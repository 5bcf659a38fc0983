package dev.docket.model.video;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// The kinds of video file that are read, by their first bytes.
///
/// The program is told which one it is: left to guess, it would also take playlists, which name
/// other files.
enum Container {
    MP4("mov", 4, "ftyp"),
    MATROSKA("matroska", 0, "\u001aE\u00df\u00a3"),
    AVI("avi", 8, "AVI "),
    OGG("ogg", 0, "OggS");

    private static final int ENOUGH = 12;

    private final String demuxer;
    private final int at;
    private final byte[] magic;

    Container(String demuxer, int at, String magic) {
        this.demuxer = demuxer;
        this.at = at;
        this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
    }

    String demuxer() {
        return demuxer;
    }

    static Optional<Container> of(Path video) throws IOException {
        try (var in = Files.newInputStream(video)) {
            byte[] first = in.readNBytes(ENOUGH);
            return Arrays.stream(values())
                    .filter(container -> first.length == ENOUGH && container.knows(first))
                    .findFirst();
        }
    }

    private boolean knows(byte[] first) {
        return Arrays.equals(first, at, at + magic.length, magic, 0, magic.length);
    }
}
