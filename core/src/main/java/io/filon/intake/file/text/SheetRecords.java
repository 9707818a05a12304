package io.filon.intake.file.text;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/// Records of one sheet of a workbook. Dates are written as ISO, numbers plainly and to the 15 digits Excel keeps,
/// errors such as `#N/A` as they stand.
public final class SheetRecords implements Records {

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;

    /// @param workbook closed with these records
    public SheetRecords(ReadableWorkbook workbook, Sheet sheet) throws IOException {
        this.workbook = workbook;
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
    }

    @Override
    public Optional<Row> next() {
        while (rows.hasNext()) {
            org.dhatim.fastexcel.reader.Row row = rows.next();
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.getCellCount(); i++) {
                cells.add(row.getOptionalCell(i).map(SheetRecords::text).orElse(""));
            }
            while (!cells.isEmpty() && Row.blank(cells.getLast())) {
                cells.removeLast();
            }
            if (!cells.isEmpty()) {
                return Optional.of(Row.of(row.getRowNum(), cells));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.EMPTY || cell.getValue() == null) {
            return "";
        }
        if (!(cell.getValue() instanceof BigDecimal number)) {
            return cell.getValue() instanceof Boolean flag ? flag.toString() : cell.getText();
        }
        if (date(cell.getDataFormatString())) {
            return iso(cell.asDate(), number);
        }
        return number.round(MathContext.DECIMAL64)
                .round(new MathContext(15))
                .stripTrailingZeros()
                .toPlainString();
    }

    /// Whether a format code shows a date: a day, month or year outside quotes, brackets and escapes.
    private static boolean date(@Nullable String code) {
        return code != null
                && code.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.", "")
                        .toLowerCase(Locale.ROOT)
                        .replace("general", "")
                        .matches(".*[dmyhs].*");
    }

    private static String iso(LocalDateTime at, BigDecimal days) {
        if (days.compareTo(BigDecimal.ONE) < 0) {
            return at.toLocalTime().toString();
        }
        return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : at.toString();
    }
}
