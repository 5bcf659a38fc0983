package dev.docket.bench;

import dev.docket.model.Classifier;
import dev.docket.model.Classifiers;
import dev.docket.model.ModelFault;
import dev.docket.model.Profile;
import dev.docket.model.artifact.ModelPackage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// What each profile gains and costs against BALANCED: on ordinary texts, on one that is longer
/// than what is read of it, on one text at a time, and in memory.
final class ProfilesBench implements Benchmark {
    private static final int LONG = 60_000;
    private static final int ALONE = 80;

    @Override
    public String name() {
        return "profiles";
    }

    @Override
    public String title() {
        return "each profile against BALANCED: texts/s, a long text, one text alone, windows read, resident memory;"
                + " no goal, so that one can be chosen";
    }

    @Override
    public List<Measurement> measure(Length length) throws Exception {
        Path cache = Files.createTempDirectory("docket-bench");
        var measurements = new ArrayList<Measurement>();
        try (var balanced = open(Profile.BALANCED, cache)) {
            for (var profile : List.of(Profile.SPEED, Profile.ACCURACY, Profile.MEMORY)) {
                try (var other = open(profile, cache)) {
                    measurements.addAll(compare(name(profile), balanced, other, new SideBySide(length.of(9, 7))));
                }
            }
        }
        double usual = resident(Profile.BALANCED, cache);
        for (var profile : List.of(Profile.SPEED, Profile.ACCURACY, Profile.MEMORY)) {
            measurements.add(counted(name(profile) + "-memory", usual, resident(profile, cache), "MB"));
        }
        return measurements;
    }

    static Classifier open(Profile profile, Path cache) throws ModelFault {
        return Classifiers.open(ModelPackage.read(Classifiers.shipped()), cache, profile.tuning());
    }

    private static String name(Profile profile) {
        return profile.name().toLowerCase(Locale.ROOT);
    }

    private static List<Measurement> compare(String name, Classifier balanced, Classifier other, SideBySide comparison)
            throws Exception {
        var texts = DemoTexts.all();
        var longText = List.of(longText());
        var alone = texts.subList(0, Math.min(ALONE, texts.size()));
        var measurements = new ArrayList<Measurement>();
        measurements.add(comparison.rates(
                name,
                "texts/s",
                texts.size(),
                () -> balanced.classify(texts, true),
                () -> other.classify(texts, true)));
        measurements.add(comparison.rates(
                name + "-long",
                "texts/s",
                1,
                () -> balanced.classify(longText, true),
                () -> other.classify(longText, true)));
        measurements.addAll(comparison.latencies(
                name + "-alone",
                new SideBySide.Requests(calls(balanced, alone)),
                new SideBySide.Requests(calls(other, alone)),
                50,
                99));
        measurements.add(counted(
                name + "-windows",
                balanced.classify(longText, false).getFirst().windows(),
                other.classify(longText, false).getFirst().windows(),
                "windows"));
        return measurements;
    }

    private static List<Callable<?>> calls(Classifier classifier, List<String> texts) {
        var calls = new ArrayList<Callable<?>>();
        texts.forEach(text -> calls.add(() -> classifier.classify(List.of(text), true)));
        return calls;
    }

    /// Longer than any profile reads in full.
    static String longText() {
        var text = new StringBuilder();
        while (text.length() < LONG) {
            DemoTexts.all().forEach(part -> text.append(part).append('\n'));
        }
        return text.toString();
    }

    private static Measurement counted(String name, double baseline, double ours, String unit) {
        double ratio = ours / baseline;
        return new Measurement(name, ratio, ratio, ratio, baseline, ours, unit);
    }

    /// In a process of its own: what one profile has taken, another would find.
    ///
    /// @return the most that it had resident, in MB
    private static double resident(Profile profile, Path cache) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ProcessBuilder(
                java,
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                ProfileProbe.class.getName(),
                profile.name(),
                cache.toString());
        command.environment()
                .put("CLASSPATH", System.getProperty("java.class.path").replace("\n", File.pathSeparator));
        command.environment().put("ORT_DISABLE_TELEMETRY", "1");
        command.redirectError(ProcessBuilder.Redirect.INHERIT);
        var process = command.start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("the process that measures memory failed");
        }
        return Double.parseDouble(answer);
    }
}
