package dev.docket.backend.models;

import dev.docket.model.ModelFault;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/// Asked when they are needed: whoever appoints models knows those who serve them, and is made after them.
record LateAppointments(ObjectProvider<Appointments> provider) implements Appointments {
    @Override
    public Optional<Appointed> texts() throws ModelFault {
        return said().texts();
    }

    @Override
    public Optional<Appointed> images() throws ModelFault {
        return said().images();
    }

    private Appointments said() {
        var said = provider.getIfAvailable();
        return said == null ? NONE : said;
    }
}
