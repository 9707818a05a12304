package io.filon.intake.file.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Records of text whose columns are padded with blanks.
///
/// Two shapes: no cell holds a blank, so a line is cut at every run of blanks; or cells hold single blanks, and a line
/// is cut where every line of the sample is blank.
public final class AlignedRecords implements Records {

    /// Where lines are cut.
    ///
    /// @param columns the first character of every column, or empty to cut at every run of blanks
    public record Cuts(List<Integer> columns) {
        static final Cuts AT_BLANKS = new Cuts(List.of());

        List<String> cells(String line) {
            return columns.isEmpty() ? List.of(line.strip().split("\\s+")) : atColumns(line);
        }

        private List<String> atColumns(String line) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                int from = i == 0 ? 0 : columns.get(i);
                int to = i + 1 < columns.size() ? columns.get(i + 1) : line.length();
                cells.add(
                        from >= line.length()
                                ? ""
                                : line.substring(from, Math.min(to, line.length()))
                                        .strip());
            }
            return cells;
        }
    }

    private final BufferedReader in;
    private final Cuts cuts;
    private long line;

    public AlignedRecords(BufferedReader in, Cuts cuts) {
        this.in = in;
        this.cuts = cuts;
    }

    @Override
    public Optional<Row> next() throws IOException {
        String text = in.readLine();
        while (text != null) {
            line++;
            if (!text.isBlank()) {
                return Optional.of(Row.of(line, cuts.cells(text)));
            }
            text = in.readLine();
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /// The cuts that these lines agree on; empty when they are prose or one column.
    public static Optional<Cuts> cutsOf(List<String> lines) {
        List<String> full = lines.stream().filter(text -> !text.isBlank()).toList();
        if (full.size() < 2) {
            return Optional.empty();
        }
        boolean agree = agree(full);
        boolean headed = Cuts.AT_BLANKS.cells(full.getFirst()).size()
                == Cuts.AT_BLANKS.cells(full.getLast()).size();
        List<Integer> columns =
                (agree && headed) || full.size() < 4 ? List.of() : named(full.getFirst(), columnsOf(full));
        if (columns.size() > 1) {
            return Optional.of(new Cuts(columns));
        }
        return agree ? Optional.of(Cuts.AT_BLANKS) : Optional.empty();
    }

    /// Where the first line is of names, a column without one is the rest of that before it.
    private static List<Integer> named(String header, List<Integer> columns) {
        List<String> names = new Cuts(columns).cells(header);
        boolean isHeader = columns.size() > 1
                && names.stream().filter(name -> !name.isEmpty()).allMatch(Cells::name);
        return isHeader
                ? IntStream.range(0, columns.size())
                        .filter(i -> i == 0 || !names.get(i).isEmpty())
                        .mapToObj(columns::get)
                        .toList()
                : columns;
    }

    private static boolean agree(List<String> lines) {
        int width = Cuts.AT_BLANKS.cells(lines.getLast()).size();
        long same = lines.stream()
                .filter(text -> Cuts.AT_BLANKS.cells(text).size() == width)
                .count();
        boolean numbers = Cuts.AT_BLANKS.cells(lines.getLast()).stream().anyMatch(Cells::typed);
        return width > 1 && numbers && same * 100 >= lines.size() * 98L;
    }

    private static List<Integer> columnsOf(List<String> lines) {
        BitSet inked = new BitSet();
        for (String text : lines) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) > ' ' && text.charAt(i) != '\u00a0') {
                    inked.set(i);
                }
            }
        }
        List<Integer> columns = new ArrayList<>();
        for (int at = inked.nextSetBit(0); at >= 0; at = inked.nextSetBit(inked.nextClearBit(at))) {
            columns.add(at);
        }
        return columns;
    }
}
