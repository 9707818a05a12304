package io.filon.intake.file;

import java.util.List;

/// What came of reading the user's files.
///
/// @param tables     one per export, in the order given
/// @param duplicates files left out because another has the same bytes
/// @param ignored    files in a folder, an archive or a long list that are no exports: a read-me, a picture; files of
///                   one column beside tables
/// @param notes      what was skipped inside files
/// @param lines      finds the line of a record
public record Reading(
        List<RawTable> tables, List<Duplicate> duplicates, List<Ignored> ignored, List<Note> notes, LineFinder lines) {

    /// No files at all.
    public static final Reading NOTHING = new Reading(List.of(), List.of(), List.of(), List.of(), new LineFinder());

    public Reading {
        tables = List.copyOf(tables);
        duplicates = List.copyOf(duplicates);
        ignored = List.copyOf(ignored);
        notes = List.copyOf(notes);
    }

    /// @param file   the name as given; may equal `sameAs` when the user named one file twice
    /// @param sameAs the file that was read
    /// @param rows   records of that file, usable or not: the rows merged
    public record Duplicate(String file, String sameAs, long rows) {}

    /// @param reason the code of the problem it would have been
    /// @param given  whether the user named this very file
    public record Ignored(String file, String reason, boolean given) {

        static final String ONE_COLUMN = "file.one_column";
    }

    /// Said as `intake.note.` + code of the message bundle, `{0}` the file and `{1}` the count.
    ///
    /// @param code  `titles` (lines above the header), `total_rows`, `rejected`
    /// @param count lines or rows it is about
    public record Note(String code, String file, long count) {}
}
