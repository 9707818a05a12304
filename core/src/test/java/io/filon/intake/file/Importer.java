package io.filon.intake.file;

import io.filon.intake.Import;
import io.filon.intake.Options;
import io.filon.intake.Report;
import io.filon.intake.infer.Corrections;
import io.filon.intake.infer.Understanding;
import io.filon.intake.plan.Plan;
import io.filon.progress.Progress;
import io.filon.store.Sql;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes files and takes them all the way to the tables, for tests of how they are read.
final class Importer {

    final Reader reader;
    private Report report = new Report(List.of(), List.of());

    Importer(Path folder) {
        this.reader = new Reader(folder);
    }

    Report read(Path... files) {
        return read(JsonLoader.STREAMED_FROM, files);
    }

    Report read(long streamedFrom, Path... files) {
        Reading reading = reader.read(streamedFrom, files);
        Plan plan = Understanding.plan(reader.store, reading.tables(), Corrections.NONE);
        Options options = Options.at(Instant.parse("2026-01-01T00:00:00Z"));
        report = new Import(reader.store, reading.lines()::linesOf)
                .run(plan, reading.duplicates(), options, Progress.NONE);
        reader.store.run(Sql.of("drop table if exists rejected"));
        return report;
    }

    /// The doubts of this severity or a graver one.
    List<String> doubts(int severity) {
        return report.doubts().stream()
                .filter(doubt -> doubt.severity() <= severity)
                .map(doubt -> doubt.code())
                .toList();
    }

    /// Each row's values that are not null.
    List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        reader.store.stream(
                Sql.of(sql),
                row -> rows.add(row.values().stream().map(String::valueOf).collect(Collectors.joining(" "))));
        return rows;
    }

    /// What came of the rows of each file: read, kept, merged, rejected.
    List<String> sources() {
        return report.sources().stream()
                .map(source -> "%s %s %d %d %d %d"
                        .formatted(
                                Path.of(source.file()).getFileName(),
                                source.kind(),
                                source.rowsRead(),
                                source.rowsKept(),
                                source.rowsMerged(),
                                source.rowsRejected()))
                .toList();
    }

    /// A workbook of sheets, each as comma separated lines; days and whole numbers are written as such.
    static byte[] workbook(Map<String, String> sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            sheets.forEach((name, text) -> {
                Worksheet sheet = workbook.newWorksheet(name);
                List<String> lines = text.lines().toList();
                for (int row = 0; row < lines.size(); row++) {
                    String[] cells = lines.get(row).split(",", -1);
                    for (int column = 0; column < cells.length; column++) {
                        cell(sheet, row, column, cells[column]);
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void cell(Worksheet sheet, int row, int column, String text) {
        if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            sheet.value(row, column, LocalDate.parse(text));
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (text.matches("\\d+(\\.\\d+)?")) {
            sheet.value(row, column, Double.parseDouble(text));
        } else {
            sheet.value(row, column, text);
        }
    }
}
