package dev.docket.model.artifact;

import dev.docket.model.ModelFault;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads what packages of every kind consist of: a manifest, and the files that it lists.
final class PackageFiles {
    private PackageFiles() {}

    static <M> M manifest(ModelPackage.Source source, Class<M> type) throws ModelFault {
        try {
            return JsonMapper.shared().readValue(source.read(ModelPackage.MANIFEST), type);
        } catch (JacksonException e) {
            throw new ModelFault(ModelPackage.MANIFEST + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    /// Every file by name.
    ///
    /// @param files name to checksum
    /// @throws ModelFault for one that is missing, or another than the package was made with
    static Map<String, byte[]> verified(ModelPackage.Source source, Map<String, String> files) throws ModelFault {
        var verified = new HashMap<String, byte[]>();
        for (var entry : files.entrySet()) {
            byte[] bytes = source.read(entry.getKey());
            Checksum.verify(entry.getKey(), bytes, entry.getValue());
            verified.put(entry.getKey(), bytes);
        }
        return verified;
    }

    static byte[] file(Map<String, byte[]> files, String name) throws ModelFault {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new ModelFault("'" + name + "' is not among the package's files");
        }
        return bytes;
    }
}
