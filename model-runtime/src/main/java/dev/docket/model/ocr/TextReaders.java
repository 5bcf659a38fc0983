package dev.docket.model.ocr;

import dev.docket.model.ModelFault;
import dev.docket.model.Tuning;
import dev.docket.model.artifact.OcrPackage;

/// Opens readers of text in pictures.
public final class TextReaders {
    private TextReaders() {}

    /// @throws ModelFault also when a model does not do what its manifest says
    public static TextReader open(OcrPackage model, Tuning tuning) throws ModelFault {
        return OnnxTextReader.open(model, tuning);
    }
}
