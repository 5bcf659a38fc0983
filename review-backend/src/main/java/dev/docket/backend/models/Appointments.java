package dev.docket.backend.models;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ModelPackage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says which model packages serve. A floor asks when it starts; where nobody says anything, what ships with Docket
/// serves. Later changes are told to each [Appointee].
public interface Appointments {
    /// Nobody says anything.
    Appointments NONE = new Appointments() {
        @Override
        public Optional<Appointed> texts() {
            return Optional.empty();
        }

        @Override
        public Optional<Appointed> images() {
            return Optional.empty();
        }
    };

    /// @throws ModelFault when it cannot be said; then nothing serves, and people see every item
    Optional<Appointed> texts() throws ModelFault;

    /// @throws ModelFault as above
    Optional<Appointed> images() throws ModelFault;

    /// What is to serve.
    ///
    /// @param champion whose scores count: of kind `heads` or `text` for texts, `image` for images
    /// @param beside what scores unseen: heads in the pass of the encoder that is open, all else in a
    ///     pass of its own
    /// @param counting versions of those beside whose scores may count for some items: they are asked about all,
    ///     while of others with a pass of their own a share is enough
    record Appointed(ModelPackage.Source champion, List<ModelPackage.Source> beside, Set<String> counting) {
        public Appointed {
            beside = List.copyOf(beside);
            counting = Set.copyOf(counting);
        }

        /// Where nobody's scores count but the champion's.
        public Appointed(ModelPackage.Source champion, List<ModelPackage.Source> beside) {
            this(champion, beside, Set.of());
        }
    }
}
