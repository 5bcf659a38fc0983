package dev.docket.backend.filters.web;

import dev.docket.backend.filters.Rows;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.dto.filter.ImportProgress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// An import over HTTP: the file as the body, and while it is read a line of JSON for every part
/// that is stored.
@Component
class ImportStream {
    static final String NDJSON = "application/x-ndjson";
    static final String JSON = "application/json";
    static final String CSV = "text/csv";
    static final String PLAIN = "text/plain";

    private final JsonMapper json;

    ImportStream(JsonMapper json) {
        this.json = json;
    }

    Rows rows(HttpServletRequest request) throws IOException {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        var body = request.getInputStream();
        if (type.startsWith(NDJSON)) {
            return Rows.jsonLines(body, json);
        }
        if (type.startsWith(JSON)) {
            return Rows.json(body, json);
        }
        if (type.startsWith(CSV)) {
            return Rows.csv(body);
        }
        if (type.startsWith(PLAIN)) {
            return Rows.plain(body);
        }
        throw new DomainProblem(
                CommonProblem.UNSUPPORTED_MEDIA_TYPE,
                "Send " + NDJSON + ", " + JSON + ", " + CSV + " or " + PLAIN + ".");
    }

    Consumer<ImportProgress> progress(HttpServletResponse response) {
        response.setContentType(NDJSON);
        return progress -> {
            try {
                var out = response.getOutputStream();
                out.write(json.writeValueAsBytes(progress));
                out.write('\n');
                out.flush();
            } catch (IOException gone) {
                throw new UncheckedIOException("nobody listens to the import any more", gone);
            }
        };
    }
}
