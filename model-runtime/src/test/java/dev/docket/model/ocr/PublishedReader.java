package dev.docket.model.ocr;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.FolderSource;
import dev.docket.model.artifact.OcrPackage;
import dev.docket.model.convert.ConvertPpOcr;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/// The package that an operator would make, of the artifact that is among the tests' libraries.
public final class PublishedReader {
    private static final String ONE_OF_ITS_FILES = "/models/ppocr_keys_v1.txt";

    private PublishedReader() {}

    /// The artifact's file.
    public static Path archive() {
        try {
            var file = Objects.requireNonNull(PublishedReader.class.getResource(ONE_OF_ITS_FILES));
            return Path.of(
                    ((JarURLConnection) file.openConnection()).getJarFileURL().toURI());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Writes the package's files.
    public static Path write(Path folder) throws IOException, ModelFault {
        ConvertPpOcr.main(new String[] {archive().toString(), folder.toString()});
        return folder;
    }

    static OcrPackage read(Path folder) throws IOException, ModelFault {
        return OcrPackage.read(new FolderSource(write(folder)));
    }
}
