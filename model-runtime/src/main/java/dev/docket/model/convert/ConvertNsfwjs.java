package dev.docket.model.convert;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.Checksum;
import dev.docket.model.artifact.ClassValues;
import dev.docket.model.artifact.ImageManifest;
import dev.docket.model.artifact.ImageManifest.Channels;
import dev.docket.model.artifact.ImageManifest.Input;
import dev.docket.model.artifact.ImageManifest.Layout;
import dev.docket.model.artifact.ImageManifest.Output;
import dev.docket.model.artifact.ImageManifest.Resize;
import dev.docket.model.artifact.ImagePackage;
import dev.docket.model.artifact.Manifest.Provenance;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.head.Calibration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes the image package that ships with Docket out of the npm package nsfwjs 4.4.0.
///
/// `ConvertNsfwjs <nsfwjs-4.4.0.tgz> <output folder>`, where the archive is what `npm pack
/// nsfwjs@4.4.0` fetches; any other is refused. Equal bytes in, equal bytes out.
public final class ConvertNsfwjs {
    static final String ARCHIVE_SHA256 = "585cd178f3b994337c4d10a87b080d342fc52f8b9bf0085c4d1f345a3a1c5382";
    private static final String VERSION = "docket-image-1";
    private static final String MODEL = "model.onnx";
    private static final String FOLDER = "package/dist/models/mobilenet_v2/";
    private static final int SIDE = 224;
    private static final int CELLS = 7;
    private static final List<String> CLASSES = List.of("Drawing", "Hentai", "Neutral", "Porn", "Sexy");

    private ConvertNsfwjs() {}

    public static void main(String[] arguments) throws IOException, ModelFault {
        byte[] archive = Files.readAllBytes(Path.of(arguments[0]));
        if (!Checksum.of(archive).equals(ARCHIVE_SHA256)) {
            throw new ModelFault("This is not the archive of nsfwjs 4.4.0 that was looked at: its checksum differs");
        }
        PackageOutput.write(files(Tarball.read(archive)), ConvertNsfwjs::manifest, Path.of(arguments[1]));
    }

    private static Map<String, byte[]> files(Tarball archive) throws ModelFault, IOException {
        var model =
                TfjsModel.read(archive.file(FOLDER + "model.min.js"), archive.file(FOLDER + "group1-shard1of1.min.js"));
        var files = new TreeMap<String, byte[]>();
        files.put(MODEL, new NetworkConversion(model, SIDE, CELLS).convert(VERSION));
        files.put("LICENSE", archive.file("package/LICENSE"));
        files.put("NOTICE", PackageOutput.text("NOTICE"));
        files.put(ModelPackage.CARD, PackageOutput.text(ModelPackage.CARD));
        return files;
    }

    /// Calibrations are the identity: nothing that they could be fitted on may be had.
    private static ImageManifest manifest(Map<String, String> checksums) {
        var identity = new Calibration(1, 0);
        return new ImageManifest(
                "docket-image",
                VERSION,
                ImagePackage.KIND,
                List.of("sexual", "suggestive"),
                MODEL,
                new Input(
                        "input",
                        SIDE,
                        SIDE,
                        Layout.NCHW,
                        Channels.RGB,
                        Resize.ALIGNED_CORNERS,
                        List.of(0f, 0f, 0f),
                        List.of(1f, 1f, 1f)),
                new Output("probabilities", ClassValues.PROBABILITIES, "map", "bias", "logits"),
                CLASSES,
                new TreeMap<>(Map.of("sexual", List.of("Hentai", "Porn"), "suggestive", List.of("Sexy"))),
                List.of(identity, identity),
                checksums,
                "MIT",
                new Provenance(
                        ConvertNsfwjs.class.getName(),
                        0,
                        Map.of("nsfwjs 4.4.0 from npm, model mobilenet_v2, archive sha256 " + ARCHIVE_SHA256, "MIT")),
                null,
                null);
    }
}
