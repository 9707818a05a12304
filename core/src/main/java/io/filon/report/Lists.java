package io.filon.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One CSV file for each group shown, to load on Monday in a mailing or advertising tool.
///
/// Opens as it is in the spreadsheet of the reader's region: UTF-8 with its mark, `;` and decimal comma where numbers
/// are written with a comma, else `,` and point. A cell that a spreadsheet would run as a formula is kept as text.
/// The e-mail of whoever refused e-mail is left out. Files appear whole or not at all.
public final class Lists {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Language lang;
    private final CsvCells cells;

    public Lists(Language language) {
        this.lang = language;
        this.cells = CsvCells.of(language.locale());
    }

    /// Writes `<group>.csv` into the folder for every group, also the empty ones.
    ///
    /// @return the files, in the order of the groups
    public List<Path> write(Path folder, GroupRows rows) {
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempDirectory(folder, ".unfinished");
            try {
                for (String group : rows.groups()) {
                    writeOne(unfinished.resolve(group + ".csv"), group, rows);
                }
                return moved(rows.groups(), unfinished, folder);
            } finally {
                remove(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write lists into " + folder, e);
        }
    }

    private void writeOne(Path file, String group, GroupRows rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
            out.write(BYTE_ORDER_MARK);
            out.write(header());
            rows.each(group, row -> append(out, line(row)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String header() {
        return cells.line(Stream.of("customer_id", "email", "contactable", "reason", "value", "predicted_value")
                .map(column -> lang.say("list." + column))
                .toList());
    }

    private String line(GroupRows.Row row) {
        boolean refused = row.contactable() == GroupRows.Contactable.NO;
        String email = row.email() == null || refused ? "" : row.email();
        return cells.line(List.of(
                row.customerId(),
                email,
                lang.say("list." + said(row.contactable())),
                lang.say(row.reason()),
                cells.amount(row.value()),
                row.predicted() == null ? "" : cells.amount(row.predicted())));
    }

    private static String said(GroupRows.Contactable contactable) {
        return switch (contactable) {
            case YES -> "yes";
            case NO -> "no";
            case NOT_STATED -> "unknown";
        };
    }

    private static void append(BufferedWriter out, String line) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> moved(List<String> groups, Path from, Path to) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String group : groups) {
            Path file = to.resolve(group + ".csv");
            Files.move(from.resolve(group + ".csv"), file, StandardCopyOption.REPLACE_EXISTING);
            files.add(file);
        }
        return files;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
