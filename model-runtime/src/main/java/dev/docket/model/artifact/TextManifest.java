package dev.docket.model.artifact;

import dev.docket.model.artifact.Manifest.Provenance;
import dev.docket.model.head.Calibration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `model.json` of a package of kind `text`: an ONNX model that scores texts, with its
/// `tokenizer.json`.
///
/// @param labels what it scores, in order
/// @param model its file among `files`
/// @param tokenizer likewise, see `TokenizerFile`
/// @param input what the model reads
/// @param output what it gives
/// @param classes the model's own, in the order of its output
/// @param classesOf label to those classes that it is made of
/// @param calibration one per label, of the logit of its probability
/// @param files file name to SHA-256, every file of the package but this one
public record TextManifest(
        String name,
        String version,
        String kind,
        List<String> labels,
        String model,
        String tokenizer,
        Input input,
        Output output,
        List<String> classes,
        Map<String, List<String>> classesOf,
        List<Calibration> calibration,
        Map<String, String> files,
        String licence,
        @Nullable Provenance provenance,
        @Nullable String parent,
        @Nullable Map<String, Map<String, Double>> figures) {
    public TextManifest {
        Required.fields("model", model, "tokenizer", tokenizer, "input", input, "output", output);
        Required.fields("classes", classes, "classesOf", classesOf, "calibration", calibration);
    }

    /// Integers of 64 or 32 bits `[N, tokens]` each.
    ///
    /// @param ids the graph's input of vocabulary numbers
    /// @param mask of ones for real tokens, if the graph has it
    /// @param types of zeros, if the graph has it
    /// @param positions of the tokens from 0 on, if the graph has it
    /// @param mostTokens that it reads, markers included; longer texts are read in windows
    public record Input(
            String ids,
            @Nullable String mask,
            @Nullable String types,
            @Nullable String positions,
            int mostTokens) {
        public Input {
            Required.fields("input.ids", ids);
        }
    }

    /// @param classes the graph's output `[N, classes]`
    /// @param values what that output holds
    public record Output(String classes, ClassValues values) {
        public Output {
            Required.fields("output.classes", classes, "output.values", values);
        }
    }
}
