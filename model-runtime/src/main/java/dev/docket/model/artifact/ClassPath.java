package dev.docket.model.artifact;

import dev.docket.model.ModelFault;
import java.io.IOException;

/// Reads whole resources.
public final class ClassPath {
    private ClassPath() {}

    /// @param name from the root of the class path, without a leading slash
    public static byte[] read(String name) throws ModelFault {
        try (var in = ClassPath.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new ModelFault("Missing from the class path: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ModelFault("Cannot be read: " + name, e);
        }
    }
}
