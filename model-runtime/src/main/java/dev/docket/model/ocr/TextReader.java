package dev.docket.model.ocr;

import dev.docket.model.ModelFault;
import dev.docket.model.picture.Frame;
import java.time.Duration;
import java.util.List;

/// Reads the text in pictures.
///
/// Implementations are safe for use by many threads. What is read of a picture depends on that picture alone.
public interface TextReader extends AutoCloseable {
    /// @param limits how much of it is read; what is beyond them is left out, and the result says so
    /// @throws ModelFault when a model fails or hangs
    PictureText read(Frame frame, Limits limits) throws ModelFault;

    /// What is loaded and where it runs, in words.
    Description describe();

    /// Waits for running inference, then frees native memory. Later calls of [#read] throw [ModelFault].
    @Override
    void close();

    /// How much of one picture is read.
    ///
    /// @param mostLines places that text is looked for in, the largest first
    /// @param mostCharacters of all lines together
    /// @param time after which no further line is begun
    record Limits(int mostLines, int mostCharacters, Duration time) {
        /// 150 lines, 4,000 characters, eight seconds: a page's worth.
        public static final Limits STANDARD = new Limits(150, 4_000, Duration.ofSeconds(8));
    }

    /// @param version of the package
    /// @param provider where inference runs: `CPU` or `CUDA`
    /// @param digest of both models and of how they are asked; whatever is read anew for another one
    record Description(String version, String provider, List<String> languages, List<String> scripts, String digest) {}
}
