package dev.docket.backend.registry.web;

import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Answers;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.registry.ModelViews;
import dev.docket.backend.registry.Uploads;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.models.ModelView;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The registry over HTTP.
@RestController
class ModelController {
    private static final String ZIP = "application/zip";

    private final ModelViews views;
    private final Uploads uploads;

    ModelController(ModelViews views, Uploads uploads) {
        this.views = views;
        this.uploads = uploads;
    }

    @GetMapping(Paths.MODELS)
    @Requires(
            roles = {Role.ML, Role.POLICY, Role.SUPERVISOR, Role.ADMIN},
            scopes = Scope.LABELS_READ)
    Page<ModelView> all() {
        return new Page<>(views.all(), null);
    }

    @GetMapping(Paths.MODELS + "/{version}")
    @Requires(
            roles = {Role.ML, Role.POLICY, Role.SUPERVISOR, Role.ADMIN},
            scopes = Scope.LABELS_READ)
    ModelView byVersion(@PathVariable String version) {
        return views.of(version);
    }

    /// The body is the archive itself: nothing is wrapped around what is checked byte by byte.
    @PostMapping(
            path = Paths.MODELS,
            consumes = {ZIP, "application/octet-stream"})
    @Requires(roles = Role.ML)
    @Answers(status = 201, with = ModelView.class)
    @Answers(status = 200, with = ModelView.class)
    ResponseEntity<ModelView> upload(HttpServletRequest request, Caller.Person caller) throws IOException {
        var taken = uploads.take(request.getInputStream(), new Actor.Person(caller.id()));
        return ResponseEntity.status(taken.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(views.of(taken.version()));
    }
}
