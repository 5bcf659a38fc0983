package dev.docket.backend.intake.web;

import dev.docket.backend.intake.Submissions;
import dev.docket.backend.intake.Submissions.Answer;
import dev.docket.backend.intake.Submissions.Refused;
import dev.docket.backend.intake.Submissions.Submitted;
import dev.docket.backend.platform.Answers;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.InvalidInput;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.platform.json.StrictJson;
import dev.docket.dto.Paths;
import dev.docket.dto.item.BatchLineResult;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.people.Scope;
import dev.docket.dto.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Items by the thousand, one JSON object a line (NDJSON).
///
/// Every line stands for itself: a bad one is answered with its problem and the others go on. What is answered with
/// an id is stored.
@RestController
class BatchController {
    private static final Logger log = LoggerFactory.getLogger(BatchController.class);
    static final String NDJSON = "application/x-ndjson";
    private static final int MAX_LINES = 1_000;
    /// Lines to a transaction.
    private static final int CHUNK = 100;

    private final Submissions submissions;
    private final StrictJson strict;
    private final JsonMapper json;

    BatchController(Submissions submissions, StrictJson strict, JsonMapper json) {
        this.submissions = submissions;
        this.strict = strict;
        this.json = json;
    }

    @PostMapping(path = Paths.ITEMS + "/batch", consumes = NDJSON)
    @Requires(scopes = Scope.ITEMS_WRITE)
    @Answers(status = 200, media = NDJSON)
    void submit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var lines = split(request.getInputStream());
        response.setContentType(NDJSON);
        OutputStream out = response.getOutputStream();
        for (int from = 0; from < lines.size(); from += CHUNK) {
            var chunk = lines.subList(from, Math.min(from + CHUNK, lines.size()));
            for (var result : submit(from + 1, chunk)) {
                out.write(json.writeValueAsBytes(result));
                out.write('\n');
            }
        }
    }

    private List<BatchLineResult> submit(int first, List<byte[]> chunk) {
        var results = new TreeMap<Integer, BatchLineResult>();
        var read = new LinkedHashMap<Integer, ItemContent>();
        for (int i = 0; i < chunk.size(); i++) {
            try {
                read.put(first + i, strict.read(chunk.get(i), ItemContent.class));
            } catch (DomainProblem refused) {
                results.put(first + i, refused(first + i, refused));
            }
        }
        var answers = store(List.copyOf(read.values())).iterator();
        read.keySet().forEach(line -> results.put(line, result(line, answers.next())));
        return List.copyOf(results.values());
    }

    /// All in one transaction; when the database refuses that each by itself, so that no line stops another.
    private List<Answer> store(List<ItemContent> items) {
        try {
            return submissions.submitAll(items);
        } catch (DataAccessException | TransactionException fault) {
            log.atWarn()
                    .addKeyValue("fault", fault.getClass().getSimpleName())
                    .log("Lines of a batch go in one by one");
            return items.stream().map(this::storeAlone).toList();
        }
    }

    private Answer storeAlone(ItemContent item) {
        try {
            return submissions.submitAll(List.of(item)).getFirst();
        } catch (DataAccessException | TransactionException fault) {
            return new Refused(new DomainProblem(CommonProblem.OVERLOADED, "This line was not stored; send it again."));
        }
    }

    private static BatchLineResult result(int line, Answer answer) {
        return switch (answer) {
            case Submitted(var id, var externalId, var state, boolean isNew) ->
                new BatchLineResult(line, isNew ? 202 : 200, id.toString(), null);
            case Refused(DomainProblem problem) -> refused(line, problem);
        };
    }

    private static BatchLineResult refused(int line, DomainProblem problem) {
        return new BatchLineResult(line, problem.kind().status(), null, document(problem));
    }

    private static Problem document(DomainProblem refused) {
        var kind = refused.kind();
        var errors = refused instanceof InvalidInput invalid ? invalid.errors() : null;
        return new Problem(
                Problem.TYPE_PREFIX + kind.slug(), kind.title(), kind.status(), refused.getMessage(), null, errors);
    }

    /// Lines as bytes, so that one with broken UTF-8 spoils only itself. Blank lines count as lines.
    private static List<byte[]> split(InputStream in) throws IOException {
        byte[] body = in.readAllBytes();
        var lines = new ArrayList<byte[]>();
        int start = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length ? start < i : body[i] == '\n') {
                lines.add(Arrays.copyOfRange(body, start, i));
                start = i + 1;
            }
            if (lines.size() > MAX_LINES) {
                throw new DomainProblem(
                        CommonProblem.BODY_TOO_LARGE, "Send at most " + MAX_LINES + " lines at a time.");
            }
        }
        return lines;
    }
}
