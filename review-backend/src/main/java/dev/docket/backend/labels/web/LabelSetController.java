package dev.docket.backend.labels.web;

import dev.docket.backend.labels.Comparisons;
import dev.docket.backend.labels.Exports;
import dev.docket.backend.labels.LabelSets;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.labels.CreateLabelSet;
import dev.docket.dto.labels.DatasetCard;
import dev.docket.dto.labels.LabelSetComparison;
import dev.docket.dto.labels.LabelSetGates;
import dev.docket.dto.labels.LabelSetManifest;
import dev.docket.dto.labels.LabelSetPreview;
import dev.docket.dto.labels.LabelSetView;
import dev.docket.dto.labels.WaiveGates;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LabelSetController {
    private static final int LONGEST_PAGE = 200;
    private static final String MARKDOWN = "text/markdown;charset=UTF-8";

    private final LabelSets sets;
    private final Exports exports;
    private final Comparisons comparisons;

    LabelSetController(LabelSets sets, Exports exports, Comparisons comparisons) {
        this.sets = sets;
        this.exports = exports;
        this.comparisons = comparisons;
    }

    @PostMapping(Paths.LABEL_SETS)
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(roles = Role.ML)
    LabelSetView create(@RequestBody CreateLabelSet request, Caller.Person caller) {
        return sets.create(request, new Actor.Person(caller.id()));
    }

    @GetMapping(Paths.LABEL_SETS)
    @Requires(roles = Role.ML, scopes = Scope.LABELS_READ)
    Page<LabelSetView> list(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        return sets.page(after, Math.clamp(limit, 1, LONGEST_PAGE));
    }

    @GetMapping(Paths.LABEL_SETS + "/{version}")
    @Requires(roles = Role.ML, scopes = Scope.LABELS_READ)
    LabelSetView byVersion(@PathVariable String version) {
        return sets.byVersion(version);
    }

    @GetMapping(path = Paths.LABEL_SETS + "/{version}/card")
    @Requires(roles = Role.ML, scopes = Scope.LABELS_READ)
    ResponseEntity<String> card(@PathVariable String version) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, MARKDOWN).body(sets.card(version));
    }

    @GetMapping(Paths.LABEL_SETS + "/{version}/card/facts")
    @Requires(roles = Role.ML, scopes = Scope.LABELS_READ)
    DatasetCard facts(@PathVariable String version) {
        return sets.facts(version);
    }

    @GetMapping(Paths.LABEL_SETS + "/{version}/gates")
    @Requires(roles = Role.ML, scopes = Scope.LABELS_READ)
    LabelSetGates gates(@PathVariable String version) {
        return sets.gates(version);
    }

    @PostMapping(Paths.LABEL_SETS + "/{version}/gates/waiver")
    @Requires(roles = Role.ML)
    LabelSetGates waive(@PathVariable String version, @RequestBody WaiveGates request, Caller.Person caller) {
        return sets.waive(version, request.reason(), new Actor.Person(caller.id()));
    }

    /// What a set would be drawn from, without making it.
    @PostMapping(Paths.LABEL_SETS + "/preview")
    @Requires(roles = Role.ML)
    LabelSetPreview preview(@RequestBody CreateLabelSet request) {
        return sets.preview(request);
    }

    @GetMapping(Paths.LABEL_SETS + "/{first}/compare/{second}")
    @Requires(roles = Role.ML, scopes = Scope.LABELS_READ)
    LabelSetComparison compare(@PathVariable String first, @PathVariable String second) {
        return comparisons.compare(first, second);
    }

    @GetMapping(Paths.LABEL_SETS + "/{version}/manifest")
    @Requires(roles = Role.ML, scopes = Scope.LABELS_READ)
    LabelSetManifest manifest(
            @PathVariable String version,
            @RequestParam(defaultValue = "jsonl") String format,
            @RequestParam(required = false) @Nullable String split)
            throws IOException {
        return exports.manifest(version, format, split);
    }

    /// Written straight to the response, from the request's own virtual thread: an export may take longer than any
    /// timeout meant for answers that are thought about rather than written.
    @GetMapping(Paths.LABEL_SETS + "/{version}/export")
    @Requires(roles = Role.ML, scopes = Scope.LABELS_READ)
    void export(
            @PathVariable String version,
            @RequestParam(defaultValue = "jsonl") String format,
            @RequestParam(required = false) @Nullable String split,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            @RequestHeader(name = HttpHeaders.IF_RANGE, required = false) @Nullable String ifRange,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        var export = exports.open(version, format, split, caller.actor());
        new ExportAnswer(export, response).give(range, ifRange);
    }
}
