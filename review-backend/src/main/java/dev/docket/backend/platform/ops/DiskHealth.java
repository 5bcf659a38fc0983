package dev.docket.backend.platform.ops;

import dev.docket.dto.ops.HealthReport.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;

/// Whether there is room to write.
@org.springframework.stereotype.Component
class DiskHealth implements HealthPart {
    private static final long MEGABYTE = 1024L * 1024;
    private static final long LOW = 2048 * MEGABYTE;
    private static final long EMPTY = 200 * MEGABYTE;

    private final Path home;

    DiskHealth(@Value("${docket.home}") Path home) {
        this.home = home;
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Component check() {
        try {
            long free = Files.getFileStore(Files.createDirectories(home)).getUsableSpace();
            String detail = free / MEGABYTE + " MB free for the floor's home";
            if (free < EMPTY) {
                return new Component(DOWN, detail + "; writes will fail. Make room.");
            }
            return free < LOW ? new Component(DEGRADED, detail + "; make room soon.") : new Component(UP, detail);
        } catch (IOException e) {
            return new Component(DOWN, "The floor's home cannot be used; check that it exists and can be written.");
        }
    }
}
