package dev.docket.model.artifact;

import dev.docket.model.artifact.ImageManifest.Channels;
import dev.docket.model.artifact.Manifest.Provenance;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `model.json` of a package of kind `ocr`: one ONNX model that finds lines of text in a picture, one that
/// reads a line, and how they are asked.
///
/// @param languages whose texts it reads, BCP 47
/// @param scripts in which they are written, ISO 15924
/// @param files file name to SHA-256, every file of the package but this one
public record OcrManifest(
        String name,
        String version,
        String kind,
        List<String> languages,
        List<String> scripts,
        Detection detection,
        Recognition recognition,
        Map<String, String> files,
        String licence,
        @Nullable Provenance provenance) {
    public OcrManifest {
        Required.fields("languages", languages, "scripts", scripts);
        Required.fields("detection", detection, "recognition", recognition);
    }

    /// A pixel's channel `c`, 0..255, becomes `(c / 255 - mean) / deviation`; planes one after the other, in
    /// the order of `channels`.
    public record Colours(Channels channels, List<Float> mean, List<Float> deviation) {
        public Colours {
            Required.fields("colours.channels", channels, "colours.mean", mean, "colours.deviation", deviation);
        }
    }

    /// How lines are found: the model says of every pixel how surely it belongs to one.
    ///
    /// @param model its file among `files`
    /// @param input of the graph, `[1, 3, rows, columns]`
    /// @param output of the graph, `[1, 1, rows, columns]`, probabilities
    /// @param leastSide a picture whose longer side is shorter is enlarged to it
    /// @param mostPixels a picture of more is reduced to as many
    /// @param multiple that rows and columns are rounded to
    /// @param threshold of a pixel that belongs to a line
    /// @param boxThreshold least mean within a line's box
    /// @param unclip by how much a box grows, over its area and round its edge: lines are found thinner than
    ///     they are
    public record Detection(
            String model,
            String input,
            String output,
            Colours colours,
            int leastSide,
            int mostPixels,
            int multiple,
            double threshold,
            double boxThreshold,
            double unclip) {
        public Detection {
            Required.fields("detection.model", model, "detection.input", input, "detection.output", output);
            Required.fields("detection.colours", colours);
        }
    }

    /// How a line is read: the model says at each step along it how likely each character is.
    ///
    /// @param model its file among `files`
    /// @param input of the graph, `[1, 3, height, columns]`
    /// @param output of the graph, `[1, steps, characters + 1]`, probabilities; the first is of no character
    /// @param height rows of a line
    /// @param leastWidth columns; a shorter line is followed by grey
    /// @param mostWidth columns; a longer line is squeezed
    /// @param characters its file among `files`: one a line, in the order of the output
    /// @param space whether a space comes after them, which no line of a file can show
    /// @param spaceThreshold probability from which a space is read between two characters though something else is
    ///     likelier
    /// @param threshold least mean probability of a line that is believed
    public record Recognition(
            String model,
            String input,
            String output,
            Colours colours,
            int height,
            int leastWidth,
            int mostWidth,
            String characters,
            boolean space,
            double spaceThreshold,
            double threshold) {
        public Recognition {
            Required.fields("recognition.model", model, "recognition.input", input, "recognition.output", output);
            Required.fields("recognition.colours", colours, "recognition.characters", characters);
        }
    }
}
