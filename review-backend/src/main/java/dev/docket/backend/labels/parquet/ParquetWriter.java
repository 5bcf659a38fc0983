package dev.docket.backend.labels.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Writes rows as a Parquet file to a stream, never going back: what it holds is one row group,
/// some megabytes, and of the groups before only where their columns lie.
///
/// Row groups end by what is in them and by nothing else, and nothing is compressed: the same
/// rows give the same bytes for ever, whichever library compresses on the next floor.
///
/// Format: <https://parquet.apache.org/docs/file-format/>. Every column but lists is optional, so that a schema never
/// depends on the rows; lists are in the three levels that readers agree on.
public final class ParquetWriter implements AutoCloseable {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int GROUP_BYTES = 8 << 20;
    private static final int GROUP_ROWS = 100_000;
    private static final int DATA_PAGE = 0;
    private static final int DICTIONARY_PAGE = 2;
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int RLE_DICTIONARY = 8;
    private static final int UNCOMPRESSED = 0;

    private final OutputStream out;
    private final List<Column> columns;
    private final Map<String, String> metadata;
    private final Bytes groups = new Bytes();
    private final Thrift groupsThrift = new Thrift(groups);
    private final Bytes page = new Bytes();
    private int groupCount;
    private long position;
    private long rows;
    private int rowsInGroup;

    /// @param metadata kept in the file's footer
    public ParquetWriter(OutputStream out, List<Column> columns, Map<String, String> metadata) throws IOException {
        this.out = out;
        this.columns = columns;
        this.metadata = metadata;
        write(MAGIC);
    }

    /// Ends a row, of which every column has been given its value.
    public void endRow() throws IOException {
        rowsInGroup++;
        int held = 0;
        for (var column : columns) {
            held += column.held();
        }
        if (held >= GROUP_BYTES || rowsInGroup == GROUP_ROWS) {
            group();
        }
    }

    /// Writes what is left and the footer. The stream stays open.
    @Override
    public void close() throws IOException {
        if (rowsInGroup > 0) {
            group();
        }
        var footer = new Bytes();
        var thrift = new Thrift(footer).element().i32(1, 2);
        schema(thrift);
        thrift.i64(3, rows).structs(4, groupCount);
        footer.put(groups);
        thrift.structs(5, metadata.size());
        metadata.forEach(
                (key, value) -> thrift.element().string(1, key).string(2, value).end());
        thrift.string(6, "docket").end();
        write(footer);
        var tail = new Bytes();
        tail.int32(footer.size());
        tail.put(MAGIC);
        write(tail);
    }

    private void group() throws IOException {
        long first = position;
        var written = new Bytes();
        var thrift = new Thrift(written);
        long size = 0;
        for (var column : columns) {
            size += chunk(column, thrift);
            column.clear();
        }
        groupsThrift.element().structs(1, columns.size());
        groups.put(written);
        groupsThrift
                .i64(2, size)
                .i64(3, rowsInGroup)
                .i64(5, first)
                .i64(6, position - first)
                .end();
        groupCount++;
        rows += rowsInGroup;
        rowsInGroup = 0;
    }

    /// @return its size
    private long chunk(Column column, Thrift thrift) throws IOException {
        long first = position;
        long size = 0;
        column.page(page);
        var dictionary = column.dictionaryPage();
        if (dictionary != null) {
            size += page(dictionary, DICTIONARY_PAGE, column.dictionarySize(), PLAIN);
        }
        long data = position;
        size += page(page, DATA_PAGE, column.entries(), dictionary == null ? PLAIN : RLE_DICTIONARY);
        thrift.element().i64(2, first).struct(3).i32(1, type(column));
        thrift.i32s(2, dictionary == null ? new int[] {PLAIN, RLE} : new int[] {PLAIN, RLE, RLE_DICTIONARY});
        thrift.strings(3, path(column));
        thrift.i32(4, UNCOMPRESSED)
                .i64(5, column.entries())
                .i64(6, size)
                .i64(7, position - first)
                .i64(9, data);
        if (dictionary != null) {
            thrift.i64(11, first);
        }
        thrift.end().end();
        return size;
    }

    private long page(Bytes content, int kind, int values, int encoding) throws IOException {
        var header = new Bytes();
        var thrift =
                new Thrift(header).element().i32(1, kind).i32(2, content.size()).i32(3, content.size());
        if (kind == DATA_PAGE) {
            thrift.struct(5)
                    .i32(1, values)
                    .i32(2, encoding)
                    .i32(3, RLE)
                    .i32(4, RLE)
                    .end();
        } else {
            thrift.struct(7).i32(1, values).i32(2, encoding).end();
        }
        thrift.end();
        write(header);
        write(content);
        return header.size() + (long) content.size();
    }

    private void schema(Thrift thrift) {
        int elements = 1;
        for (var column : columns) {
            elements += column.type() == Column.Type.LIST ? 3 : 1;
        }
        thrift.structs(2, elements);
        thrift.element().string(4, "row").i32(5, columns.size()).end();
        columns.forEach(column -> schema(column, thrift));
    }

    private static void schema(Column column, Thrift thrift) {
        switch (column.type()) {
            case STRING, WORDS -> {
                leaf(column, thrift).i32(6, 0);
                thrift.struct(10).struct(1).end().end().end();
            }
            case LIST -> {
                thrift.element().i32(3, 0).string(4, column.name()).i32(5, 1).i32(6, 3);
                thrift.struct(10).struct(3).end().end().end();
                thrift.element().i32(3, 2).string(4, "list").i32(5, 1).end();
                thrift.element().i32(1, 6).i32(3, 0).string(4, "element").i32(6, 0);
                thrift.struct(10).struct(1).end().end().end();
            }
            case INSTANT -> {
                leaf(column, thrift).i32(6, 10);
                thrift.struct(10).struct(8).bool(1, true);
                thrift.struct(2).struct(2).end().end().end().end().end();
            }
            case INTEGER, DOUBLE, BOOLEAN -> leaf(column, thrift).end();
        }
    }

    private static Thrift leaf(Column column, Thrift thrift) {
        return thrift.element().i32(1, type(column)).i32(3, 1).string(4, column.name());
    }

    private static String[] path(Column column) {
        return column.type() == Column.Type.LIST
                ? new String[] {column.name(), "list", "element"}
                : new String[] {column.name()};
    }

    /// Parquet's number for how values are stored.
    private static int type(Column column) {
        return switch (column.type()) {
            case BOOLEAN -> 0;
            case INTEGER -> 1;
            case INSTANT -> 2;
            case DOUBLE -> 5;
            case STRING, WORDS, LIST -> 6;
        };
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    private void write(Bytes bytes) throws IOException {
        bytes.writeTo(out);
        position += bytes.size();
    }
}
