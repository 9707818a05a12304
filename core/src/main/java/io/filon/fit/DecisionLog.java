package io.filon.fit;

import io.filon.fit.FitModel.Decision;
import io.filon.problem.FilonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a filter decided, with the chance of each decision: a CSV file that only grows. The report on whom it turned
/// away rests on it.
public final class DecisionLog {

    private static final String HEADER = "model,lead,expected,decision,drawn,chance\n";

    private DecisionLog() {}

    public static void append(Path file, List<FitModel.Scored> leads, String version) {
        StringBuilder text = new StringBuilder(Files.exists(file) ? "" : HEADER);
        for (FitModel.Scored lead : leads) {
            text.append(version)
                    .append(',')
                    .append(cell(lead.id()))
                    .append(',')
                    .append(lead.expected())
                    .append(',')
                    .append(lead.decision().name().toLowerCase(Locale.ROOT))
                    .append(',')
                    .append(lead.drawn())
                    .append(',')
                    .append(lead.chance())
                    .append('\n');
        }
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new FilonException("output.not_writable", file.toString());
        }
    }

    /// What this version of the model decided, the last word on each lead.
    ///
    /// @throws FilonException when the file is not such a log
    public static List<LiveReport.Logged> read(Path file, String version) {
        if (!Files.isRegularFile(file)) {
            throw new FilonException("fit.bad_log", file.toString());
        }
        Map<String, LiveReport.Logged> log = new LinkedHashMap<>();
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                List<String> cells = cells(line);
                if (cells.getFirst().equals(version)) {
                    log.put(
                            cells.get(1),
                            new LiveReport.Logged(
                                    cells.get(1),
                                    Double.parseDouble(cells.get(2)),
                                    Decision.valueOf(cells.get(3).toUpperCase(Locale.ROOT)),
                                    Boolean.parseBoolean(cells.get(4)),
                                    Double.parseDouble(cells.get(5))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException notALog) {
            throw new FilonException("fit.bad_log", file.toString());
        }
        return List.copyOf(log.values());
    }

    private static String cell(String text) {
        String safe = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        String plain = safe.replace('\n', ' ').replace('\r', ' ');
        return plain.indexOf(',') < 0 && plain.indexOf('"') < 0 ? plain : '"' + plain.replace("\"", "\"\"") + '"';
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(unescaped(cell.toString()));
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(unescaped(cell.toString()));
        return cells;
    }

    private static String unescaped(String cell) {
        return cell.matches("'[=+\\-@\t].*") ? cell.substring(1) : cell;
    }
}
