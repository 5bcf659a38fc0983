package dev.docket.backend.models;

import dev.docket.backend.models.Appointments.Appointed;
import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ModelPackage;
import java.util.Map;
import java.util.Optional;

/// What scores one medium on this floor, and can be told by which packages.
public interface Appointee {
    /// What is loaded; empty while nothing is.
    Optional<ModelDescription> describe();

    /// Which versions were to score and do not, with the reason.
    Map<String, String> leftOut();

    /// Lets these packages serve from now on. Nobody who asks meanwhile is turned away, and each
    /// answer is wholly of the old or of the new.
    ///
    /// @throws ModelFault with the reason, and nothing is different from before
    void serve(Appointed appointed) throws ModelFault;

    /// What ships with Docket.
    ModelPackage.Source shipped();
}
