package io.filon.intake.file;

import java.util.List;

/// One table of the user's files, in the store as text.
///
/// @param table    in the store, `raw_0`, `raw_1`…: columns `c0`, `c1`… all varchar (null = empty cell, blanks at both
/// ends trimmed); in
///     file order, so the engine's rowid is the record's ordinal from 0, unless `streamed`, when it is a view
/// @param file     the name as the user gave it; `all.zip!orders.csv` for a member of an archive
/// @param headers  as the file writes them; made up where the file has none
/// @param rows     usable records
/// @param rejected records that could not be read, already in `rejected`
public record RawTable(
        String table,
        String file,
        String contentHash,
        Format format,
        String encoding,
        String delimiter,
        boolean header,
        boolean streamed,
        List<String> headers,
        long rows,
        long rejected) {

    public RawTable {
        headers = List.copyOf(headers);
    }
}
