package io.filon.intake.file;

import io.filon.intake.file.text.AlignedRecords;
import io.filon.intake.file.text.DelimitedRecords;
import io.filon.intake.file.text.Dialect;
import io.filon.intake.file.text.Encodings;
import io.filon.intake.file.text.Layout;
import io.filon.intake.file.text.LayoutFinder;
import io.filon.intake.file.text.Records;
import io.filon.intake.file.text.Row;
import io.filon.intake.file.text.TextFile;
import io.filon.problem.FilonException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Plans how to read text: delimited, or aligned with blanks.
final class TextPlanner {

    private static final int HEAD = 1 << 18;

    /// Ends of line that are neither LF nor CR LF.
    private static final Pattern ODD_ENDS = Pattern.compile("\r(?!\n)");

    private static final Pattern BESIDE_WORDS = Pattern.compile("[^0-9],|,[^0-9]");

    private static final Pattern JSON_NAME = Pattern.compile("(?i)\\.(json|jsonl|ndjson)(\\.gz)?$");

    private TextPlanner() {}

    /// The plan as far as the beginning and samples of the file show.
    static TablePlan plan(PlainFile file) throws IOException {
        return plan(file, TextFile.of(file.path(), Encodings.of(Bytes.sample(file.path()))));
    }

    /// The plan for a file that DuckDB refused: not direct, and in the encoding that all its unusual bytes show.
    static TablePlan careful(TablePlan refused) throws IOException {
        PlainFile file = refused.file();
        TablePlan again = refused;
        byte[] unusual = Bytes.unusual(file.path());
        if (unusual.length > 0 && refused.encoding().equals("UTF-8")) {
            again = plan(file, TextFile.of(file.path(), Encodings.of(unusual)));
        }
        return new TablePlan(
                file, again.format(), again.text(), again.dialect(), again.layout(), false, again.opener());
    }

    private static TablePlan plan(PlainFile file, TextFile text) throws IOException {
        String head = text.head(HEAD);
        boolean whole = head.length() < HEAD;
        Optional<Dialect> dialect = Dialect.of(head, whole);
        List<String> lines = head.lines().toList();
        Optional<AlignedRecords.Cuts> cuts = dialect.isPresent() && !decimals(dialect.get(), lines)
                ? Optional.empty()
                : AlignedRecords.cutsOf(whole || lines.size() < 2 ? lines : lines.subList(0, lines.size() - 1));
        if (dialect.isPresent() && cuts.isEmpty()) {
            return delimited(file, text, dialect.get(), head);
        }
        if (cuts.isEmpty()) {
            throw noTable(file);
        }
        AlignedRecords.Cuts found = cuts.get();
        Records.Opener opener = () -> new AlignedRecords(text.open(), found);
        Layout layout = layout(file, Records.sample(opener));
        return new TablePlan(file, Format.ALIGNED, Optional.of(text), Optional.empty(), layout, false, opener);
    }

    /// Whether the commas only stand in numbers: none is in the header, nor beside anything but digits.
    private static boolean decimals(Dialect dialect, List<String> lines) {
        return dialect.delimiter() == ','
                && lines.stream().filter(line -> !line.isBlank()).limit(1).noneMatch(line -> line.contains(","))
                && lines.stream().noneMatch(line -> BESIDE_WORDS.matcher(line).find());
    }

    private static TablePlan delimited(PlainFile file, TextFile text, Dialect dialect, String head) throws IOException {
        Records.Opener opener = () -> new DelimitedRecords(text.open(), dialect.delimiter(), dialect.escape());
        List<Row> rows = Records.sample(opener);
        Layout layout = layout(file, Dialect.declared(head) ? rows.subList(1, rows.size()) : rows);
        boolean plainTop = rows.stream()
                .takeWhile(row -> row.line() < layout.firstLine())
                .allMatch(row -> row.quoteLine() == 0 && row.flaw() == Row.Flaw.NONE);
        boolean direct = text.clean()
                && !file.scan().zeros()
                && plainTop
                && !ODD_ENDS.matcher(head).find();
        return new TablePlan(file, Format.DELIMITED, Optional.of(text), Optional.of(dialect), layout, direct, opener);
    }

    private static FilonException noTable(PlainFile file) {
        boolean json = JSON_NAME.matcher(file.name()).find();
        return new FilonException(json ? "file.no_objects" : Reading.Ignored.ONE_COLUMN, file.name());
    }

    private static Layout layout(PlainFile file, List<Row> rows) {
        Layout layout = LayoutFinder.of(rows).orElseThrow(() -> noTable(file));
        return checked(file, layout);
    }

    static Layout checked(PlainFile file, Layout layout) {
        file.requireFew(layout.columns());
        if (layout.firstLine() == Long.MAX_VALUE) {
            throw new FilonException("file.header_only", file.name());
        }
        return layout;
    }
}
