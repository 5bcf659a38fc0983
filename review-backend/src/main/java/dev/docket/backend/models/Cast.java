package dev.docket.backend.models;

import dev.docket.backend.models.Appointments.Appointed;
import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.artifact.PackageHeader;
import dev.docket.model.artifact.TextPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Text packages that were appointed, by whether the encoder reads for them or they read for themselves.
///
/// @param heads the champion, if it is heads; else null
/// @param text the champion, if it reads for itself; else null
/// @param counting see [Appointed]
/// @param unreadable of what kind nobody can tell, with the reason
record Cast(
        ModelPackage.@Nullable Source heads,
        ModelPackage.@Nullable Source text,
        List<ModelPackage.Source> headsBeside,
        List<ModelPackage.Source> textsBeside,
        Set<String> counting,
        Map<String, String> unreadable) {

    /// @throws ModelFault when nobody can tell of what kind the champion is
    static Cast of(Appointed appointed) throws ModelFault {
        boolean reads = readsForItself(appointed.champion());
        var heads = new ArrayList<ModelPackage.Source>();
        var texts = new ArrayList<ModelPackage.Source>();
        var unreadable = new TreeMap<String, String>();
        for (var other : appointed.beside()) {
            try {
                (readsForItself(other) ? texts : heads).add(other);
            } catch (ModelFault | RuntimeException broken) {
                unreadable.put("candidate " + (unreadable.size() + 1), String.valueOf(broken.getMessage()));
            }
        }
        return new Cast(
                reads ? null : appointed.champion(),
                reads ? appointed.champion() : null,
                heads,
                texts,
                appointed.counting(),
                unreadable);
    }

    void refuseUnreadable() throws ModelFault {
        for (var reason : unreadable.values()) {
            throw new ModelFault(reason);
        }
    }

    private static boolean readsForItself(ModelPackage.Source source) throws ModelFault {
        return PackageHeader.of(source).kind().equals(TextPackage.KIND);
    }
}
