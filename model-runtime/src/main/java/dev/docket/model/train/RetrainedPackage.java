package dev.docket.model.train;

import dev.docket.model.artifact.Checksum;
import dev.docket.model.artifact.Manifest;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.artifact.WeightFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes retrained heads as a model package. Equal heads give equal bytes.
public final class RetrainedPackage {
    private final Manifest base;

    public RetrainedPackage(Manifest base) {
        this.base = base;
    }

    /// @param name of the model, for people
    /// @param version of the package
    /// @param sources data set to licence or digest
    /// @param card its model card, in Markdown
    public void write(
            Path folder,
            String name,
            String version,
            TrainedHeads trained,
            long seed,
            Map<String, String> sources,
            String card)
            throws IOException {
        Files.createDirectories(folder);
        var files = new TreeMap<>(WeightFiles.of(trained.heads()));
        files.put(Replay.FILE, trained.summary());
        files.put(ModelPackage.CARD, card.getBytes(StandardCharsets.UTF_8));
        var checksums = new TreeMap<String, String>();
        for (var file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
            checksums.put(file.getKey(), Checksum.of(file.getValue()));
        }
        var manifest = new Manifest(
                name,
                version,
                ModelPackage.KIND,
                trained.heads().labels(),
                base.encoder(),
                base.preprocessing(),
                trained.heads().calibrations(),
                checksums,
                base.licence(),
                new Manifest.Provenance(HeadTrainer.class.getName(), seed, new TreeMap<>(sources)),
                base.version(),
                figures(trained));
        var json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.write(folder.resolve(ModelPackage.MANIFEST), json.writeValueAsBytes(manifest));
    }

    /// On the validation rows, of the trained labels alone.
    private static Map<String, Map<String, Double>> figures(TrainedHeads trained) {
        var figures = new TreeMap<String, Map<String, Double>>();
        for (var label : trained.labels()) {
            if (!Double.isNaN(label.after())) {
                figures.put(label.label(), Map.of("validationRocAuc", Math.round(label.after() * 1e4) / 1e4));
            }
        }
        return figures;
    }
}
