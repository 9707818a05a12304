package io.filon.intake.file.text;

import io.filon.intake.file.text.Row.Flaw;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Records of delimited text, as RFC 4180 has them, and as strict as DuckDB's reader: a cell is quoted only when the
/// quote is its first character. Knows the physical line of everything, which is why it exists: it finds lines for
/// messages, and reads the files that DuckDB refuses.
///
/// Records of delimiters alone (`;;;;`) are passed over like blank lines. Ends of line are LF, CR LF, CR or CR CR LF.
/// Broken quotes are reported in the row and reading goes on.
public final class DelimitedRecords implements Records {

    /// A quoted cell longer than this was never closed.
    private static final int LONGEST_CELL = 4 << 20;

    /// Letters of a record; whatever the letters, it then has less than four times as many bytes.
    private static final int LONGEST_RECORD = 8 << 20;

    private static final int END = -1;

    private final Reader in;
    private final char delimiter;
    private final char escape;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int limit;
    private long line = 1;
    private long begin = 1;
    private int left;

    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private Flaw flaw = Flaw.NONE;
    private long quoteLine;

    public DelimitedRecords(Reader in, char delimiter, char escape) {
        this.in = in;
        this.delimiter = delimiter;
        this.escape = escape;
    }

    @Override
    public Optional<Row> next() throws IOException {
        while (peek() != END) {
            cells = new ArrayList<>();
            flaw = Flaw.NONE;
            quoteLine = 0;
            begin = line;
            boolean more = true;
            left = LONGEST_RECORD;
            while (more) {
                more = readCell();
                cells.add(cell.toString());
            }
            Row row = new Row(begin, cells, flaw, quoteLine);
            boolean nothing = cells.size() > 1 ? row.unfilled() : Row.blank(cells.getFirst());
            if (!nothing) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /// @return whether the record has another cell
    private boolean readCell() throws IOException {
        cell.setLength(0);
        if (peek() == '"') {
            readQuoted();
        }
        while (true) {
            int c = read();
            if (c == delimiter) {
                return true;
            }
            if (c == END || endsLine(c)) {
                return false;
            }
            cell.append((char) c);
        }
    }

    private void readQuoted() throws IOException {
        long opened = line;
        read();
        while (cell.length() < LONGEST_CELL) {
            int c = read();
            if (c == END) {
                break;
            }
            if (c == escape && peek() == '"') {
                cell.append((char) read());
            } else if (c == '"') {
                closeQuote(opened);
                return;
            } else if (endsLine(c)) {
                cell.append('\n');
            } else {
                cell.append((char) c);
            }
        }
        blame(Flaw.UNCLOSED_QUOTE, opened);
    }

    private void closeQuote(long opened) throws IOException {
        if (line > opened && quoteLine == 0) {
            quoteLine = opened;
        }
        int next = peek();
        if (next != END && next != delimiter && next != '\r' && next != '\n') {
            blame(Flaw.TEXT_AFTER_QUOTE, opened);
        }
    }

    private void blame(Flaw what, long opened) {
        if (flaw == Flaw.NONE) {
            flaw = what;
            quoteLine = opened;
        }
    }

    /// Takes the whole end of line when `c` begins one.
    private boolean endsLine(int c) throws IOException {
        if (c == '\n') {
            line++;
            return true;
        }
        if (c != '\r') {
            return false;
        }
        int returns = 1;
        while (peek() == '\r') {
            read();
            returns++;
        }
        if (peek() == '\n') {
            read();
            line++;
        } else {
            line += returns;
        }
        return true;
    }

    private int read() throws IOException {
        int c = peek();
        position++;
        if (left-- == 0) {
            throw new RecordTooLong(begin);
        }
        return c;
    }

    private int peek() throws IOException {
        if (position >= limit) {
            limit = in.read(buffer, 0, buffer.length);
            position = 0;
            if (limit <= 0) {
                limit = 0;
                return END;
            }
        }
        return buffer[position];
    }
}
