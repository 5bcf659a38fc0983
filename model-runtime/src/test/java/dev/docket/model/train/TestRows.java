package dev.docket.model.train;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ClassPath;
import dev.docket.model.artifact.EncoderFile;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.onnx.Encoder;
import dev.docket.model.text.Windows;
import dev.docket.model.tokenizer.WordPiece;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Texts as fits read them.
final class TestRows {
    private TestRows() {}

    static byte[] shipped(String file) throws ModelFault {
        return ClassPath.read("models/docket-text/" + file);
    }

    static List<Row> read(ModelPackage base, List<LabelledText> texts, Path workspace, Path encoders)
            throws ModelFault, IOException {
        var binding = base.manifest().encoder();
        var how = base.manifest().preprocessing();
        var embeddings = new Embeddings(
                workspace,
                binding.sha256(),
                WordPiece.read(ClassPath.read(binding.vocabulary())),
                new Windows(how.windowTokens(), how.overlapTokens(), how.mostWindows()));
        try (var encoder = Encoder.open(EncoderFile.prepare(binding, encoders), false)) {
            return new RowReader(embeddings, encoder.newWorker(), base.heads(), 1, HeadTrainer.MOST_ROWS)
                    .read(texts.stream(), read -> {});
        }
    }
}
