/// What every module stands on: callers and rights, problem documents, strict JSON, ids, live events, the database.
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package dev.docket.backend.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
