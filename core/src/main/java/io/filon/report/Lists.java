package io.filon.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One CSV file for each group shown, to load on Monday in a mailing or advertising tool.
///
/// Opens as it is in the spreadsheet of the reader's region: UTF-8 with its mark, `;` and decimal comma where numbers
/// are written with a comma, else `,` and point. A cell that a spreadsheet would run as a formula is kept as text.
/// The e-mail of whoever refused e-mail is left out. Files appear whole or not at all, in the place of the lists an
/// earlier run made of the same groups; a file of the user's own stays as it is.
public final class Lists {

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final String ENDING = ".csv";
    private static final int LONGEST_HEADER = 500;

    private final Language lang;
    private final CsvCells cells;

    public Lists(Language language) {
        this.lang = language;
        this.cells = CsvCells.of(language.locale());
    }

    /// Writes `<group>.csv` into the folder for every group, also the empty ones.
    ///
    /// @return the files, in the order of the groups
    /// @throws FilonException when a file of the user's own has the name of a list
    public List<Path> write(Path folder, GroupRows... makers) {
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempDirectory(folder, ".unfinished");
            try {
                List<Path> files = new ArrayList<>();
                for (GroupRows rows : makers) {
                    for (String group : rows.groups()) {
                        writeOne(unfinished.resolve(group + ENDING), group, rows);
                        files.add(folder.resolve(group + ENDING));
                    }
                }
                refuseForeign(files);
                removeEarlier(folder, makers);
                for (Path file : files) {
                    Files.move(unfinished.resolve(file.getFileName()), file);
                }
                return files;
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

    private static void refuseForeign(List<Path> files) throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (Path file : files) {
            if (Files.exists(file) && !isList(file)) {
                problems.add(Problem.of("output.foreign", file.toString()));
            }
        }
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
    }

    private static void removeEarlier(Path folder, GroupRows... makers) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.toList()) {
                String name = file.getFileName().toString();
                String group = name.substring(0, Math.max(0, name.length() - ENDING.length()));
                boolean made = name.endsWith(ENDING)
                        && Stream.of(makers)
                                .anyMatch(maker ->
                                        maker.makes(group) || maker.groups().contains(group));
                if (made && isList(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    /// Whether a file begins as our lists do, in whatever language.
    private static boolean isList(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(LONGEST_HEADER), UTF_8);
            return Stream.of(Locale.forLanguageTag("es-ES"), Locale.forLanguageTag("es-MX"), Locale.US)
                    .map(locale -> new Lists(Language.of(locale, "EUR")))
                    .anyMatch(lists -> start.startsWith(BYTE_ORDER_MARK + lists.header()));
        }
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
