package dev.docket.model.artifact;

import dev.docket.model.ModelFault;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What every manifest says, whatever the kind of its package.
///
/// @param version stands in every score, and names the package's folder
/// @param kind `heads`, `image`, `text` or `ocr`
/// @param labels none of kind `ocr`, which reads and does not judge
/// @param files file name to SHA-256, every file but the manifest
public record PackageHeader(
        String name, String version, String kind, List<String> labels, Map<String, String> files, String licence) {
    private static final int MOST_MANIFEST = 1_000_000;
    private static final int MOST_FILES = 50;
    private static final int MOST_LABELS = 200;
    private static final Pattern VERSION = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /// What a package's manifest says.
    public static PackageHeader of(ModelPackage.Source source) throws ModelFault {
        return read(source.read(ModelPackage.MANIFEST));
    }

    /// Reads what is common to all kinds, and refuses what no kind may have.
    public static PackageHeader read(byte[] manifest) throws ModelFault {
        if (manifest.length > MOST_MANIFEST) {
            throw new ModelFault("The manifest is larger than " + MOST_MANIFEST + " bytes");
        }
        try {
            return checked(JsonMapper.shared().readTree(manifest));
        } catch (JacksonException e) {
            throw new ModelFault(ModelPackage.MANIFEST + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static PackageHeader checked(JsonNode json) throws ModelFault {
        var header = new PackageHeader(
                word(json, "name"),
                word(json, "version"),
                word(json, "kind"),
                word(json, "kind").equals(OcrPackage.KIND) ? List.of() : labels(json),
                files(json),
                word(json, "licence"));
        if (!VERSION.matcher(header.version()).matches() || header.version().contains("..")) {
            throw new ModelFault("A version is of small letters, digits, dots and dashes, 64 of them at most");
        }
        return header;
    }

    private static String word(JsonNode json, String field) throws ModelFault {
        var word = json.path(field).asString("").strip();
        if (word.isEmpty()) {
            throw new ModelFault("The manifest does not say '" + field + "'");
        }
        return word;
    }

    private static List<String> labels(JsonNode json) throws ModelFault {
        var labels = StreamSupport.stream(json.path("labels").spliterator(), false)
                .map(label -> label.asString(""))
                .toList();
        boolean good = labels.stream().allMatch(label -> LABEL.matcher(label).matches())
                && labels.stream().distinct().count() == labels.size();
        if (labels.isEmpty() || labels.size() > MOST_LABELS || !good) {
            throw new ModelFault("The manifest needs 'labels', each once, of small letters, digits and underscores");
        }
        return labels;
    }

    private static Map<String, String> files(JsonNode json) throws ModelFault {
        var files = new TreeMap<String, String>();
        for (var entry : json.path("files").properties()) {
            var sha256 = entry.getValue().asString("");
            boolean good = FolderSource.isFileName(entry.getKey())
                    && !entry.getKey().equals(ModelPackage.MANIFEST)
                    && SHA256.matcher(sha256).matches();
            if (!good) {
                throw new ModelFault("The manifest's 'files' are plain names with a SHA-256 of 64 small digits each");
            }
            files.put(entry.getKey(), sha256);
        }
        if (files.isEmpty() || files.size() > MOST_FILES) {
            throw new ModelFault("The manifest lists %d files; 1 to %d are taken".formatted(files.size(), MOST_FILES));
        }
        return files;
    }
}
