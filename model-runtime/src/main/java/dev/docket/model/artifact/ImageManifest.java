package dev.docket.model.artifact;

import dev.docket.model.artifact.Manifest.Provenance;
import dev.docket.model.head.Calibration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `model.json` of a package of kind `image`: an ONNX model that scores pictures, and how it is
/// asked.
///
/// @param labels what it scores, in order
/// @param model its file among `files`
/// @param input how a picture becomes numbers
/// @param output what the model gives
/// @param classes the model's own, in the order of its output
/// @param classesOf label to those classes that it is made of
/// @param calibration one per label, of the logit of its probability
/// @param files file name to SHA-256, every file of the package but this one
public record ImageManifest(
        String name,
        String version,
        String kind,
        List<String> labels,
        String model,
        Input input,
        Output output,
        List<String> classes,
        Map<String, List<String>> classesOf,
        List<Calibration> calibration,
        Map<String, String> files,
        String licence,
        Provenance provenance,
        @Nullable String parent,
        @Nullable Map<String, Map<String, Double>> figures) {
    public ImageManifest {
        Required.fields("model", model, "input", input, "output", output, "classes", classes);
        Required.fields("classesOf", classesOf, "calibration", calibration);
    }

    /// A pixel's channel `c`, 0..255, becomes `(c / 255 - mean) / deviation`.
    ///
    /// @param name of the graph's input
    /// @param mean by channel, in the order of `channels`
    /// @param deviation likewise
    public record Input(
            String name,
            int width,
            int height,
            Layout layout,
            Channels channels,
            Resize resize,
            List<Float> mean,
            List<Float> deviation) {
        public Input {
            Required.fields("input.name", name, "input.layout", layout, "input.channels", channels);
            Required.fields("input.resize", resize, "input.mean", mean, "input.deviation", deviation);
        }
    }

    /// @param classes the graph's output `[N, classes]`
    /// @param values what that output holds
    /// @param map output `[N, classes, rows, columns]` whose cells with `bias` make the logits,
    ///     if there is one
    /// @param bias output `[N, classes]` that belongs to `map`
    /// @param logits output `[N, classes]` that belongs to `map`
    public record Output(
            String classes,
            ClassValues values,
            @Nullable String map,
            @Nullable String bias,
            @Nullable String logits) {
        public Output {
            Required.fields("output.classes", classes, "output.values", values);
        }

        public boolean explains() {
            return map != null && bias != null && logits != null;
        }
    }

    /// Which side of the numbers comes first.
    public enum Layout {
        /// Picture, channel, row, column.
        NCHW,
        /// Picture, row, column, channel.
        NHWC
    }

    /// The order of the colours.
    public enum Channels {
        RGB,
        BGR
    }

    /// How a picture is brought to the size of the input; its proportions are not kept.
    public enum Resize {
        /// Bilinear, corner pixels on corner pixels.
        ALIGNED_CORNERS,
        /// Bilinear, between the centres of pixels.
        HALF_PIXELS
    }
}
