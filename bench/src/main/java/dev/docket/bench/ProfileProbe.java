package dev.docket.bench;

import dev.docket.model.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Scores some texts under a profile and says how much memory this process had resident at most.
final class ProfileProbe {
    private ProfileProbe() {}

    /// @param arguments the profile, and the cache folder
    public static void main(String[] arguments) throws Exception {
        try (var classifier = ProfilesBench.open(Profile.valueOf(arguments[0]), Path.of(arguments[1]))) {
            classifier.classify(DemoTexts.all(), true);
            classifier.classify(List.of(ProfilesBench.longText()), true);
        }
        System.out.println(megabytes());
    }

    private static double megabytes() throws IOException {
        String peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow(() -> new IOException("this system does not tell what is resident"));
        return Double.parseDouble(peak.replaceAll("[^0-9]", "")) / 1_000;
    }
}
