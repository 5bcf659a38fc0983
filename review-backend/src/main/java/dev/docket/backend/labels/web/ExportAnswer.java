package dev.docket.backend.labels.web;

import dev.docket.backend.labels.ByteRange;
import dev.docket.backend.labels.Export;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/// Gives an export, whole or the part of it that a resuming client lacks.
final class ExportAnswer {
    private static final Logger log = LoggerFactory.getLogger(ExportAnswer.class);

    private final Export export;
    private final HttpServletResponse response;

    ExportAnswer(Export export, HttpServletResponse response) {
        this.export = export;
        this.response = response;
    }

    /// @param ifRange a range is given only of what the client began to read; of anything else, all
    void give(@Nullable String range, @Nullable String ifRange) throws IOException {
        boolean isSame = ifRange == null || ifRange.equals(export.etag());
        var asked = range != null && isSame ? export.range(range) : Optional.<ByteRange>empty();
        if (asked.isPresent()) {
            part(asked.get());
        } else {
            headers();
            if (export.knowsLength()) {
                response.setContentLengthLong(export.length());
            }
            write(() -> export.write(response.getOutputStream()));
        }
    }

    private void part(ByteRange range) throws IOException {
        long length = export.length();
        if (range.length() <= 0) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + length);
            throw export.unsatisfiable();
        }
        headers();
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + range.first() + "-" + range.last() + "/" + length);
        response.setContentLengthLong(range.length());
        write(() -> export.write(response.getOutputStream(), range));
    }

    private void headers() {
        response.setContentType(export.mediaType());
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.ETAG, export.etag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Docket-Erased-Rows", Long.toString(export.erased()));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(export.fileName())
                        .build()
                        .toString());
    }

    /// A fault in the middle ends the answer short of its length: the client sees that it broke off, and resumes.
    private void write(Writing writing) throws IOException {
        try {
            writing.write();
            response.flushBuffer();
        } catch (DataAccessException fault) {
            if (!response.isCommitted()) {
                throw fault;
            }
            log.atWarn().addKeyValue("fault", fault.getClass().getSimpleName()).log("An export broke off");
        }
    }

    private interface Writing {
        void write() throws IOException;
    }
}
