package dev.docket.model.artifact;

import dev.docket.model.ModelFault;
import dev.docket.model.head.Heads;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A model package whose every file has been checked against its manifest.
///
/// @param manifest what the package says of itself
/// @param heads its weights
public record ModelPackage(Manifest manifest, Heads heads) {
    public static final String KIND = "heads";
    public static final String MANIFEST = "model.json";
    public static final String CARD = "MODEL_CARD.md";

    /// Where the bytes of a package's files come from.
    @FunctionalInterface
    public interface Source {
        byte[] read(String file) throws ModelFault;
    }

    /// Reads the package under `folder` on the class path.
    public static ModelPackage ofResources(String folder) throws ModelFault {
        return read(resources(folder));
    }

    /// The files under `folder` on the class path.
    public static Source resources(String folder) {
        return file -> ClassPath.read(folder + "/" + file);
    }

    /// Reads and verifies a package.
    public static ModelPackage read(Source source) throws ModelFault {
        var manifest = manifest(source.read(MANIFEST));
        refuseMisfits(manifest);
        var files = PackageFiles.verified(source, manifest.files());
        return new ModelPackage(manifest, heads(manifest, files));
    }

    private static void refuseMisfits(Manifest manifest) throws ModelFault {
        if (!manifest.kind().equals(KIND)) {
            throw new ModelFault("A package of kind '" + KIND + "' is needed, this is '" + manifest.kind() + "'");
        }
        if (manifest.labels().isEmpty()
                || manifest.labels().size() != manifest.calibration().size()) {
            throw new ModelFault("The package has %d labels and %d calibrations"
                    .formatted(manifest.labels().size(), manifest.calibration().size()));
        }
    }

    /// Reads a manifest alone.
    public static Manifest manifest(byte[] json) throws ModelFault {
        try {
            return JsonMapper.shared().readValue(json, Manifest.class);
        } catch (JacksonException e) {
            throw new ModelFault(MANIFEST + " cannot be read", e);
        }
    }

    private static Heads heads(Manifest manifest, Map<String, byte[]> files) throws ModelFault {
        var heads = new Heads(
                manifest.labels(),
                WeightFiles.vectorWeights(manifest, files),
                WeightFiles.biases(manifest, files),
                WeightFiles.lexicon(manifest, files),
                manifest.calibration());
        refuseWhatIsNoNumber(heads);
        return heads;
    }

    /// One weight that is no number would make a score of none, on some text of some day.
    private static void refuseWhatIsNoNumber(Heads heads) throws ModelFault {
        boolean good = Arrays.stream(heads.biases()).allMatch(Double::isFinite)
                && Arrays.stream(heads.weights()).allMatch(ModelPackage::areFinite)
                && areFinite(heads.lexicon().scales())
                && heads.calibrations().stream()
                        .allMatch(
                                fit -> fit.slope() > 0 && Double.isFinite(fit.slope()) && Double.isFinite(fit.shift()));
        if (!good) {
            throw new ModelFault("The heads hold weights that are no numbers, or a slope that is not above zero");
        }
    }

    private static boolean areFinite(float[] numbers) {
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                return false;
            }
        }
        return true;
    }
}
