package io.filon.cli.open;

import io.filon.cli.WorkspaceOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The options of every command that reads a company's exports, given one after the other: `FILES`, `--map` and the
/// workspace's.
public final class Exports {

    @Parameters(paramLabel = "FILES", arity = "0..*", descriptionKey = "option.FILES")
    List<Path> files = new ArrayList<>();

    @Option(names = "--map", paramLabel = "FILE:COLUMN=ROLE", descriptionKey = "filon.audit.map")
    List<String> corrections = new ArrayList<>();

    @Mixin
    WorkspaceOptions options = new WorkspaceOptions();

    /// Whether people want to hear nothing.
    public boolean quiet() {
        return options.quiet;
    }

    /// In `--workspace`, the one around us, or one that goes away.
    ///
    /// @return the program's exit code
    public int open(CommandSpec spec, Consumer<Opening> work) {
        return Opening.run(spec, options, options.workspace(), files, corrections, work);
    }

    /// The same in one that stays.
    public int openLasting(CommandSpec spec, Consumer<Opening> work) {
        return Opening.run(spec, options, options.lastingWorkspace(), files, corrections, work);
    }
}
