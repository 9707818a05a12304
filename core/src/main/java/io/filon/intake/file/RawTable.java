package io.filon.intake.file;

import static io.filon.problem.Require.require;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// One export as it was read: every cell as text, nothing interpreted yet.
///
/// @param table       the table in the store, `raw_0`, `raw_1`…: columns `c0`, `c1`, … all varchar (null = empty cell
///     after trimming spaces and NBSP at both ends); in file order, so DuckDB's `rowid` is the record's ordinal from
///     0 — unless streamed, when it is a view
/// @param file        the name as the user gave it (relative path as typed; `all.zip!orders.csv` for a member,
///     `report.xlsx!Sheet1` for a sheet when the workbook has several, `orders.json!items` for the lines in orders)
/// @param contentHash changes when a byte of the file does; another for each sheet of a workbook
/// @param encoding    `UTF-8`, `windows-1252`…; empty where the format fixes it
/// @param delimiter   `,` `;` tab, `|` or `~`; empty when not delimited
/// @param header      whether the file names its columns
/// @param streamed    whether `table` is a view over the file, too large to be copied
/// @param headers     the columns' names, unique, one per column; `column_1`… when the file has none
/// @param rows        usable records; for a streamed table, lines that are objects
/// @param rejected    records structurally unusable (wrong number of cells, malformed JSON, total rows); read = rows +
/// rejected
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
        require(!headers.isEmpty(), "%s has no columns", file);
        require(rows >= 0 && rejected >= 0, "%s: rows (%d) and rejected (%d) must be 0 or more", file, rows, rejected);
    }

    /// The key of this file in `sources` and `rejected`: the same for a corrected file under the same name.
    public String sourceId() {
        return sourceId(file);
    }

    /// The same table after so many of its rows were moved to `rejected`.
    RawTable without(long moved) {
        return new RawTable(
                table,
                file,
                contentHash,
                format,
                encoding,
                delimiter,
                header,
                streamed,
                headers,
                rows - moved,
                rejected + moved);
    }

    /// The same table after a column of that name was added at its end.
    public RawTable with(String added) {
        List<String> names = new ArrayList<>(headers);
        names.add(added);
        return new RawTable(
                table, file, contentHash, format, encoding, delimiter, header, streamed, names, rows, rejected);
    }

    /// First 12 hexadecimal digits of the SHA-256 of the name.
    public static String sourceId(String file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
