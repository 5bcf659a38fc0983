package dev.docket.model.picture;

import com.twelvemonkeys.imageio.ImageReaderBase;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Where the classes lie that a decoding process needs: this module and the reader of WebP.
final class DecoderClassPath {
    /// One class of every archive.
    private static final List<Class<?>> NEEDED = List.of(
            DecoderProgram.class,
            WebPImageReaderSpi.class,
            ImageReaderBase.class,
            Directory.class,
            com.twelvemonkeys.lang.StringUtil.class,
            com.twelvemonkeys.io.LittleEndianDataInputStream.class,
            com.twelvemonkeys.image.ImageUtil.class);

    private DecoderClassPath() {}

    /// Falls back to this process's own class path where a class does not tell where it is from.
    static String find() {
        Set<String> places = new LinkedHashSet<>();
        try {
            for (var type : NEEDED) {
                places.add(Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString());
            }
            return String.join(File.pathSeparator, places);
        } catch (URISyntaxException | RuntimeException elsewhere) {
            return System.getProperty("java.class.path", "");
        }
    }
}
