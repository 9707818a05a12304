package io.filon.cli.fit;

import io.filon.cli.WorkspaceOptions;
import io.filon.fit.LeadReader;
import io.filon.problem.FilonException;
import io.filon.report.Language;
import io.filon.store.DuckStore;
import io.filon.store.Store;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of every command on the fit filter: where it is kept, and how flat files are read.
final class FitFiles {

    @Option(names = "--model", paramLabel = "FILE", descriptionKey = "filon.fit.model")
    @Nullable
    Path model;

    @Option(names = "--log", paramLabel = "FILE", descriptionKey = "filon.fit.log")
    @Nullable
    Path log;

    @Option(names = "--join", paramLabel = "FILE", descriptionKey = "filon.fit.join")
    @Nullable
    Path join;

    @Option(names = "--on", paramLabel = "COLUMN", descriptionKey = "filon.fit.on")
    String on = "";

    @Mixin
    WorkspaceOptions options = new WorkspaceOptions();

    /// `--model`, else `fit/model.json` of the workspace, else of the current folder.
    Path model(Workspace workspace) {
        return model == null ? folder(workspace).resolve("model.json") : model;
    }

    /// `--log`, else `fit/decisions.csv` beside the model.
    Path log(Workspace workspace) {
        return log == null ? model(workspace).toAbsolutePath().resolveSibling("decisions.csv") : log;
    }

    private static Path folder(Workspace workspace) {
        return workspace.temporary() ? Path.of("fit") : workspace.folder().resolve("fit");
    }

    static void makeFolder(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new FilonException("output.not_writable", file.toString());
        }
    }

    Language language(Workspace workspace, Settings settings, String currency) {
        String money = currency.equals("auto") || currency.isEmpty() ? "EUR" : currency;
        return Language.of(options.language(workspace, settings), money);
    }

    LeadReader.Sheet read(Path file) {
        return read(file, _ -> true);
    }

    /// @param wanted keys of the columns whose cells are needed
    LeadReader.Sheet read(Path file, Predicate<String> wanted) {
        if ((join == null) != on.isEmpty()) {
            throw new FilonException("fit.needs_join");
        }
        try (Workspace passing = Workspace.passing()) {
            Path scratch = Files.createDirectories(passing.folder().resolve("scratch"));
            try (Store store =
                    DuckStore.passing(passing.folder().resolve("leads.duckdb"), new DuckStore.Limits("", 0))) {
                return new LeadReader(store, scratch, wanted).read(file, join, on);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder", e);
        }
    }
}
