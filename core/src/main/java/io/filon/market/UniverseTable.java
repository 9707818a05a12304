package io.filon.market;

import io.filon.intake.file.RawFiles;
import io.filon.intake.file.RawTable;
import io.filon.market.MarketPlan.Universe;
import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The groups of a universe, from a table in a file or as typed: what each column says, and how many there are.
///
/// @param columns beside the count, in their order
public record UniverseTable(List<String> columns, List<Group> groups) {

    /// @param of what each column says, empty when it is not stated
    public record Group(Map<String, String> of, double count) {}

    /// So many wrong counts are told one by one.
    private static final int TOLD = 5;

    /// @param folder that `market.yaml` is in
    /// @throws FilonException with every count that is none
    public static UniverseTable of(Universe universe, Path folder, Progress progress) {
        if (universe.file().isEmpty()) {
            return table("market.yaml", universe.count(), universe.groups());
        }
        Path file = folder.resolve(universe.file());
        if (!Files.isRegularFile(file)) {
            throw new FilonException("market.no_file", universe.file());
        }
        try (Workspace passing = Workspace.passing()) {
            Path scratch = Files.createDirectories(passing.folder().resolve("scratch"));
            try (Store store =
                    DuckStore.open(passing.folder().resolve("universe.duckdb"), new DuckStore.Limits("", 1))) {
                return read(
                        universe,
                        RawFiles.read(store, List.of(file), scratch, progress).getFirst(),
                        store);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder", e);
        }
    }

    private static UniverseTable read(Universe universe, RawTable raw, Store store) {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> headers = raw.headers();
        List<Sql> cells = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            cells.add(Sql.of("c" + i));
        }
        store.scan(
                Sql.of("select ").then(Sql.join(cells, ", ")).then(Sql.of(" from " + Sql.name(raw.table()))), row -> {
                    Map<String, String> cellsOf = new LinkedHashMap<>();
                    for (int i = 0; i < headers.size(); i++) {
                        String text = row.text(i);
                        cellsOf.put(headers.get(i), text == null ? "" : text);
                    }
                    rows.add(cellsOf);
                });
        if (!headers.contains(universe.count())) {
            throw new FilonException("market.no_count", universe.file(), universe.count(), String.join(", ", headers));
        }
        return table(universe.file(), universe.count(), rows);
    }

    private static UniverseTable table(String file, String count, List<Map<String, String>> rows) {
        List<Group> groups = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int line = 1;
        for (Map<String, String> row : rows) {
            line++;
            Map<String, String> of = new LinkedHashMap<>(row);
            String stated = of.remove(count);
            double number = whole(stated == null ? "" : stated);
            if (Double.isNaN(number)) {
                if (problems.size() < TOLD) {
                    problems.add(
                            Problem.of("market.count", file, Integer.toString(line), stated == null ? "" : stated));
                }
            } else {
                groups.add(new Group(of, number));
            }
        }
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
        if (groups.isEmpty()) {
            throw new FilonException("market.empty", file);
        }
        return new UniverseTable(groups.getFirst().of().keySet().stream().toList(), groups);
    }

    /// A count as files write it: `4200`, `4.200`, `4,200`, `4 200`; what else is no count.
    private static double whole(String text) {
        String digits = text.strip();
        if (digits.matches("[0-9]{1,3}([., \u00a0\u202f][0-9]{3})+")) {
            digits = digits.replaceAll("[^0-9]", "");
        }
        return digits.matches("[0-9]{1,12}([.,]0+)?")
                ? Double.parseDouble(digits.replaceAll("[.,]0+$", ""))
                : Double.NaN;
    }
}
