package dev.docket.model.train;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells whoever started the program how far it is; never shows a text.
final class Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    private Progress() {}

    static void report(String format, Object... values) {
        LOG.atInfo().log(() -> format.formatted(values));
    }
}
