package io.filon.intake.file;

/// How a file is written, once unpacked.
public enum Format {
    /// Cells between commas, semicolons, tabs or bars.
    DELIMITED,
    /// Columns padded with blanks.
    ALIGNED,
    /// One JSON object a line, or one array of objects.
    JSON_LINES,
    PARQUET,
    /// One sheet of an Excel workbook.
    XLSX
}
