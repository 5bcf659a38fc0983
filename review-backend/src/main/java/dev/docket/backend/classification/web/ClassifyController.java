package dev.docket.backend.classification.web;

import dev.docket.backend.classification.Classification;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Paths;
import dev.docket.dto.classify.ClassifyRequest;
import dev.docket.dto.classify.ClassifyResponse;
import dev.docket.dto.people.Scope;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Scores without storing.
@RestController
class ClassifyController {
    private final Classification classification;

    ClassifyController(Classification classification) {
        this.classification = classification;
    }

    @PostMapping(Paths.CLASSIFY)
    @Requires(scopes = Scope.CLASSIFY)
    ClassifyResponse classify(@RequestBody ClassifyRequest request) {
        return classification.classify(request);
    }
}
