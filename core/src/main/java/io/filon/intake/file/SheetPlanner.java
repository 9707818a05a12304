package io.filon.intake.file;

import io.filon.intake.file.text.Layout;
import io.filon.intake.file.text.LayoutFinder;
import io.filon.intake.file.text.Records;
import io.filon.intake.file.text.Row;
import io.filon.intake.file.text.SheetRecords;
import io.filon.problem.FilonException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/// Plans how to read a workbook: every visible sheet that holds a table is one.
final class SheetPlanner {

    private static final ReadingOptions OPTIONS = new ReadingOptions(true, false);

    private record Candidate(int index, String name, Layout layout) {}

    private SheetPlanner() {}

    static List<TablePlan> plan(PlainFile file) throws IOException {
        List<Candidate> found = new ArrayList<>();
        boolean anyRow = false;
        try (ReadableWorkbook workbook = open(file)) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                    List<Row> rows = Records.sample(opener(file, sheet.getIndex()));
                    anyRow |= !rows.isEmpty();
                    LayoutFinder.ofSheet(rows)
                            .filter(layout -> layout.firstLine() < Long.MAX_VALUE)
                            .ifPresent(layout -> found.add(new Candidate(
                                    sheet.getIndex(), sheet.getName(), TextPlanner.checked(file, layout))));
                }
            }
        } catch (ExcelReaderException e) {
            throw new FilonException("file.bad_workbook", file.name());
        }
        if (found.isEmpty()) {
            throw new FilonException(anyRow ? "file.header_only" : "file.empty", file.name());
        }
        return found.stream()
                .map(sheet -> new TablePlan(
                        found.size() == 1 ? file : file.sheet(sheet.name),
                        Format.XLSX,
                        Optional.empty(),
                        Optional.empty(),
                        sheet.layout,
                        false,
                        opener(file, sheet.index)))
                .toList();
    }

    private static Records.Opener opener(PlainFile file, int sheet) {
        return () -> {
            ReadableWorkbook workbook = open(file);
            return new SheetRecords(workbook, workbook.getSheet(sheet).orElseThrow());
        };
    }

    private static ReadableWorkbook open(PlainFile file) throws IOException {
        return new ReadableWorkbook(file.path().toFile(), OPTIONS);
    }
}
