package dev.docket.model.train;

import dev.docket.model.artifact.Checksum;
import dev.docket.model.artifact.Manifest;
import dev.docket.model.artifact.Manifest.EncoderBinding;
import dev.docket.model.artifact.Manifest.Preprocessing;
import dev.docket.model.artifact.Manifest.Provenance;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.artifact.WeightFiles;
import dev.docket.model.head.Heads;
import dev.docket.model.text.Windows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes a model package.
final class PackageFolder {
    private static final String NAME = "docket-text";
    private static final String VERSION = "docket-text-1";

    private final Path folder;

    PackageFolder(Path folder) {
        this.folder = folder;
    }

    void write(EncoderBinding binding, Windows windows, Heads heads, Evaluation evaluation, byte[] summary, long seed)
            throws IOException {
        Files.createDirectories(folder);
        var files = new TreeMap<>(WeightFiles.of(heads));
        files.put(Replay.FILE, summary);
        files.put(ModelPackage.CARD, ModelCard.of(VERSION, evaluation).getBytes(StandardCharsets.UTF_8));
        var checksums = new TreeMap<String, String>();
        for (var file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
            checksums.put(file.getKey(), Checksum.of(file.getValue()));
        }
        var manifest = new Manifest(
                NAME,
                VERSION,
                "heads",
                heads.labels(),
                binding,
                new Preprocessing(
                        windows.size(),
                        windows.overlap(),
                        windows.most(),
                        heads.lexicon().bits()),
                heads.calibrations(),
                checksums,
                "Apache-2.0",
                new Provenance(TrainHeads.class.getName(), seed, sources()),
                null,
                evaluation.byLabel());
        var json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.write(folder.resolve(ModelPackage.MANIFEST), json.writeValueAsBytes(manifest));
    }

    private static Map<String, String> sources() {
        var sources = new TreeMap<String, String>();
        Source.ALL.forEach(source -> sources.put(source.name(), source.licence()));
        return sources;
    }
}
