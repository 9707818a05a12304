package io.filon.intake.file;

/// How a file holds its table.
public enum Format {
    DELIMITED,
    ALIGNED,
    JSON_LINES,
    PARQUET,
    XLSX
}
