package dev.docket.backend.labels.web;

import dev.docket.backend.labels.ImportReader;
import dev.docket.backend.labels.LabelImports;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Answers;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.InvalidInput;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.platform.json.StrictJson;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.item.BatchLineResult;
import dev.docket.dto.labels.CreateLabelImport;
import dev.docket.dto.labels.ImportedRow;
import dev.docket.dto.labels.LabelImportView;
import dev.docket.dto.people.Role;
import dev.docket.dto.problem.Problem;
import dev.docket.dto.problem.Slug;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Labels from elsewhere: an import is announced with its licence, and its rows follow as JSON
/// Lines or CSV, any number of them, each answered by a line.
@RestController
class LabelImportController {
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final int LONGEST_PAGE = 200;
    /// Rows to a transaction.
    private static final int CHUNK = 200;

    private final LabelImports imports;
    private final StrictJson strict;
    private final JsonMapper json;

    LabelImportController(LabelImports imports, StrictJson strict, JsonMapper json) {
        this.imports = imports;
        this.strict = strict;
        this.json = json;
    }

    @PostMapping(Paths.LABEL_IMPORTS)
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(roles = Role.ML)
    LabelImportView create(@RequestBody CreateLabelImport request, Caller.Person caller) {
        return imports.create(request, new Actor.Person(caller.id()));
    }

    @GetMapping(Paths.LABEL_IMPORTS)
    @Requires(roles = Role.ML)
    Page<LabelImportView> list(
            @RequestParam(required = false) @Nullable UUID after, @RequestParam(defaultValue = "50") int limit) {
        return imports.page(after, Math.clamp(limit, 1, LONGEST_PAGE));
    }

    @GetMapping(Paths.LABEL_IMPORTS + "/{id}")
    @Requires(roles = Role.ML)
    LabelImportView byId(@PathVariable UUID id) {
        return imports.byId(id);
    }

    /// Takes its texts away from every later export.
    @DeleteMapping(Paths.LABEL_IMPORTS + "/{id}")
    @Requires(roles = Role.ML)
    LabelImportView withdraw(@PathVariable UUID id, Caller.Person caller) {
        return imports.withdraw(id, new Actor.Person(caller.id()));
    }

    @PostMapping(
            path = Paths.LABEL_IMPORTS + "/{id}/rows",
            consumes = {NDJSON, CSV})
    @Requires(roles = Role.ML)
    @Answers(status = 200, media = NDJSON)
    void rows(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        imports.checkOpen(id);
        var reader = reader(request);
        var chunk = chunk(reader);
        response.setContentType(NDJSON);
        while (!chunk.isEmpty()) {
            answer(id, chunk, response.getOutputStream());
            chunk = chunk(reader);
        }
    }

    private ImportReader reader(HttpServletRequest request) throws IOException {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        return type.startsWith(CSV)
                ? ImportReader.csv(request.getInputStream())
                : ImportReader.jsonLines(request.getInputStream(), strict, json);
    }

    private static List<ImportReader.Read> chunk(ImportReader reader) throws IOException {
        var chunk = new ArrayList<ImportReader.Read>();
        var read = reader.next();
        while (read.isPresent()) {
            chunk.add(read.get());
            if (chunk.size() == CHUNK) {
                return chunk;
            }
            read = reader.next();
        }
        return chunk;
    }

    private void answer(UUID id, List<ImportReader.Read> chunk, OutputStream out) throws IOException {
        var rows = chunk.stream()
                .map(ImportReader.Read::row)
                .filter(Objects::nonNull)
                .map(ImportedRow.class::cast)
                .toList();
        var taken = imports.add(id, rows).iterator();
        for (var read : chunk) {
            var refused = read.refused();
            out.write(json.writeValueAsBytes(
                    refused == null ? result(read.line(), taken.next()) : refused(read.line(), refused)));
            out.write('\n');
        }
        out.flush();
    }

    private static BatchLineResult result(int line, LabelImports.Taken taken) {
        return switch (taken.fate()) {
            case NEW -> new BatchLineResult(line, 201, taken.id().toString(), null);
            case SAME -> new BatchLineResult(line, 200, taken.id().toString(), null);
            case CHANGED ->
                new BatchLineResult(
                        line,
                        409,
                        taken.id().toString(),
                        new Problem(
                                Problem.TYPE_PREFIX + Slug.ITEM_CHANGED,
                                "The row is there with other content",
                                409,
                                "Rows are never changed. Send it in a new import, or under another externalId.",
                                null,
                                null));
        };
    }

    private static BatchLineResult refused(int line, DomainProblem problem) {
        var kind = problem.kind();
        var errors = problem instanceof InvalidInput invalid ? invalid.errors() : null;
        return new BatchLineResult(
                line,
                kind.status(),
                null,
                new Problem(
                        Problem.TYPE_PREFIX + kind.slug(),
                        kind.title(),
                        kind.status(),
                        problem.getMessage(),
                        null,
                        errors));
    }
}
