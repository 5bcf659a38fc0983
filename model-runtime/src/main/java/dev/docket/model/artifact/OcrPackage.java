package dev.docket.model.artifact;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.OcrManifest.Colours;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A package of kind `ocr` whose every file has been checked against its manifest.
///
/// @param manifest what the package says of itself
/// @param detection the ONNX file that finds lines
/// @param recognition the ONNX file that reads one
/// @param characters that it reads, in the order of its output
public record OcrPackage(OcrManifest manifest, byte[] detection, byte[] recognition, List<String> characters) {
    public static final String KIND = "ocr";
    private static final int MOST_PIXELS = 16_000_000;
    private static final int MOST_WIDTH = 8_192;
    private static final int MOST_HEIGHT = 256;
    private static final int MOST_CHARACTERS = 50_000;
    private static final int MOST_OF_ONE = 16;
    private static final int CHANNELS = 3;

    public OcrPackage {
        characters = List.copyOf(characters);
    }

    /// Reads and verifies a package.
    public static OcrPackage read(ModelPackage.Source source) throws ModelFault {
        var manifest = PackageFiles.manifest(source, OcrManifest.class);
        refuseMisfits(manifest);
        var files = PackageFiles.verified(source, manifest.files());
        return new OcrPackage(
                manifest,
                PackageFiles.file(files, manifest.detection().model()),
                PackageFiles.file(files, manifest.recognition().model()),
                characters(
                        manifest,
                        PackageFiles.file(files, manifest.recognition().characters())));
    }

    /// Nothing is stripped: a character of the list may itself be a kind of space.
    private static List<String> characters(OcrManifest manifest, byte[] list) throws ModelFault {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(list))
                    .toString();
            var characters = new ArrayList<>(List.of(text.split("\r?\n", -1)));
            if (characters.getLast().isEmpty()) {
                characters.removeLast();
            }
            if (manifest.recognition().space()) {
                characters.add(" ");
            }
            if (characters.isEmpty()
                    || characters.size() > MOST_CHARACTERS
                    || characters.stream().anyMatch(one -> one.isEmpty() || one.length() > MOST_OF_ONE)) {
                throw new ModelFault(
                        "The list of characters has one on each line, %d lines at most".formatted(MOST_CHARACTERS));
            }
            return characters;
        } catch (CharacterCodingException e) {
            throw new ModelFault("The list of characters is not UTF-8", e);
        }
    }

    private static void refuseMisfits(OcrManifest manifest) throws ModelFault {
        if (!manifest.kind().equals(KIND)) {
            throw new ModelFault("A package of kind '" + KIND + "' is needed, this is '" + manifest.kind() + "'");
        }
        if (manifest.languages().isEmpty() || manifest.scripts().isEmpty()) {
            throw new ModelFault("The manifest says neither languages nor scripts that are read, or only one of them");
        }
        refuseMisfits(manifest.detection());
        refuseMisfits(manifest.recognition());
    }

    private static void refuseMisfits(OcrManifest.Detection detection) throws ModelFault {
        refuseMisfits(detection.colours());
        boolean sides = detection.multiple() >= 1
                && detection.leastSide() >= detection.multiple()
                && detection.mostPixels() >= (long) detection.leastSide() * detection.leastSide()
                && detection.mostPixels() <= MOST_PIXELS;
        if (!sides) {
            throw new ModelFault("Lines are looked for in pictures of a side of %d at least and of %d pixels at most;"
                            .formatted(detection.leastSide(), detection.mostPixels())
                    + " that is more than " + MOST_PIXELS + " pixels, or does not fit together");
        }
        if (!isShare(detection.threshold())
                || !isShare(detection.boxThreshold())
                || !(detection.unclip() >= 0 && detection.unclip() <= 10)) {
            throw new ModelFault("The thresholds of lines lie between 0 and 1, and they grow by 0 to 10");
        }
    }

    private static void refuseMisfits(OcrManifest.Recognition recognition) throws ModelFault {
        refuseMisfits(recognition.colours());
        boolean sides = recognition.height() >= 1
                && recognition.height() <= MOST_HEIGHT
                && recognition.leastWidth() >= 1
                && recognition.mostWidth() >= recognition.leastWidth()
                && recognition.mostWidth() <= MOST_WIDTH;
        if (!sides || !isShare(recognition.threshold()) || !isShare(recognition.spaceThreshold())) {
            throw new ModelFault("Lines of %d rows and %d to %d columns are not read, or a threshold is no share"
                    .formatted(recognition.height(), recognition.leastWidth(), recognition.mostWidth()));
        }
    }

    private static void refuseMisfits(Colours colours) throws ModelFault {
        if (colours.mean().size() != CHANNELS
                || colours.deviation().size() != CHANNELS
                || colours.deviation().contains(0f)) {
            throw new ModelFault("Three means and three deviations are needed, none of the latter zero");
        }
    }

    private static boolean isShare(double number) {
        return number >= 0 && number <= 1;
    }
}
