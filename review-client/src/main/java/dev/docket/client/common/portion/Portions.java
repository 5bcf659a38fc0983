package dev.docket.client.common.portion;

import java.io.IOException;

/// A file as portions, one after the other. Read by one thread at a time.
interface Portions extends AutoCloseable {
    /// @throws IOException also when what comes next cannot be made out
    Portion next() throws IOException;

    /// Whether places in it are counted by entries of a list, and not by lines.
    boolean isList();

    @Override
    void close() throws IOException;
}
